import { participantName, plainText } from '../plain-text.js'
import { codeOfName, type Names } from './names-in-prose.js'
import type { PageSections } from './page-sections.js'
import { dayOnly } from './prose-days.js'
import type { TerritorialApplication, Unread } from './statement.js'

/** Reads the table of territorial applications. A row without a participant goes on with the one above. */
export function readTerritories(
  { territories: rows }: PageSections,
  { codeOf }: Names,
  unread: (unread: Unread) => void,
): TerritorialApplication[] {
  let participant: string | null = null
  return rows.slice(1).map(({ line, cells }) => {
    const [name = '', day = '', names = ''] = cells.map(plainText)
    const place = { section: 'end notes', line, position: 1 } as const
    if (name !== '') {
      participant = codeOfName(participantName(name).name, codeOf) ?? null
      if (participant === null)
        unread({ what: 'participant', place, reason: 'the name in the table of territories is not known' })
    }
    const on = dayOnly(day)
    if (on === null)
      unread({ what: 'day', place, reason: 'the day in the table of territories cannot be read' })
    return { participant, territories: territoryNames(names), on, line }
  })
}

/** “Anguilla, Bermuda and Jersey”. A name with “and” of its own stays whole where it is not the last. */
export function territoryNames(text: string): string[] {
  const parts = text.split(/\s*[,;]\s*/).filter((part) => part !== '')
  const last = parts.pop()
  if (last === undefined) return []
  const closing = parts.length === 0 ? [last] : last.split(/^and\s+/).filter((part) => part !== '')
  return [...parts, ...closing]
}

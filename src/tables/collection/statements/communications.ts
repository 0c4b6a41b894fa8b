import type { EntryContext } from './entry-context.js'
import { digestOf } from './digest.js'
import { codeOfName, nameAt } from './names-in-prose.js'
import { effectOf, isSameAsOther } from './objection-effect.js'
import { targetsIn } from './objection-targets.js'
import type { SectionEntry } from './page-sections.js'
import { dayOnly, daysIn } from './prose-days.js'
import type { ObjectionTarget, StatementEntry, StatementName } from './statement.js'
import type { TextBlock } from './text-blocks.js'

/** What the first lines of an end note say of the letters that follow. */
interface Opening {
  readonly kind: StatementName | null
  readonly text: string
}

interface Letter {
  readonly participant: string | null
  readonly on: StatementEntry['on']
  readonly opening: Opening
  readonly texts: string[]
}

/** Reads the letters of an end note: late objections and other communications, each under its State and day. */
export function readCommunications(entry: SectionEntry, context: EntryContext): StatementEntry[] {
  return lettersOf(entry, context).map(({ participant, on, opening, texts }, index): StatementEntry => {
    const place = { section: entry.section, line: entry.line, position: index + 1 }
    const named = targetsIn(opening.text, participant, context)
    const targets: readonly ObjectionTarget[] | null = named.length > 0 ? named : null
    if (targets === null) context.unread({ what: 'target', place, reason: 'the State concerned is not read' })
    if (participant === null)
      context.unread({ what: 'participant', place, reason: 'the name of its author is not known' })
    if (opening.kind === null)
      context.unread({ what: 'kind', place, reason: 'the note does not say what it is' })
    const text = texts.join('\n')
    return {
      participant,
      kind: opening.kind,
      articles: targets?.length === 1 ? (targets[0]?.articles ?? null) : null,
      place,
      on,
      acts: [],
      territories: [],
      notes: entry.notes,
      events: [],
      targets,
      effect: text === '' || isSameAsOther(text) ? null : effectOf(text),
      isWithdrawnWhole: false,
      isWithdrawnInPart: false,
      digest: digestOf(texts),
    }
  })
}

/** “Ireland (6 January 2003):” */
const underName = /^["“\s]*(\p{Lu}[^:\d]{2,80}?)\s*\(([^()]*\d{4})\)\s*:?\s*$/u
const receivedFrom = /\breceived\b[^.;]{0,30}?\bfrom the Government of\s+/i

function lettersOf({ blocks, notes }: SectionEntry, { names }: EntryContext): Letter[] {
  const letters: Letter[] = []
  let opening: Opening = { kind: null, text: '' }
  for (const block of blocks) {
    const dated = rowOf(block) ?? underName.exec(block.text)?.slice(1)
    if (dated !== undefined && dated.length >= 2) {
      const [name = '', day = ''] = dated
      const on = dayOnly(day, notes)
      const participant = codeOfName(name, names.codeOf) ?? null
      if (on !== null && opening.text !== '') letters.push({ participant, on, opening, texts: [] })
      continue
    }
    const said = openingOf(block.text)
    if (said !== null) {
      opening = said
      const from = receivedFrom.exec(block.text)
      const author = from === null ? null : nameAt(block.text, from.index + from[0].length, names)
      const on = daysIn(block.text, notes)[0]?.on ?? null
      if (author !== null) letters.push({ participant: author.code, on, opening, texts: [] })
    } else letters.at(-1)?.texts.push(block.text)
  }
  return letters
}

const rowOf = ({ text }: TextBlock): string[] | undefined =>
  text.includes('\t') ? text.split('\t') : undefined

/** The words that open a list of letters, or a single one. */
function openingOf(text: string): Opening | null {
  const isOpening =
    /\b(?:Secretary-General|Governments?)\b/.test(text) &&
    /\b(?:received|notified|communications?|hereinafter)\b/i.test(text) &&
    /\b(?:reservations?|declarations?|signature|objections?)\b/i.test(text) &&
    !/\bwithdraw/i.test(text)
  if (!isOpening) return null
  const isObjection = /\bobjections?\b/i.test(text)
  const isCommunication = /\bcommunications?\b/i.test(text)
  return { text, kind: isObjection === isCommunication ? null : isObjection ? 'objection' : 'communication' }
}

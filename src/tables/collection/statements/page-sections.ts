import type { Line } from '../../csv.js'
import type { Place } from '../pages/page-markup.js'
import type { StatementSectionName } from './statement.js'
import { type BlockCollector, collectBlocks, type TextBlock } from './text-blocks.js'

/** The text of one participant, or of one end note. It stays within the reader. */
export interface SectionEntry {
  readonly section: StatementSectionName
  /** As printed; empty for an end note. */
  readonly participant: string
  /** The numbers of its end notes; of an end note, its own. */
  readonly notes: readonly string[]
  readonly line: number
  readonly blocks: readonly TextBlock[]
}

/** The sections of a page before anything of them is judged. */
export interface PageSections {
  readonly entries: readonly SectionEntry[]
  /** The headings above each section: what it is, and when its statements were made unless otherwise indicated. */
  readonly titles: ReadonlyMap<StatementSectionName, string>
  /** The rows of the table of territorial applications, with its heading. */
  readonly territories: readonly Line[]
}

/** Receives the markup of a page, as a part of its listener. */
export interface SectionCollector {
  readonly opens: (name: string, attributes: Readonly<Record<string, string>>, place: Place) => void
  readonly text: (text: string) => void
  readonly closes: (name: string, place: Place) => void
  readonly sections: (territories: readonly Line[]) => PageSections
}

interface OpenEntry {
  readonly section: StatementSectionName
  participant: string
  readonly notes: string[]
  readonly line: number
  blocks: readonly TextBlock[]
}

const grids: Readonly<Record<string, StatementSectionName>> = {
  dgDec: 'declarations',
  dgObj: 'objections',
  dgDecUnderArticle: 'declarations under an article',
  dgNotifications: 'notifications',
  dgNotesAll: 'end notes',
}
const titleParts: Readonly<Record<string, StatementSectionName>> = {
  divParentDecTitle: 'declarations',
  divParentObjTitle: 'objections',
  divParentDecArt: 'declarations under an article',
  divParentNotification: 'notifications',
}
const endOfId = /(?:^|_)(dg[A-Za-z]+)_(div[A-Za-z]+)$/

export function collectSections(): SectionCollector {
  const entries: OpenEntry[] = []
  const titles = new Map<StatementSectionName, string>()
  let current: { readonly depth: number; readonly takes: (collected: BlockCollector) => void } | null = null
  let collector = collectBlocks()

  const begin = (depth: number, takes: (collected: BlockCollector) => void): void => {
    current = { depth, takes }
    collector = collectBlocks()
  }
  const beginTitle = (section: StatementSectionName, depth: number): void =>
    begin(depth, (collected) => titles.set(section, textOf(collected)))
  const beginPart = (section: StatementSectionName, part: string, { line, depth }: Place): void => {
    if (part === 'divParticipant' || part === 'divNotesAll')
      entries.push({ section, participant: '', notes: [], line, blocks: [] })
    const entry = entries.at(-1)
    if (entry?.section !== section) return
    if (part === 'divParticipant')
      begin(depth, (collected) => {
        entry.participant = textOf(collected)
      })
    else if (/^div(Text|NotificationText|NotesAll)$/.test(part))
      begin(depth, (collected) => {
        entry.blocks = [...entry.blocks, ...collected.blocks()]
      })
  }

  return {
    opens: (name, attributes, place) => {
      const { id = '', class: classes = '', href = '', name: anchor = '' } = attributes
      if (current !== null) collector.opens(name, attributes)
      if (name === 'a') takeNote(entries.at(-1), anchor, classes === 'noteIndex' ? href : '')
      if (id === '') return
      const plain = id.replace(/ctl\d+_/g, '')
      const [, grid = '', part = ''] = endOfId.exec(plain) ?? []
      const section = grids[grid]
      if (section !== undefined) beginPart(section, part, place)
      const titled = titleParts[/[A-Za-z]+$/.exec(plain)?.[0] ?? '']
      if (titled !== undefined) beginTitle(titled, place.depth)
    },
    text: (text) => {
      if (current !== null) collector.text(text)
    },
    closes: (name, { depth }) => {
      if (current === null) return
      collector.closes(name)
      if (depth !== current.depth) return
      current.takes(collector)
      current = null
    },
    sections: (territories) => ({ entries, titles, territories }),
  }
}

const textOf = (collected: BlockCollector): string =>
  collected
    .blocks()
    .map(({ text }) => text)
    .join(' ')

/** `<a name='71'>` begins an end note; `<A href='#71' class='noteIndex'>` refers to one. */
function takeNote(entry: OpenEntry | undefined, name: string, href: string): void {
  if (entry === undefined) return
  const isNote = entry.section === 'end notes'
  const number = isNote ? name : href.replace(/^#/, '')
  if (/^\d+$/.test(number) && !(isNote && entry.notes.length > 0)) entry.notes.push(number)
}

import { readDeclarations } from './declarations.js'
import { eventsIn, type ReportedEvent } from './end-note-events.js'
import type { EntryContext } from './entry-context.js'
import { codeOfName, type Names } from './names-in-prose.js'
import { readCommunications } from './objections/communications.js'
import { readObjections } from './objections/objections.js'
import type { PageSections, SectionEntry } from './page-sections.js'
import { type ReferenceChain, referencesIn } from './references/article-references.js'
import { isForeign } from './references/owner.js'
import { type TreatyWords, treatyWords } from './references/treaty-words.js'
import type { NotificationCount, StatementSectionName, StatementSections, Unread } from './statement.js'
import { actsIn } from './statement-headings.js'
import { readTerritories } from './territories.js'
import { withoutMisshapen } from './treaty-shape.js'

/**
 * Reads the statements of a treaty's page. None of their text is in what it gives.
 * @param title  the treaty's title as the page prints it, by which “the Convention” is told from others
 */
export function readStatements(
  sections: PageSections,
  { names, title }: { readonly names: Names; readonly title: string | null },
): StatementSections {
  const unread: Unread[] = []
  const treaty = treatyWords(title)
  const entries = (section: StatementSectionName): SectionEntry[] =>
    sections.entries.filter((entry) => entry.section === section)
  const notes = entries('end notes').map(withoutNumber)
  const noteTexts = new Map(notes.map((note) => [note.notes[0] ?? '', note.blocks.map(({ text }) => text)]))
  const noteEvents = new Map<string, readonly ReportedEvent[]>(
    [...noteTexts].map(([number, texts]) => [number, eventsIn(texts, number, { names, treaty })]),
  )
  const bearers = bearersOf(entries('declarations'), names)
  const contextOf = (section: StatementSectionName): EntryContext => ({
    names,
    treaty,
    noteTexts,
    noteEvents,
    usualActs: actsIn(sections.titles.get(section) ?? ''),
    participantOf: (entry) => participantOf(entry, names, (one) => unread.push(one)),
    bearersOf: (note) => bearers.get(note) ?? [],
    unread: (one) => unread.push(one),
  })
  const read = {
    declarations: entries('declarations').flatMap((entry) =>
      readDeclarations(entry, contextOf(entry.section)),
    ),
    objections: entries('objections').flatMap((entry) => readObjections(entry, contextOf(entry.section))),
    underArticles: entries('declarations under an article').flatMap((entry) =>
      readDeclarations(entry, contextOf(entry.section)),
    ),
    communications: notes.flatMap((note) => readCommunications(note, contextOf('end notes'))),
    notifications: entries('notifications').map((entry) =>
      countArticles(entry, treaty, contextOf(entry.section)),
    ),
    territories: readTerritories(sections, names, (one) => unread.push(one)),
  }
  return withoutMisshapen({ ...read, unread })
}

function bearersOf(entries: readonly SectionEntry[], { codeOf }: Names): Map<string, readonly string[]> {
  const bearers = new Map<string, readonly string[]>()
  for (const { participant, notes } of entries) {
    const code = codeOfName(participant, codeOf)
    for (const note of notes) if (code !== undefined) bearers.set(note, [...(bearers.get(note) ?? []), code])
  }
  return bearers
}

/** The number of an end note stands in its text: `<a name='71'>71</a>On 5 May …`. */
function withoutNumber(note: SectionEntry): SectionEntry {
  const [number = ''] = note.notes
  const [first, ...rest] = note.blocks
  if (first === undefined || number === '' || !first.text.startsWith(number)) return note
  return { ...note, blocks: [{ ...first, text: first.text.slice(number.length).trim() }, ...rest] }
}

function participantOf(entry: SectionEntry, names: Names, unread: (unread: Unread) => void): string | null {
  const code = codeOfName(entry.participant, names.codeOf)
  if (code === undefined) {
    const place = { section: entry.section, line: entry.line, position: 1 }
    unread({ what: 'participant', place, reason: 'the name of the participant is not known' })
  }
  return code ?? null
}

/** Counts the articles that notifications name; nothing else of them is kept. */
function countArticles(
  entry: SectionEntry,
  treaty: TreatyWords,
  { participantOf }: EntryContext,
): NotificationCount {
  const articles = new Map<string, number>()
  const own = ({ owner, isClear }: ReferenceChain): boolean => !isForeign(owner) && isClear
  for (const { text } of entry.blocks)
    for (const chain of referencesIn(text, treaty).filter(own))
      for (const article of chain.articles) articles.set(article, (articles.get(article) ?? 0) + 1)
  return { participant: participantOf(entry), articles, line: entry.line }
}

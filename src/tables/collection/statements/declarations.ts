import { digestOf } from './digest.js'
import { eventsIn, type ReportedEvent } from './end-note-events.js'
import type { EntryContext } from './entry-context.js'
import type { SectionEntry } from './page-sections.js'
import { statedArticles } from './stated-articles.js'
import { type StatementEntry, type StatementEvent, type StatementPlace, unreadEntry } from './statement.js'
import { isUnder, kindAt, kindFromNotes } from './statement-kind.js'
import { isGap, partsOfEntry, type StatementPart } from './statement-parts.js'
import type { TextBlock } from './text-blocks.js'

/** Reads the statements of one participant, as the page divides them. */
export function readDeclarations(entry: SectionEntry, context: EntryContext): StatementEntry[] {
  const participant = context.participantOf(entry)
  const parts = partsOfEntry(entry)
  const events = eventsOf(entry, parts, participant, context)
  const stated = parts.filter(({ isEvent }) => !isEvent)
  const shared = { participant, events, context, entry }
  const entries = stated.map((part, index) => statementOf(part, index, stated, shared))
  return entries.length > 0 ? entries : [emptyEntry(shared)]
}

/** What the end notes report, and the entry itself; not twice, and not of other States. */
function eventsOf(
  entry: SectionEntry,
  parts: readonly StatementPart[],
  participant: string | null,
  { noteEvents, ...context }: EntryContext,
): ReportedEvent[] {
  const inNotes = entry.notes.flatMap((note) => noteEvents.get(note) ?? [])
  const here = parts.flatMap(({ blocks, on }) => {
    const texts = blocks.map(({ text }) => text)
    return eventsIn(texts, null, context).map((event) => ({ ...event, on: on ?? event.on }))
  })
  const isNew = ({ on }: ReportedEvent): boolean =>
    inNotes.every((other) => other.on === null || other.on !== on)
  return [...inNotes, ...here.filter(isNew)].filter(
    ({ kind, authors }) =>
      kind !== 'territorial' &&
      (authors.length === 0 || participant === null || authors.includes(participant)),
  )
}

interface Shared {
  readonly participant: string | null
  readonly events: readonly ReportedEvent[]
  readonly context: EntryContext
  readonly entry: SectionEntry
}

/** A heading left with footnotes and no text: the depositary takes the text away when all of it is withdrawn. */
function emptyEntry({ participant, events, entry, context }: Shared): StatementEntry {
  const kinds = [...new Set(events.flatMap((event) => event.kinds))]
  const place = { section: entry.section, line: entry.line, position: 1 }
  const isWithdrawnWhole = reportsWithdrawal(entry, context)
  if (!isWithdrawnWhole)
    context.unread({
      what: 'articles',
      place,
      reason: 'has no text, and no end note that reports a withdrawal',
    })
  return {
    ...unreadEntry,
    participant,
    kind: kinds.length === 1 ? (kinds[0] ?? null) : kindFromNotes(entry, context),
    articles: isWithdrawnWhole ? [] : null,
    place,
    notes: entry.notes,
    events: events.map(plainEvent),
    isWithdrawnWhole,
    digest: digestOf([]),
  }
}

const reportsWithdrawal = ({ notes }: SectionEntry, { noteTexts }: EntryContext): boolean =>
  notes.some((note) => noteTexts.get(note)?.some((text) => /\bwi(?:th|h)dr[ae]w/i.test(text)))

/** While a text is left, a withdrawal that names no article was of a part of it. */
const partial = (event: ReportedEvent): StatementEvent =>
  plainEvent(event.articles?.length === 0 ? { ...event, articles: null } : event)

const plainEvent = ({ kinds, authors, ...event }: ReportedEvent): StatementEvent => event

function statementOf(
  part: StatementPart,
  index: number,
  all: readonly StatementPart[],
  { participant, events, context, entry }: Shared,
): StatementEntry {
  const place = { section: entry.section, line: entry.line, position: index + 1 }
  const body = part.blocks.filter((block) => !isGap(block))
  if (part.isDayUnread) context.unread({ what: 'day', place, reason: 'the day beside it cannot be read' })
  return {
    ...unreadEntry,
    participant,
    kind: kindAt(place, part, all.length === 1, entry, context),
    articles: articlesAt(place, part, body, context),
    place,
    on: part.on,
    acts: part.on === null && part.acts.length === 0 ? context.usualActs : part.acts,
    territories: part.territories.filter((name) => context.names.codeOf(name) !== participant),
    notes: entry.notes,
    events: events.filter((event) => ownerOf(event, all) === index).map(partial),
    isWithdrawnWhole: body.length === part.headings && entry.notes.length > 0,
    isWithdrawnInPart: isCut(part, entry),
    digest: digestOf(part.blocks.map(({ text }) => text)),
  }
}

function articlesAt(
  place: StatementPlace,
  { blocks }: StatementPart,
  body: readonly TextBlock[],
  context: EntryContext,
): StatementEntry['articles'] {
  const texts = blocks.map(({ text }) => text)
  const isReport = eventsIn(texts, null, context).some(({ kind }) => kind !== 'territorial')
  const { articles, reason } = isReport
    ? { articles: null, reason: 'a report of the depositary stands in place of the statement' }
    : statedArticles(body, { treaty: context.treaty, isUnderArticle: isUnder(place) })
  if (articles === null) context.unread({ what: 'articles', place, reason })
  return articles
}

/** The statement that an event is of: the first of a kind that its report names, rather one that was made with a consent; else the first. */
function ownerOf({ kinds }: ReportedEvent, all: readonly StatementPart[]): number {
  const alike = all.filter((part) => part.kinds.some((kind) => kinds.includes(kind)))
  const [first] = [...alike.filter(({ acts }) => acts.at(-1) !== 'signature'), ...alike, ...all]
  return first === undefined ? 0 : all.indexOf(first)
}

/** Dots may also abridge a text; with an end note they stand for what was withdrawn. */
const isCut = ({ blocks }: StatementPart, { notes }: SectionEntry): boolean =>
  blocks.some(({ text }) => /\[\s*(?:\.{2,}|…)/.test(text)) || (notes.length > 0 && blocks.some(isGap))

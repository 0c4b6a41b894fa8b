import { digestOf } from './digest.js'
import { eventsIn, type ReportedEvent } from './end-note-events.js'
import type { EntryContext } from './entry-context.js'
import type { SectionEntry } from './page-sections.js'
import { statedArticles } from './stated-articles.js'
import type { StatementEntry, StatementEvent } from './statement.js'
import { kindFromNotes, kindOf } from './statement-kind.js'
import { isGap, partsOfEntry, type StatementPart } from './statement-parts.js'

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
    participant,
    kind: kinds.length === 1 ? (kinds[0] ?? null) : kindFromNotes(entry, context),
    articles: isWithdrawnWhole ? [] : null,
    place,
    on: null,
    acts: [],
    territories: [],
    notes: entry.notes,
    events: events.map(plainEvent),
    targets: null,
    effect: null,
    isWithdrawnWhole,
    isWithdrawnInPart: false,
    digest: digestOf([]),
  }
}

const reportsWithdrawal = ({ notes }: SectionEntry, { noteTexts }: EntryContext): boolean =>
  notes.some((note) => noteTexts.get(note)?.some((text) => /\bwi(?:th|h)dr[ae]w/i.test(text)))

/** While a text is left, a withdrawal that names no article was of a part of it. */
const partial = (event: ReportedEvent): StatementEvent =>
  plainEvent(event.articles?.length === 0 ? { ...event, articles: null } : event)

const isUnder = ({ section }: SectionEntry): boolean => section === 'declarations under an article'

const isReport = (texts: readonly string[], context: EntryContext): boolean =>
  eventsIn(texts, null, context).some(({ kind }) => kind !== 'territorial')

const plainEvent = ({ kinds, authors, ...event }: ReportedEvent): StatementEvent => event

function statementOf(
  part: StatementPart,
  index: number,
  all: readonly StatementPart[],
  { participant, events, context, entry }: Shared,
): StatementEntry {
  const place = { section: entry.section, line: entry.line, position: index + 1 }
  const { treaty, unread, usualActs } = context
  const texts = part.blocks.map(({ text }) => text)
  const body = part.blocks.filter((block) => !isGap(block))
  const kind =
    kindOf(part, all.length === 1 ? entry : null, context) ?? (isUnder(entry) ? 'declaration' : null)
  if (kind === null)
    unread({ what: 'kind', place, reason: 'no heading says what it is, or its words contradict the heading' })
  const { articles, reason } = isReport(texts, context)
    ? { articles: null, reason: 'a report of the depositary stands in place of the statement' }
    : statedArticles(body, { treaty, isUnderArticle: isUnder(entry) })
  if (articles === null) unread({ what: 'articles', place, reason })
  if (part.isDayUnread) unread({ what: 'day', place, reason: 'the day beside it cannot be read' })
  return {
    participant,
    kind,
    articles,
    place,
    on: part.on,
    acts: part.on === null && part.acts.length === 0 ? usualActs : part.acts,
    territories: part.territories.filter((name) => context.names.codeOf(name) !== participant),
    notes: entry.notes,
    events: events.filter((event) => ownerOf(event, all) === index).map(partial),
    targets: null,
    effect: null,
    isWithdrawnWhole: body.length === part.headings && entry.notes.length > 0,
    isWithdrawnInPart: isCut(part, entry),
    digest: digestOf(texts),
  }
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

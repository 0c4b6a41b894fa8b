import { digestOf } from './digest.js'
import { eventsIn, type ReportedEvent } from './end-note-events.js'
import type { EntryContext } from './entry-context.js'
import type { SectionEntry } from './page-sections.js'
import { statedArticles } from './stated-articles.js'
import type { StatementEntry, StatementEvent, StatementName } from './statement.js'
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
  const here = parts.flatMap(({ blocks }) =>
    eventsIn(
      blocks.map(({ text }) => text),
      null,
      context,
    ),
  )
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
  return {
    participant,
    kind: kinds.length === 1 ? (kinds[0] ?? null) : kindFromNotes(entry, context),
    articles: [],
    place: { section: entry.section, line: entry.line, position: 1 },
    on: null,
    acts: [],
    territories: [],
    notes: entry.notes,
    events: events.map(plainEvent),
    targets: null,
    effect: null,
    isWithdrawnWhole: entry.notes.length > 0,
    isWithdrawnInPart: false,
    digest: digestOf([]),
  }
}

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
  const kind = kindOf(part, all.length === 1 ? entry : null, context)
  if (kind === null)
    unread({ what: 'kind', place, reason: 'no heading says what it is, or its words contradict the heading' })
  const isReport = eventsIn(texts, null, context).length > 0
  const { articles, reason } = isReport
    ? { articles: null, reason: 'a report of the depositary stands in place of the statement' }
    : statedArticles(body, treaty)
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
    events: events.filter((event) => ownerOf(event, all) === index).map(plainEvent),
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

const reserves =
  /\b(?:makes?|making|made|enters?|entered|formulates?|expresses|expressed|subject to|with)\s+(?:an?|the following|its|one|formal|general|specific|\s)*\s*reservations?\b/i
const excludes =
  /\b(?:not|nor)\s+(?:to\s+)?(?:be\s+)?(?:(?:consider|regard|deem)\w*\s+(?:itself|as)\s+)?(?:as\s+)?(?:bound|binding)\b/i

const unbound = /\bnot\s+(?:consider|regard)\s+(?:itself|as)\s+(?:as\s+)?(?:bound|binding)\b/i

/**
 * What the headings say; without one, what the State itself calls it, or the end notes.
 * @param entry  the entry whose only statement it is; else null, because the end notes may be of another
 */
function kindOf(
  part: StatementPart,
  entry: SectionEntry | null,
  context: EntryContext,
): StatementName | null {
  const text = part.blocks.map((block) => block.text).join('\n')
  if (part.kinds.length > 1) return null
  const [kind] = part.kinds
  if (kind === undefined) {
    // VCLT art. 2(1)(d): what excludes the effect of a provision is a reservation, where nobody calls it otherwise.
    if (reserves.test(text) || unbound.test(text)) return 'reservation'
    return entry === null ? null : kindFromNotes(entry, context)
  }
  return kind === 'declaration' && excludes.test(text) ? null : kind
}

/** What the end notes of an entry call its statements, if they call them one thing. */
function kindFromNotes({ notes }: SectionEntry, { noteTexts }: EntryContext): StatementName | null {
  const text = notes.flatMap((note) => noteTexts.get(note) ?? []).join('\n')
  const named = [
    ...text.matchAll(
      /\b(?:made|withdraw\w*)\s+(?:the\s+(?:following\s+|said\s+)?|its\s+)?(reservation|declaration)s?\b(?!\s+and)/gi,
    ),
  ]
  const kinds = new Set(named.map(([, kind = '']) => kind.toLowerCase() as StatementName))
  const [kind] = kinds
  return kinds.size === 1 && kind !== undefined ? kind : null
}

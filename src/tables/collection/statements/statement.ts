import type { ArticleCode } from '../../../domain/statements/articles.js'
import type { ObjectionEffect, StatementKind } from '../../../domain/statements/vocabulary.js'
import type { Day } from '../../../domain/vocabulary.js'

/** The act with which a statement was made. `consent` is any act that binds: ratification, accession, succession. */
export type ActOfStatement = 'signature' | 'consent'

export type StatementSectionName =
  | 'declarations'
  | 'objections'
  | 'declarations under an article'
  | 'notifications'
  | 'end notes'

/** Where a statement stands, so that a person finds it. */
export interface StatementPlace {
  readonly section: StatementSectionName
  /** 1 for the first line of the source. */
  readonly line: number
  /** 1 for the first statement of its entry. */
  readonly position: number
}

/** Something that was not read, and why, in our own words. */
export interface Unread {
  readonly what: 'kind' | 'articles' | 'target' | 'day' | 'participant'
  readonly place: StatementPlace
  readonly reason: string
}

export interface ObjectionTarget {
  /** The code of a participant. */
  readonly participant: string
  /** The articles of the reservation that the heading or the list names; empty if it names none; null if not read. */
  readonly articles: readonly ArticleCode[] | null
}

/** What happened to a statement after it was made. */
export interface StatementEvent {
  readonly kind: 'withdrawn' | 'modified' | 'territorial'
  /** What the report calls the statement; null if it names several kinds, or none. */
  readonly of: StatementKind | null
  /** The day of receipt; null if it is not read. */
  readonly on: Day | null
  /** What is withdrawn, or what remains after a change, as far as named; empty if none is named; null if not read. */
  readonly articles: readonly ArticleCode[] | null
  /** The number of the end note; null if the event stands in the entry itself. */
  readonly note: string | null
}

/** One statement, without a word of its text. */
export interface StatementEntry {
  /** The code of the participant; null if its name is unknown. */
  readonly participant: string | null
  /** null if no heading tells it, or if its words contradict the heading. */
  readonly kind: StatementKind | null
  /** Empty if it names none; null if not read. */
  readonly articles: readonly ArticleCode[] | null
  readonly place: StatementPlace
  /** The day printed with it; null if none is. */
  readonly on: Day | null
  /** The acts with which it was made and confirmed, in this order; empty if a day is printed, or nothing is said. */
  readonly acts: readonly ActOfStatement[]
  /** The territories for which alone it is made, as printed. */
  readonly territories: readonly string[]
  /** The numbers of the end notes of its entry. */
  readonly notes: readonly string[]
  readonly events: readonly StatementEvent[]
  /** For an objection: the States objected to; null if not read. */
  readonly targets: readonly ObjectionTarget[] | null
  /** For an objection. */
  readonly effect: ObjectionEffect | null
  /** Whether a heading is left with footnotes and no text: all of it has been withdrawn. */
  readonly isWithdrawnWhole: boolean
  /** Whether `[...]` or dots stand in place of a part that has been withdrawn. */
  readonly isWithdrawnInPart: boolean
  /** SHA-256 of its normalised text, in lowercase hexadecimal; that of the empty text if none is left. */
  readonly digest: string
}

/** A statement of which nothing is read yet. */
export const unreadEntry: Omit<StatementEntry, 'participant' | 'place' | 'digest'> = {
  kind: null,
  articles: null,
  on: null,
  acts: [],
  territories: [],
  notes: [],
  events: [],
  targets: null,
  effect: null,
  isWithdrawnWhole: false,
  isWithdrawnInPart: false,
}

/** A territory to which a participant has extended the treaty. */
export interface TerritorialApplication {
  readonly participant: string | null
  /** As printed. */
  readonly territories: readonly string[]
  readonly on: Day | null
  readonly line: number
}

/** How often the notifications of a participant name an article. */
export interface NotificationCount {
  readonly participant: string | null
  readonly articles: ReadonlyMap<ArticleCode, number>
  readonly line: number
}

/** What a page says beside its table of participants. */
export interface StatementSections {
  readonly declarations: readonly StatementEntry[]
  readonly objections: readonly StatementEntry[]
  readonly underArticles: readonly StatementEntry[]
  /** Statements that stand in end notes alone: late objections and other communications. */
  readonly communications: readonly StatementEntry[]
  readonly notifications: readonly NotificationCount[]
  readonly territories: readonly TerritorialApplication[]
  readonly unread: readonly Unread[]
}

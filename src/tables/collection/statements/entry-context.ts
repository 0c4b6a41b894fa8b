import type { ReportedEvent } from './end-note-events.js'
import type { Names } from './names-in-prose.js'
import type { SectionEntry } from './page-sections.js'
import type { TreatyWords } from './references/treaty-words.js'
import type { ActOfStatement, Unread } from './statement.js'

/** What the entries of a section are read with. */
export interface EntryContext {
  readonly names: Names
  readonly treaty: TreatyWords
  /** The code of an entry's participant; an unknown name is noted as unread. */
  readonly participantOf: (entry: SectionEntry) => string | null
  /** The acts with which statements were made, unless a heading says otherwise. */
  readonly usualActs: readonly ActOfStatement[]
  /** What the end notes report, and their texts, by number. */
  readonly noteEvents: ReadonlyMap<string, readonly ReportedEvent[]>
  readonly noteTexts: ReadonlyMap<string, readonly string[]>
  /** The participants whose declarations have an end note. */
  readonly bearersOf: (note: string) => readonly string[]
  readonly unread: (unread: Unread) => void
}

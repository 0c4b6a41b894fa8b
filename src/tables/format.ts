import type { Action, Effect } from '../domain/action.js'
import type { Day, ImportFormat } from '../domain/vocabulary.js'
import type { ParticipantNames } from './collection/names.js'
import type { Line } from './csv.js'
import type { Notes } from './notes.js'

/** What a reader must know that the file itself does not say. */
export interface ReadingTerms {
  /** The code of the instrument that the table is of; null where each row names its own. */
  readonly instrument: string | null
  /** The last day for which the table speaks. */
  readonly asAt: Day
  /** Where the actions are from, as the record will cite it. */
  readonly source: string
  readonly names: ParticipantNames
  readonly instruments: ReadonlySet<string>
  /** Leaves out whoever is not known, instead of refusing the file. */
  readonly skipUnknown: boolean
  readonly notes: Notes
}

/** Reads one row after another. */
export type RowReader = (line: Line) => readonly Action[]

/** A format of tables with a heading. */
export interface TableFormat {
  readonly name: ImportFormat
  /** Whether the table is of one instrument, which must be known from elsewhere. */
  readonly isOfOneInstrument: boolean
  /** @returns null where this is not the heading of such a table */
  readonly open: (heading: Line) => OpenedTable | null
}

export interface OpenedTable {
  /** What its columns record: what they are silent about, the table does not deny. */
  readonly speaksOf: readonly Effect[]
  readonly reader: (terms: ReadingTerms) => RowReader
}

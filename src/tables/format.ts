import type { Action, Effect } from '../domain/action.js'
import type { Day, DayOrder, ImportFormat } from '../domain/vocabulary.js'
import type { ParticipantNames } from './collection/names.js'
import type { Line } from './csv.js'
import type { Notes } from './notes.js'

/** What a reader must know beyond the file itself. */
export interface ReadingTerms {
  /** The code of the instrument of the table; null if each row names its own. */
  readonly instrument: string | null
  /** The last day that the table covers. */
  readonly asAt: Day
  /** The source of the actions, as the record will cite it. */
  readonly source: string
  readonly names: ParticipantNames
  readonly instruments: ReadonlySet<string>
  /** Skips unknown participants instead of refusing the file. */
  readonly skipUnknown: boolean
  /** The order of all-numeric days such as 10/05/2016, if the user gives it. */
  readonly dayOrder?: DayOrder | undefined
  readonly notes: Notes
}

/** Reads one row. It may keep state from row to row. */
export type RowReader = (line: Line) => readonly Action[]

/** A table format with a heading row. */
export interface TableFormat {
  readonly name: ImportFormat
  /** Whether the table is of one instrument, which the caller must name. */
  readonly isOfOneInstrument: boolean
  /** @returns null if this is not the heading of such a table */
  readonly open: (heading: Line) => OpenedTable | null
}

export interface OpenedTable {
  /** The effects that its columns record. The table cannot contradict any other action. */
  readonly speaksOf: readonly Effect[]
  readonly reader: (terms: ReadingTerms) => RowReader
}

import type { Action, Effect } from '../domain/action.js'
import type { Day, DayOrder, ImportFormat } from '../domain/vocabulary.js'
import type { GivenColumns } from './collection/columns-given.js'
import type { ParticipantNames } from './collection/names/names.js'
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
  /** The participant of an alpha-3, alpha-2 or M49 code. */
  readonly byCode: (code: string) => string | undefined
  readonly instruments: ReadonlySet<string>
  /** Skips unknown participants instead of refusing the file. */
  readonly skipUnknown: boolean
  /** The order of all-numeric days such as 10/05/2016, if the user gives it. */
  readonly dayOrder?: DayOrder | undefined
  readonly notes: Notes
}

/** Reads one row. It may keep state from row to row. */
export type RowReader = (line: Line) => readonly Action[]

/** What a heading is read with: the first rows below it, and what the user says of its columns. */
export interface HeadingContext {
  readonly rows: readonly Line[]
  readonly given: GivenColumns
}

/** A table format with a heading row. */
export interface TableFormat {
  readonly name: ImportFormat
  /** Whether the table is of one instrument, which the caller must name. */
  readonly isOfOneInstrument: boolean
  /** @returns null if this is not the heading of such a table */
  readonly open: (heading: Line, context?: HeadingContext) => OpenedTable | null
}

export interface OpenedTable {
  /** The effects that its columns record. The table cannot contradict any other action. */
  readonly speaksOf: readonly Effect[]
  /** Whether the rows name the acts. A table without a consent then does not speak of consents up to its “as at”. */
  readonly isByRows?: boolean
  readonly reader: (terms: ReadingTerms) => RowReader
}

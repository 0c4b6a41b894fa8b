import type { Effect } from '../../domain/action.js'
import { effectOf, effects } from '../../domain/action.js'
import type { Certainty, DayOrder } from '../../domain/vocabulary.js'
import type { HeadingContext } from '../format.js'
import { wholeAct } from './act-words.js'
import {
  codeHeadings,
  codeKey,
  columnKey,
  dateHeading,
  effectHeading,
  kindHeading,
  nameHeadings,
} from './column-words.js'
import { givenRole, isIgnored, missingColumns, nothingGiven } from './columns-given.js'
import { type DeclaredAct, type Heading, isExplained, parseHeading, recordsActions } from './heading.js'
import { isBlank, plainText } from './plain-text.js'
import { type DayStyle, printedDays } from './printed-day.js'
import { orderSaid } from './rows/order-said.js'

export interface TableColumn {
  readonly at: number
  readonly heading: Heading
}

/** The role of each column in a table with one row a participant. */
export interface Layout {
  /** The column of names; that of codes, if no column has names. */
  readonly participant: TableColumn
  /** The column of ISO codes, if any. */
  readonly code: TableColumn | null
  readonly acts: readonly TableColumn[]
  /** The column that names the act, if another column gives its date. */
  readonly kind: TableColumn | null
  /** The column with the day of entry into force for the participant, if any. */
  readonly effect: TableColumn | null
  /** Columns that may not hold dates or acts unless their heading explains them. */
  readonly notRead: readonly TableColumn[]
  /** Columns that the user told to pass over. */
  readonly ignored: readonly TableColumn[]
  /** Headings that the user gave and the table does not have. */
  readonly missing: readonly string[]
  readonly days: DayStyle
  readonly certainty: Certainty
}

/** What a format says of its tables, beside their headings. */
export interface LayoutTerms {
  readonly certainty: Certainty
  /** The order of all-numeric days, if its publisher always has the same. */
  readonly dayOrder?: DayOrder
  readonly own?: OwnColumns
}

/** The roles that a publisher gives its columns, whatever their headings say, by position. */
export interface OwnColumns {
  readonly participant: number
  readonly effect?: number
  /** The acts of columns whose headings do not say them. */
  readonly acts: ReadonlyMap<number, readonly DeclaredAct[]>
  /** Columns that the publisher's own reader reads. */
  readonly taken: readonly number[]
}

/** @returns null if no column names participants, by name or by code */
export function layoutOf(
  cells: readonly string[],
  { certainty, dayOrder, own }: LayoutTerms,
  { rows, given }: HeadingContext = { rows: [], given: nothingGiven },
): Layout | null {
  // A column without a heading is named by its position.
  const words = cells.map((cell, at) =>
    plainText(cell) === '' ? `column ${at + 1}, without a heading` : cell,
  )
  const all = words.map((cell, at) => ({ at, heading: headingOf(cell, given, own?.acts.get(at)) }))
  const ignored = all.filter(({ heading }) => isIgnored(given, heading.words))
  const columns = all.filter((column) => !ignored.includes(column) && !own?.taken.includes(column.at))
  const names =
    columns.find(({ heading }) => givenRole(given, heading.words) === 'participant') ??
    (own ? columns.find(({ at }) => at === own.participant) : firstOf(columns, nameHeadings, columnKey)) ??
    null
  const code = own ? null : firstOf(columns, codeHeadings, codeKey)
  const participant = names ?? code
  if (participant === null) return null
  const rest = columns.filter((column) => column !== participant && column !== code)
  const effect = effectAmong(rest, rows, own)
  const open = rest.filter((column) => column !== effect)
  const kind = kindAmong(open, rows)
  const isAct = ({ heading }: TableColumn): boolean =>
    recordsActions(heading) || (kind !== null && dateHeading.test(columnKey(heading.words)))
  const others = open.filter((column) => column !== kind)
  return {
    participant,
    code,
    acts: others.filter(isAct),
    kind,
    effect,
    notRead: others.filter((column) => !isAct(column)),
    ignored,
    missing: missingColumns(
      given,
      all.map(({ heading }) => heading.words),
    ),
    days: printedDays(dayOrder ?? orderSaid([...words, ...(rows[0]?.cells ?? [])])),
    certainty,
  }
}

/** The column of entry into force. Under “In force”, some tables say yes or no. */
function effectAmong(
  columns: readonly TableColumn[],
  rows: HeadingContext['rows'],
  own: OwnColumns | undefined,
): TableColumn | null {
  if (own?.effect !== undefined) return columns.find(({ at }) => at === own.effect) ?? null
  const dated = columns.filter((column) => mayHoldDays(column, rows))
  return firstOf(dated, [effectHeading], columnKey)
}

function headingOf(
  cell: string,
  given: HeadingContext['given'],
  own: readonly DeclaredAct[] | undefined,
): Heading {
  const heading = own === undefined ? parseHeading(cell) : { words: plainText(cell), acts: own }
  const role = givenRole(given, heading.words)
  return role === undefined || role === 'participant'
    ? heading
    : { words: heading.words, acts: [{ kind: role, marker: null }] }
}

/** The first column with the surest heading. */
function firstOf(
  columns: readonly TableColumn[],
  headings: readonly RegExp[],
  keyOf: (words: string) => string,
): TableColumn | null {
  for (const pattern of headings) {
    const found = columns.find(({ heading }) => pattern.test(keyOf(heading.words)))
    if (found !== undefined) return found
  }
  return null
}

/** Whether the first cells of a column are empty, or one has a digit. */
const mayHoldDays = ({ at }: TableColumn, rows: HeadingContext['rows']): boolean => {
  const cells = rows.map((row) => plainText(row.cells[at] ?? '')).filter((cell) => !isBlank(cell))
  return cells.length === 0 || cells.some((cell) => /\d/.test(cell))
}

/** The column that names acts: by its heading, else one whose cells all name acts. */
function kindAmong(columns: readonly TableColumn[], rows: HeadingContext['rows']): TableColumn | null {
  const byCells = (column: TableColumn): boolean => {
    const cells = rows.map((row) => plainText(row.cells[column.at] ?? '')).filter((cell) => !isBlank(cell))
    return cells.length > 0 && cells.every((cell) => wholeAct(cell) !== null)
  }
  const unread = columns.filter(({ heading }) => !recordsActions(heading) && !isExplained(heading))
  const headed = unread.filter(({ heading }) => kindHeading.test(columnKey(heading.words)))
  return (
    headed.find(byCells) ??
    unread.find(byCells) ??
    columns.filter(({ heading }) => recordsActions(heading)).find(byCells) ??
    headed.find(({ at }) => rows.every(({ cells }) => !/\d/.test(cells[at] ?? ''))) ??
    null
  )
}

/** The effects that a table of this layout records, and can therefore contradict by omission. */
export function effectsOf({ acts, ignored }: Layout): Effect[] {
  const named = (columns: readonly TableColumn[]): Effect[] =>
    columns.flatMap(({ heading }) => heading.acts.flatMap(({ kind }) => (kind ? [effectOf(kind)] : [])))
  // A column of plain dates records what the column of kinds names.
  const isNamedByRow = acts.some(({ heading }) => !recordsActions(heading))
  const found = new Set<Effect>(isNamedByRow ? [...named(acts), 'binds'] : named(acts))
  for (const effect of named(ignored)) found.delete(effect)
  if (found.has('binds')) found.add('leaves')
  return effects.filter((effect) => found.has(effect))
}

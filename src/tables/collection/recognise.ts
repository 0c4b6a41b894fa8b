import type { Day, ImportFormat } from '../../domain/vocabulary.js'
import { type Delimiter, delimiters, firstLines, type Line } from '../csv.js'
import { longFormat } from '../datapackage/long.js'
import { FileRefused } from '../fault.js'
import type { HeadingContext, OpenedTable, TableFormat } from '../format.js'
import { advice, type Source } from '../source.js'
import { actionList } from './action-list.js'
import { type GivenColumns, nothingGiven } from './columns-given.js'
import { missingHalf } from './missing-half.js'
import { depositaryTable, isoTable, ohchrTable } from './participation-formats.js'
import { plainText } from './plain-text.js'
import { printedDays, readDay } from './printed-day.js'

const formats: readonly TableFormat[] = [longFormat, actionList, isoTable, depositaryTable, ohchrTable]

/** How to read a table: its delimiter, its format, and where its rows begin. */
export interface Recognised {
  readonly format: TableFormat
  readonly table: OpenedTable
  readonly delimiter: Delimiter
  readonly headingLine: number
  readonly asAt: StatedDay | null
  /** Dated rows above the heading that are not its “as at” day. */
  readonly above: readonly Line[]
}

/** The “as at” day that a file states, and its line. */
export interface StatedDay {
  readonly day: Day
  readonly line: number
}

/** The heading must be within this many characters and rows. */
const headLength = 65_536
const headRows = 10
/** The rows below a heading that show what its columns hold. */
const sampleRows = 200
/** In characters. The longest column heading seen has some 220. */
const longestHeading = 400

/** Whether a text is XML. A web page is not. */
export const isXml = (head: string): boolean => /^\s*<(\?xml|!--|Document\b)/.test(head)

/** The first `headLength` characters of a text. */
export async function headOf(source: Source): Promise<string> {
  let head = ''
  for await (const piece of source.text()) {
    head += piece
    if (head.length >= headLength) break
  }
  return head.slice(0, headLength)
}

/**
 * Detects from its first rows how to read a table.
 * @param forced  the only format to try
 * @throws FileRefused if it is not a table; the fault says what it looks like and which files can be read
 */
export function recognise(
  file: string,
  head: string,
  forced?: ImportFormat,
  given: GivenColumns = nothingGiven,
): Recognised {
  const tried = formats.filter(({ name }) => forced === undefined || name === forced)
  let dated: Line | undefined
  for (const delimiter of delimiters) {
    const rows = firstLines(wholeLines(head), delimiter, headRows + sampleRows)
    const found = opened(rows, tried, given)
    if (found === null) continue
    const { row, before, ...table } = found
    if (isHeading(row, before, head)) {
      const asAt = statedAsAt(before)
      const above = before.filter((one) => one.line !== asAt?.line && isDated(one))
      return { ...table, delimiter, headingLine: row.line, asAt, above }
    }
    if (row.cells.length > 1) dated ??= before.find((one) => isDatedRow(one))
  }
  if (dated !== undefined && lookAt(head) === undefined) {
    const reason = 'stands above the heading and has a date: take the line away, if it is no row of the table'
    throw new FileRefused([{ file, line: dated.line, column: null, value: dated.cells.join(' | '), reason }])
  }
  const reason = forced === undefined ? lookOf(head, given) : `has no heading of the format ${forced}`
  throw new FileRefused([{ file, line: null, column: null, value: null, reason: `${reason}. ${advice}` }])
}

/** The first row that is the heading of a format, and the rows above it. */
function opened(rows: readonly Line[], tried: readonly TableFormat[], given: GivenColumns) {
  for (const [at, row] of rows.slice(0, headRows).entries()) {
    const context: HeadingContext = { rows: rows.slice(at + 1), given }
    for (const format of tried) {
      const table = format.open(row, context)
      if (table !== null) return { row, format, table, before: rows.slice(0, at) }
    }
  }
  return null
}

/** Drops the last line of a truncated head, which may be incomplete. */
const wholeLines = (head: string): string =>
  head.length < headLength ? head : head.slice(0, head.lastIndexOf('\n') + 1)

const isDated = ({ cells }: Line): boolean => aDay.test(cells.join())

/** Whether a row may be one of the table: it has a date beside other cells. A line of text alone is a title. */
const isDatedRow = (row: Line): boolean =>
  statedDay(row) === null && isDated(row) && row.cells.filter((cell) => plainText(cell) !== '').length > 1

const aDay = /\d{1,2}[ /-][A-Za-z\d]{2,9}[ /-]\d{4}|\d{4}-\d{2}-\d{2}/

/**
 * A few short rows without dates may precede a heading. A heading with a single column must come first, without any date
 * in the text: any list of words looks like that.
 */
const isHeading = (heading: Line, before: readonly Line[], head: string): boolean => {
  if (heading.cells.some((cell) => cell.length > longestHeading)) return false
  if (heading.cells.length > 1)
    return before.every(
      (row) => statedDay(row) !== null || (row.cells.join().length <= longestHeading && !isDatedRow(row)),
    )
  return before.every((row) => statedDay(row) !== null) && !aDay.test(head) && !head.includes('|')
}

function statedAsAt(before: readonly Line[]): StatedDay | null {
  for (const row of before) {
    const day = statedDay(row)
    if (day !== null) return { day, line: row.line }
  }
  return null
}

/**
 * `STATUS AS AT : 04-05-2024 09:15:33 EDT` is day-first, because other pages of the same source print 20-04-2024. In
 * “As of 04-05-2024” the order is anybody's, so that only a month in words or an ISO day is read there.
 */
function statedDay({ cells }: Line): string | null {
  const text = plainText(cells.join(' '))
  const [, day = ''] = /^status as at\s*:?\s*(\d{1,2}[-/]\d{1,2}[-/]\d{4})\b/i.exec(text) ?? []
  const [, plain = ''] =
    /^(?:status )?as (?:at|of|on)\s*:?\s*(\d{1,2} [A-Za-z]+ \d{4}|\d{4}-\d{2}-\d{2})(?:$|[ .T])/i.exec(
      text,
    ) ?? []
  return day === '' ? readDay(plain, printedDays()) : readDay(day, printedDays('day-first'))
}

const looks: readonly (readonly [RegExp, string])[] = [
  [/^\s*<(!doctype html|html|head|body)/i, 'is a web page, not a table'],
  [/^\s*(From: <Saved by|MIME-Version:)/i, 'is a web archive (MHTML), not a page: save the page as HTML'],
  [/^\s*[{[]\s*("|\{|\[|\})/, 'is JSON, not a table'],
  [/[¦│║┌┐]|^\s*\+-{3,}/m, 'is a drawing of a table in characters, not a table'],
  [/^.*\.{5,}/m, 'is text taken from a PDF, whose columns are lost'],
  [/^[^\n]*\|[^\n]*\|?\s*$/m, 'is a table with “|” between its cells, taken from a page or a listing'],
  [
    /\bSTATUS AS AT\b|^CHAPTER [IVX]+\s*$|^\s*Participant\s*$/m,
    'is text taken from a web page or a PDF, whose columns are lost',
  ],
  [/^[^\n]*\byear\b/i, 'gives years, not days, and names no treaty action by its day'],
]

const lookAt = (head: string): string | undefined => looks.find(([pattern]) => pattern.test(head))?.[1]

const lookOf = (head: string, given: GivenColumns): string =>
  lookAt(head) ??
  missingHalf(
    delimiters.flatMap((delimiter) => firstLines(wholeLines(head), delimiter, headRows)),
    given,
  ) ??
  `has no heading, among its first rows, that names participants and treaty actions; it begins with “${plainText(head.slice(0, 200)).slice(0, 80)}”`

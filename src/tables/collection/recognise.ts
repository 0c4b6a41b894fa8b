import type { Day, ImportFormat } from '../../domain/vocabulary.js'
import { type Delimiter, delimiters, firstLines, type Line } from '../csv.js'
import { longFormat } from '../datapackage/long.js'
import { FileRefused } from '../fault.js'
import type { OpenedTable, TableFormat } from '../format.js'
import { advice, type Source } from '../source.js'
import { actionList } from './action-list.js'
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
}

/** The “as at” day that a file states, and its line. */
export interface StatedDay {
  readonly day: Day
  readonly line: number
}

/** The heading must be within this many characters and rows. */
const headLength = 65_536
const headRows = 6
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
export function recognise(file: string, head: string, forced?: ImportFormat): Recognised {
  const tried = formats.filter(({ name }) => forced === undefined || name === forced)
  for (const delimiter of delimiters) {
    const rows = firstLines(wholeLines(head), delimiter, headRows)
    const heading = rows.findIndex((row) => tried.some((format) => format.open(row) !== null))
    const row = rows[heading]
    const format = tried.find((one) => row !== undefined && one.open(row) !== null)
    const table = row === undefined ? null : format?.open(row)
    if (row && format && table && isHeading(row, rows.slice(0, heading), head))
      return { format, table, delimiter, headingLine: row.line, asAt: statedAsAt(rows.slice(0, heading)) }
  }
  const reason = forced === undefined ? lookOf(head) : `has no heading of the format ${forced}`
  throw new FileRefused([{ file, line: null, column: null, value: null, reason: `${reason}. ${advice}` }])
}

/** Drops the last line of a truncated head, which may be incomplete. */
const wholeLines = (head: string): string =>
  head.length < headLength ? head : head.slice(0, head.lastIndexOf('\n') + 1)

const aDay = /\d{1,2}[ /-][A-Za-z\d]{2,9}[ /-]\d{4}|\d{4}-\d{2}-\d{2}/

/**
 * A few short rows without dates may precede a heading. A heading with a single column must come first, without any date
 * in the text: any list of words looks like that.
 */
const isHeading = (heading: Line, before: readonly Line[], head: string): boolean => {
  if (heading.cells.some((cell) => cell.length > longestHeading)) return false
  if (heading.cells.length > 1)
    return before.every(
      (row) =>
        statedDay(row) !== null ||
        (row.cells.join().length <= longestHeading && !aDay.test(row.cells.join())),
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

/** `STATUS AS AT : 04-05-2024 09:15:33 EDT` is day-first, because other pages of the same source print 20-04-2024. */
function statedDay({ cells }: Line): string | null {
  const [, day = ''] =
    /^status as at\s*:?\s*(\d{1,2}[-/]\d{1,2}[-/]\d{4}|\d{1,2} [A-Za-z]+ \d{4}|\d{4}-\d{2}-\d{2})\b/i.exec(
      plainText(cells[0] ?? ''),
    ) ?? []
  return readDay(day, printedDays('day-first'))
}

const looks: readonly (readonly [RegExp, string])[] = [
  [/^\s*<(!doctype html|html|head|body)/i, 'is a web page, not a table'],
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

const lookOf = (head: string): string =>
  looks.find(([pattern]) => pattern.test(head))?.[1] ??
  `has no heading, among its first rows, that names participants and treaty actions; it begins with “${plainText(head.slice(0, 200)).slice(0, 80)}”`

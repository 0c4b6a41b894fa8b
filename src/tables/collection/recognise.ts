import type { Day, ImportFormat } from '../../domain/vocabulary.js'
import { firstLines, type Line } from '../csv.js'
import { type Delimiter, delimiters } from '../csv-text.js'
import { longFormat } from '../datapackage/long.js'
import { FileRefused } from '../fault.js'
import type { HeadingContext, OpenedTable, TableFormat } from '../format.js'
import { advice, type Source } from '../source.js'
import { actionList } from './action-list.js'
import { type GivenColumns, nothingGiven } from './columns-given.js'
import { depositaryTable, isoTable, ohchrTable } from './participation-formats.js'
import { plainText } from './plain-text.js'
import { printedDays, readDay } from './printed-day.js'
import { councilOfEurope } from './publishers/council-of-europe.js'
import { dutchTreatyDatabase } from './publishers/dutch-treaty-database.js'
import { fedlex } from './publishers/fedlex.js'
import { hagueConference } from './publishers/hague-conference.js'
import { unodaList } from './publishers/unoda.js'
import { lookAt } from './refusals/looks.js'
import { missingHalf } from './refusals/missing-half.js'
import { treatyMatrix } from './refusals/treaty-matrix.js'

const publishers: readonly TableFormat[] = [
  councilOfEurope,
  hagueConference,
  dutchTreatyDatabase,
  unodaList,
  fedlex,
]
const formats: readonly TableFormat[] = [
  longFormat,
  actionList,
  ...publishers,
  isoTable,
  depositaryTable,
  ohchrTable,
]

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

const isDated = ({ cells }: Line): boolean => aDay.test(cells.join()) || saysWhen.test(cells.join())

/** Whether a row may be one of the table: it has a date beside other cells. A line of text alone is a title. */
const isDatedRow = (row: Line): boolean =>
  statedDay(row) === null &&
  aDay.test(row.cells.join()) &&
  row.cells.filter((cell) => plainText(cell) !== '').length > 1

/** “As of January 2020”, “Stand: 1. Januar 2020”. */
const saysWhen =
  /\b(?:as (?:at|of|on)|status|stand|[ée]tat|situation|updated|retrieved|accessed)\b.*\b(?:19|20)\d\d\b/iu

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

const ofUnitedNations = /^status as at\s*:?\s*(\d{1,2}[-/]\d{1,2}[-/]\d{4})\b/i
const inWords = String.raw`(\d{1,2}(?:st|nd|rd|th|er|\.)? [\p{L}]+\.? \d{4}|[\p{L}]+ \d{1,2},? \d{4}|\d{4}-\d{2}-\d{2})(?:$|[ .,;T)])`
const inEnglish = new RegExp(
  `^[(#* ]*(?:(?:treaty |ratification |current )?status )?as (?:at|of|on)\\s*:?\\s*${inWords}`,
  'iu',
)
/** Here the day always stands first: “État au 02/01/2020”, “Stand: 1. Januar 2020”. */
const dayFirst = new RegExp(
  `^[(#* ]*(?:(?:[ée]tat|situation|statut)(?: des? [\\p{L} ]+)? (?:au|[àa] la date du|le)|stand(?: der [\\p{L} ]+)?(?: am| vom| per)?|situaci[óo]n al?)\\s*:?\\s*(?:${inWords}|(\\d{1,2}[./-]\\d{1,2}[./-]\\d{4}))`,
  'iu',
)

/**
 * `STATUS AS AT : 04-05-2024 09:15:33 EDT` is day-first, because other pages of the same source print 20-04-2024. In
 * “As of 04-05-2024” the order is anybody's, so that only a month in words or an ISO day is read there.
 */
function statedDay({ cells }: Line): string | null {
  const text = plainText(cells.join(' '))
  const [, ofPage] = ofUnitedNations.exec(text) ?? []
  const [, plain] = inEnglish.exec(text) ?? []
  const [, named, numeric] = dayFirst.exec(text) ?? []
  const day = ofPage ?? plain ?? named ?? numeric ?? ''
  return readDay(day, printedDays(plain === undefined ? 'day-first' : null))
}

const lookOf = (head: string, given: GivenColumns): string =>
  matrixIn(head) ??
  lookAt(head) ??
  missingHalf(
    delimiters.flatMap((delimiter) => firstLines(wholeLines(head), delimiter, headRows)),
    given,
  ) ??
  `has no heading, among its first rows, that names participants and treaty actions; it begins with “${plainText(head.slice(0, 200)).slice(0, 80)}”`

const matrixIn = (head: string): string | undefined => {
  for (const delimiter of delimiters) {
    const found = treatyMatrix(firstLines(wholeLines(head), delimiter, headRows + sampleRows))
    if (found !== undefined) return found
  }
  return undefined
}

import { CsvError, type Info, parse } from 'csv-parse'
import { parse as parseSync } from 'csv-parse/sync'
import { checkedText, type Delimiter, LongLine, longestRow } from './csv-text.js'
import type { Fault } from './fault.js'

/** A row of a table, with the line of the file on which it ends. */
export interface Line {
  readonly line: number
  readonly cells: readonly string[]
}

type Text = () => AsyncIterable<string>

/** The dialect of a table, as options of csv-parse. */
interface Dialect {
  readonly delimiter: Delimiter
  readonly record_delimiter: string[]
}

/** LF and CRLF may be mixed, as in merged tables. A lone CR ends rows only if the text has no LF. */
export const dialectOf = (head: string, delimiter: Delimiter): Dialect => ({
  delimiter,
  record_delimiter: head.includes('\n') ? ['\r\n', '\n'] : ['\r'],
})

const options = {
  relax_column_count: true,
  skip_empty_lines: true,
  // An unclosed quote must not read the rest of the file into memory.
  max_record_size: longestRow,
} as const

/** The most unclosed quotes to recover from. */
const mostBrokenQuotes = 50

/**
 * Streams the rows of a CSV (RFC 4180, or with another delimiter) in batches. After an unclosed quote, it reports a fault
 * and goes on with the next line, so that it finds the faults of later lines too.
 */
export async function* csvLines(
  text: Text,
  dialect: Dialect,
  fault: (fault: Omit<Fault, 'file'>) => void,
): AsyncGenerator<Line[]> {
  const newline = newlineOf(dialect)
  let skipped = 0
  for (let broken = 0; broken < mostBrokenQuotes; broken++) {
    let last = skipped
    try {
      for await (const batch of parsed(linesAfter(text(), newline, skipped), dialect, skipped)) {
        last = batch.at(-1)?.line ?? last
        yield batch
      }
      return
    } catch (error) {
      if (error instanceof LongLine) {
        fault({ line: error.line, column: null, value: error.beginning, reason: tooLong })
        skipped = error.line
        continue
      }
      if (!(error instanceof BrokenRow)) throw error
      yield error.before
      last = error.before.at(-1)?.line ?? last
      const opened = await nextLine(text(), newline, last)
      const reason = csvReason(error.cause)
      fault({ line: opened.line, column: null, value: opened.text.slice(0, 120), reason })
      skipped = opened.line
    }
  }
  const reason = `reading stops here: there are ${mostBrokenQuotes} quotes above that are not closed`
  fault({ line: skipped, column: null, value: null, reason })
}

/** A row that csv-parse cannot read, with the rows that it read before. */
class BrokenRow extends Error {
  constructor(
    readonly before: Line[],
    override readonly cause: CsvError,
  ) {
    super(cause.message)
  }
}

/**
 * Yields one batch of rows for each chunk of text. One promise a chunk instead of one a row is faster, and frees memory
 * sooner.
 * @param above  the number of lines in the file above the text
 */
async function* parsed(text: AsyncIterable<string>, dialect: Dialect, above: number): AsyncGenerator<Line[]> {
  let batch: Line[] = []
  const parser = parse({
    ...options,
    ...dialect,
    on_record: (cells: string[], { lines }) => {
      batch.push({ line: above + lines, cells })
      return null
    },
  })
  const taken = (): Line[] => {
    const rows = batch
    batch = []
    return rows
  }
  // Each error also reaches the callback of its write.
  parser.on('error', () => {})
  parser.resume()
  const write = (piece: string | null): Promise<void> =>
    new Promise((resolve, reject) => {
      const done = (error?: Error | null) => {
        if (error) reject(error instanceof CsvError ? new BrokenRow(taken(), error) : error)
        else resolve()
      }
      if (piece === null) parser.end(done)
      else parser.write(piece, done)
    })
  const shape = { newline: newlineOf(dialect), delimiter: dialect.delimiter }
  for await (const piece of checkedText(text, shape, above)) {
    await write(piece)
    yield taken()
  }
  await write(null)
  yield taken()
}

/** The first readable rows of a text, to recognise its format. */
export function firstLines(head: string, delimiter: Delimiter, count: number): Line[] {
  const rows = parseSync(head, {
    ...options,
    info: true,
    ...dialectOf(head, delimiter),
    to: count,
    relax_quotes: true,
    skip_records_with_error: true,
  }) as unknown as { record: string[]; info: Info }[]
  return rows.map(({ record, info }) => ({ line: info.lines, cells: record }))
}

const tooLong = 'the row is longer than 20,000 characters: a quote is open, or this is no table'

const csvReason = ({ code }: CsvError): string =>
  code === 'CSV_MAX_RECORD_SIZE'
    ? tooLong
    : 'a quote is opened here and not closed where the cell ends; a quote within a quoted cell is written twice'

const newlineOf = ({ record_delimiter }: Dialect): '\n' | '\r' =>
  record_delimiter.includes('\n') ? '\n' : '\r'

async function* linesAfter(
  text: AsyncIterable<string>,
  newline: string,
  count: number,
): AsyncGenerator<string> {
  let left = count
  for await (const piece of text) {
    let at = 0
    while (left > 0) {
      const end = piece.indexOf(newline, at)
      if (end < 0) break
      at = end + 1
      left--
    }
    if (left === 0 && at < piece.length) yield piece.slice(at)
  }
}

/** The first line after `line` that is not blank. */
async function nextLine(
  text: AsyncIterable<string>,
  newline: string,
  line: number,
): Promise<{ line: number; text: string }> {
  let number = line
  let rest = ''
  for await (const piece of linesAfter(text, newline, line)) {
    const lines = (rest + piece).split(newline)
    rest = lines.pop() ?? ''
    for (const one of lines) {
      number++
      if (one.trim() !== '') return { line: number, text: one.trim() }
    }
  }
  return { line: number + 1, text: rest.trim() }
}

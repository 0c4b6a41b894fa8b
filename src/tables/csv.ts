import { CsvError, type Info, parse } from 'csv-parse'
import { parse as parseSync } from 'csv-parse/sync'
import type { Fault } from './fault.js'

/** A row of a table, and the line of the file on which it ends. */
export interface Line {
  readonly line: number
  readonly cells: readonly string[]
}

export const delimiters = [',', ';', '\t'] as const
export type Delimiter = (typeof delimiters)[number]

type Text = () => AsyncIterable<string>

/** How a table is written, in the words of csv-parse. */
interface Dialect {
  readonly delimiter: Delimiter
  readonly record_delimiter: string[]
}

/** Rows may end each in its own way, as where tables were put together; alone, CR ends them only where nothing else does. */
export const dialectOf = (head: string, delimiter: Delimiter): Dialect => ({
  delimiter,
  record_delimiter: head.includes('\n') ? ['\r\n', '\n'] : ['\r'],
})

const options = {
  relax_column_count: true,
  skip_empty_lines: true,
  // A quote that is never closed must not swallow the memory.
  max_record_size: 20_000,
} as const

/** How often reading goes on after a quote that is not closed. */
const mostBrokenQuotes = 50

/**
 * The rows of a CSV (RFC 4180, or with another delimiter), streamed, some at a time. Where a quote is not closed, says so, and goes on
 * with the line after it, so that the faults of later lines are found too.
 */
export async function* csvLines(
  text: Text,
  dialect: Dialect,
  fault: (fault: Omit<Fault, 'file'>) => void,
): AsyncGenerator<Line[]> {
  let skipped = 0
  for (let broken = 0; broken < mostBrokenQuotes; broken++) {
    let last = skipped
    try {
      for await (const batch of parsed(linesAfter(text(), skipped), dialect, skipped)) {
        last = batch.at(-1)?.line ?? last
        yield batch
      }
      return
    } catch (error) {
      if (!(error instanceof BrokenRow)) throw error
      yield error.before
      last = error.before.at(-1)?.line ?? last
      const opened = await nextLine(text(), last)
      const reason = reasonOf(error.cause)
      fault({ line: opened.line, column: null, value: opened.text.slice(0, 120), reason })
      skipped = opened.line
    }
  }
  const reason = `reading stops here: there are ${mostBrokenQuotes} quotes above that are not closed`
  fault({ line: skipped, column: null, value: null, reason })
}

/** A row that csv-parse cannot read, and the rows before it that it has read. */
class BrokenRow extends Error {
  constructor(
    readonly before: Line[],
    override readonly cause: CsvError,
  ) {
    super(cause.message)
  }
}

/**
 * The rows of each piece of text, together: one promise a piece and not one a row, which is faster and lets memory go.
 * @param above  how many lines of the file stand above the text
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
  // Each failure reaches the callback of the write that caused it.
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
  for await (const piece of text) {
    await write(piece)
    yield taken()
  }
  await write(null)
  yield taken()
}

/** The first rows of a text, as far as they read, to recognise it by. */
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

const reasonOf = ({ code }: CsvError): string =>
  code === 'CSV_MAX_RECORD_SIZE'
    ? 'the row is longer than 20,000 characters: a quote is open, or this is no table'
    : 'a quote is opened here and not closed where the cell ends; a quote within a quoted cell is written twice'

async function* linesAfter(text: AsyncIterable<string>, count: number): AsyncGenerator<string> {
  let left = count
  for await (const piece of text) {
    let at = 0
    while (left > 0) {
      const end = piece.indexOf('\n', at)
      if (end < 0) break
      at = end + 1
      left--
    }
    if (left === 0 && at < piece.length) yield piece.slice(at)
  }
}

/** The first line after `line` that is not blank. */
async function nextLine(text: AsyncIterable<string>, line: number): Promise<{ line: number; text: string }> {
  let number = line
  let rest = ''
  for await (const piece of linesAfter(text, line)) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const one of lines) {
      number++
      if (one.trim() !== '') return { line: number, text: one.trim() }
    }
  }
  return { line: number + 1, text: rest.trim() }
}

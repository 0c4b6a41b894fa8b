import { Readable } from 'node:stream'
import { CsvError, type Info, parse } from 'csv-parse'
import { parse as parseSync } from 'csv-parse/sync'
import type { Fault } from '../fault.js'

/** A row of a table, and the line of the file on which it ends. */
export interface Line {
  readonly line: number
  readonly cells: readonly string[]
}

export const delimiters = [',', ';', '\t'] as const
export type Delimiter = (typeof delimiters)[number]

type Text = () => AsyncIterable<string>

const options = {
  info: true,
  relax_column_count: true,
  skip_empty_lines: true,
  // A quote that is never closed must not swallow the memory.
  max_record_size: 1_000_000,
} as const

/** How often reading goes on after a quote that is not closed. */
const mostBrokenQuotes = 50

/**
 * The rows of a CSV (RFC 4180, or with another delimiter), streamed. Where a quote is not closed, says so, and goes on
 * with the line after it, so that the faults of later lines are found too.
 */
export async function* csvLines(
  text: Text,
  delimiter: Delimiter,
  fault: (fault: Omit<Fault, 'file'>) => void,
): AsyncGenerator<Line> {
  let skipped = 0
  for (let broken = 0; broken < mostBrokenQuotes; broken++) {
    let last = skipped
    const parser = Readable.from(linesAfter(text(), skipped)).pipe(parse({ ...options, delimiter }))
    try {
      for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
        last = skipped + info.lines
        yield { line: last, cells: record }
      }
      return
    } catch (error) {
      if (!(error instanceof CsvError)) throw error
      const opened = await nextLine(text(), last)
      fault({ line: opened.line, column: null, value: opened.text.slice(0, 120), reason: reasonOf(error) })
      skipped = opened.line
    }
  }
}

/** The first rows of a text, as far as they read, to recognise it by. */
export function firstLines(head: string, delimiter: Delimiter, count: number): Line[] {
  const rows = parseSync(head, {
    ...options,
    delimiter,
    to: count,
    relax_quotes: true,
    skip_records_with_error: true,
  }) as unknown as { record: string[]; info: Info }[]
  return rows.map(({ record, info }) => ({ line: info.lines, cells: record }))
}

const reasonOf = ({ code }: CsvError): string =>
  code === 'CSV_MAX_RECORD_SIZE'
    ? 'the row is longer than a million characters: a quote is open, or this is no table'
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

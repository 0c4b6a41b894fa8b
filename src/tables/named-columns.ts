import { CsvError, parse } from 'csv-parse/sync'
import type { z } from 'zod'
import { plainCell } from './datapackage/cells.js'
import { type Fault, FileRefused } from './fault.js'

interface Line {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** A row of a table with named columns, with its line in the file. */
export type Row<T> = T & { readonly line: number }

/**
 * Reads a CSV (RFC 4180, UTF-8, with a header) and validates each row against the shape. An empty cell is absent.
 * @param file  the file's name, for messages
 * @throws FileRefused with every fault of the file
 */
export function readTable<S extends z.ZodObject>(text: string, file: string, shape: S): Row<z.infer<S>>[] {
  const [header, ...lines] = parseLines(text, file)
  const columns = header?.record ?? []
  const reason = headerFault(columns, shape)
  if (reason !== null) throw new FileRefused([{ file, line: 1, column: null, value: null, reason }])
  const faults: Fault[] = []
  const rows = lines.flatMap(({ record, info }) => {
    const cells = Object.fromEntries(
      columns.map((column, index) => [column, plainCell(record[index] ?? '') || undefined]),
    )
    const result = shape.safeParse(cells)
    if (result.success) return [{ ...result.data, line: info.lines }]
    faults.push(...faultsOf(result.error, info.lines, cells).map((fault) => ({ file, ...fault })))
    return []
  })
  if (faults.length > 0) throw new FileRefused(faults)
  return rows
}

function parseLines(text: string, file: string): Line[] {
  try {
    return parse(text, { bom: true, info: true, skip_empty_lines: true }) as unknown as Line[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { lines: line } = error as CsvError & { lines: number }
    throw new FileRefused([{ file, line, column: null, value: null, reason: error.message }])
  }
}

/**
 * The fault of a header that must have exactly the columns of a shape, in any order; null if it has none. A file may lack a
 * column whose `meta` says `mayBeLeftOut`, or in which release it was added: files of earlier releases do.
 */
export function headerFault(columns: readonly string[], { shape }: z.ZodObject): string | null {
  const expected = Object.keys(shape)
  const mayLack = (column: string): boolean => {
    const meta = shape[column]?.meta()
    return meta?.addedIn !== undefined || meta?.mayBeLeftOut === true
  }
  const wrong = [
    ...columns
      .filter((column) => !expected.includes(column))
      .map((column) => `“${column}” is not a column of it`),
    ...expected
      .filter((column) => !columns.includes(column) && !mayLack(column))
      .map((column) => `the column “${column}” is missing`),
    ...expected
      .filter((column) => columns.indexOf(column) !== columns.lastIndexOf(column))
      .map((column) => `the column “${column}” is there more than once`),
  ]
  return wrong.length === 0 ? null : `${wrong.join('; ')}; its columns are ${expected.join(', ')}`
}

/** The faults of one row, each with its column. */
export const faultsOf = (
  error: z.ZodError,
  line: number,
  cells: Readonly<Record<string, string | undefined>>,
): Omit<Fault, 'file'>[] =>
  error.issues.map((issue) => {
    const column = issue.path.length > 0 ? String(issue.path[0]) : null
    return {
      line,
      column,
      value: column === null ? null : (cells[column] ?? null),
      reason: issue.message,
    }
  })

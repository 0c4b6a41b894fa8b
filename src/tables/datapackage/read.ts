import { type Fault, FileRefused } from '../fault.js'
import { type Row, readTable } from '../named-columns.js'
import type { BulkTable } from './table.js'
import { type BulkName, type BulkRow, bulkTables } from './tables.js'

/** Gives the text of a file by its name; null if there is none. */
export type ReadFile = (file: string) => string | null

/** The rows of tables, each with its line. */
export type TablesRead<Name extends BulkName> = { readonly [One in Name]: Row<BulkRow<One>>[] }

/**
 * Reads tables in our own bulk format. Primary keys must be unique, and foreign keys must match a row.
 * @throws FileRefused with every fault of the first faulty file, else of all keys
 */
export function readBulkTables<Name extends BulkName>(
  names: readonly Name[],
  read: ReadFile,
): TablesRead<Name> {
  const tables = new Map<string, AnyRow[]>(names.map((name) => [name, rowsOf(name, read(fileOf(name)))]))
  const faults = names.flatMap((name) => {
    const { primaryKey, foreignKeys } = bulkTables[name]
    const rows = tables.get(name) ?? []
    return [
      ...repeatedKeys(rows, primaryKey),
      ...foreignKeys.flatMap(({ fields, table, to }) =>
        dangling(rows, fields, tables.get(table) ?? [], to, table),
      ),
    ].map((fault) => ({ file: fileOf(name), ...fault }))
  })
  if (faults.length > 0) throw new FileRefused(faults)
  return Object.fromEntries(tables) as TablesRead<Name>
}

function rowsOf(name: BulkName, text: string | null): AnyRow[] {
  const { row, addedIn }: BulkTable = bulkTables[name]
  if (text !== null) return readTable(text, fileOf(name), row)
  if (addedIn !== undefined) return []
  throw new FileRefused([{ file: fileOf(name), line: null, column: null, value: null, reason: 'is missing' }])
}

const fileOf = (name: string): string => `${name}.csv`

type AnyRow = Row<Record<string, unknown>>
type Found = Omit<Fault, 'file'>

const keyOf = (row: AnyRow, columns: readonly string[]): string =>
  columns.map((column) => String(row[column])).join(' / ')

function repeatedKeys(rows: readonly AnyRow[], key: readonly string[]): Found[] {
  const lines = new Map<string, number>()
  if (key.length === 0) return []
  return rows.flatMap((row) => {
    const value = keyOf(row, key)
    const first = lines.get(value)
    lines.set(value, first ?? row.line)
    if (first === undefined) return []
    return [{ line: row.line, column: key.join(', '), value, reason: `stands on line ${first} already` }]
  })
}

function dangling(
  rows: readonly AnyRow[],
  fields: readonly string[],
  targets: readonly AnyRow[],
  to: readonly string[],
  table: string,
): Found[] {
  const known = new Set(targets.map((target) => keyOf(target, to)))
  return rows
    .filter((row) => fields.every((field) => row[field] !== undefined) && !known.has(keyOf(row, fields)))
    .map((row) => ({
      line: row.line,
      column: fields.join(', '),
      value: keyOf(row, fields),
      reason: `is not in ${fileOf(table)}`,
    }))
}

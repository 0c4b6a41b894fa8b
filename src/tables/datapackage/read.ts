import { type Fault, FileRefused } from '../fault.js'
import { type Row, readTable } from '../named-columns.js'
import { type BulkName, type BulkRow, bulkTables } from './tables.js'

/** The rows of tables, each with its line. */
export type TablesRead<Name extends BulkName> = { readonly [One in Name]: Row<BulkRow<One>>[] }

/**
 * Reads tables in our own bulk format. Primary keys must be unique, and foreign keys must match a row.
 * @param read  gives the text of a file by its name
 * @throws FileRefused with every fault of the first faulty file, else of all keys
 */
export function readBulkTables<Name extends BulkName>(
  names: readonly Name[],
  read: (file: string) => string,
): TablesRead<Name> {
  const tables = new Map<string, AnyRow[]>(
    names.map((name) => [name, readTable(read(fileOf(name)), fileOf(name), bulkTables[name].row)]),
  )
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

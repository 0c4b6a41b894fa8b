import type { Database } from 'better-sqlite3'
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

/**
 * An insert to be run for row after row: the columns are drizzle's, the statement SQLite's own, because what drizzle does
 * for each run is a third of the time of an import. Only for columns that are stored as they are given.
 */
export function bulkInsert<T extends SQLiteTable>(
  client: Database,
  table: T,
): (row: Record<keyof T['$inferSelect'], string | number | null>) => void {
  const columns = Object.entries(getTableColumns(table))
  const names = columns.map(([, { name }]) => `"${name}"`).join(', ')
  const places = columns.map(() => '?').join(', ')
  const insert = client.prepare(`INSERT INTO "${getTableName(table)}" (${names}) VALUES (${places})`)
  const keys = columns.map(([key]) => key as keyof T['$inferSelect'])
  return (row) => {
    insert.run(keys.map((key) => row[key]))
  }
}

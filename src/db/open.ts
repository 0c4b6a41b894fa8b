import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { DomainError } from '../domain/errors.js'
import { Database } from './driver.js'
import { refusing } from './failures.js'
import { refuseNewer } from './integrity.js'
import * as schema from './schema.js'

export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database }

/** What a transaction writes through. */
export type Tx = Pick<Db, 'select' | 'selectDistinct' | 'insert' | 'update'>

/**
 * Opens the database, and makes the file and its folder where there are none.
 * @param path  a file's path, or `:memory:`
 * @throws DatabaseRefused where the file cannot be opened or is no SQLite database
 */
export function openDatabase(path: string): Db {
  return refusing(path, () => {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
    const client = new Database(path)
    client.pragma('busy_timeout = 5000')
    client.pragma('journal_mode = WAL')
    client.pragma('synchronous = NORMAL')
    client.pragma('foreign_keys = ON')
    // After each import the pages that it touched would be written home; a folder of tables writes them once for many.
    client.pragma('wal_autocheckpoint = 16000')
    return drizzle(client, { schema })
  })
}

/**
 * Opens a replica that another process writes.
 * @throws Error where there is no such file, or it holds no record yet
 */
export function openReadOnly(path: string): Db {
  if (!holdsRecord(path))
    throw new DomainError(
      'not-found',
      `${path}: the primary holds no record yet: run “ratification seed” once`,
    )
  const client = new Database(path, { readonly: true })
  client.pragma('busy_timeout = 5000')
  return drizzle(client, { schema })
}

/** Whether a file is there and holds the tables of a record. */
export function holdsRecord(path: string): boolean {
  if (!existsSync(path)) return false
  const client = new Database(path, { readonly: true })
  const found = client.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'imports'").get()
  client.close()
  return found !== undefined
}

/**
 * Brings the schema up to date with the migrations in `folder`; one that has been run is not run again.
 * @throws DatabaseRefused where a newer version has written it, or it cannot be written
 */
export function migrateDatabase(db: Db, folder: string): void {
  refusing(db.$client.name || 'The libSQL server', () => {
    refuseNewer(db.$client, folder)
    migrate(db, { migrationsFolder: folder })
  })
}

import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { DomainError } from '../../domain/errors.js'
import * as schema from '../schema.js'
import { Database } from './driver.js'
import { refusing } from './failures.js'
import { refuseNewer } from './integrity.js'

export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database }

/** The part of the database that code within a transaction may use. */
export type Tx = Pick<Db, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete'>

/**
 * Opens the database, and creates the file and its folder if they are missing.
 * @param path  a file's path, or `:memory:`
 * @throws DatabaseRefused if the file cannot be opened or is not an SQLite database
 */
export function openDatabase(path: string): Db {
  return refusing(path, () => {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
    const client = new Database(path)
    client.pragma('busy_timeout = 5000')
    client.pragma('journal_mode = WAL')
    client.pragma('synchronous = NORMAL')
    client.pragma('foreign_keys = ON')
    // The default checkpoints after nearly every import. This one lets an import of a whole folder checkpoint once for many.
    client.pragma('wal_autocheckpoint = 16000')
    return drizzle(client, { schema })
  })
}

/**
 * Opens a replica that another process writes.
 * @throws Error if the file is missing or holds no record yet
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

/** Whether a file exists and holds the tables of a record. */
export function holdsRecord(path: string): boolean {
  if (!existsSync(path)) return false
  const client = new Database(path, { readonly: true })
  const found = client.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'imports'").get()
  client.close()
  return found !== undefined
}

/**
 * Runs the migrations in `folder` that the database has not run yet.
 * @throws DatabaseRefused if a newer version has written the database, or it cannot be written
 */
export function migrateDatabase(db: Db, folder: string): void {
  refusing(db.$client.name || 'The libSQL server', () => {
    refuseNewer(db.$client, folder)
    migrate(db, { migrationsFolder: folder })
  })
}

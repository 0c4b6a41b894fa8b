import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { DomainError } from '../../domain/errors.js'
import * as schema from '../schema.js'
import { Database } from './driver.js'
import { cannotBeOpened, DatabaseRefused, refusing } from './failures.js'
import { refuseNewer, refuseUnmigrated } from './integrity.js'

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

/** Whether a database exists that this process cannot write, as on a read-only mount. SQLite writes beside the file, too. */
export const isReadOnly = (path: string): boolean =>
  existsSync(path) && !(isWritable(path) && isWritable(dirname(path)))

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Opens a database that cannot be written.
 * @param folder  the migrations of this code: the database must have run them all
 * @throws DatabaseRefused if it cannot be read as it is
 */
export function openUnwritable(path: string, folder: string): Db {
  return refusing(path, () => {
    const client = readOnlyClient(path)
    try {
      refuseUnmigrated(client, folder, path)
      return drizzle(client, { schema })
    } catch (error) {
      client.close()
      throw error
    }
  })
}

/**
 * In WAL mode, SQLite needs two files beside the database. It reads them where a writer has them open, and cannot make them
 * on a read-only mount. Nobody writes there, so the file is then read into memory, out of WAL mode.
 * @see https://www.sqlite.org/wal.html#read_only_databases
 */
function readOnlyClient(path: string): Database.Database {
  try {
    const client = new Database(path, { readonly: true })
    client.prepare('SELECT 1 FROM sqlite_schema').get()
    return client
  } catch (error) {
    if (!cannotBeOpened(error)) throw error
    if (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size)
      throw new DatabaseRefused(
        path,
        'is read-only, and its last changes are in a file beside it (-wal): open it once where it may be written, for example with “ratification check”',
        error,
      )
    const bytes = readFileSync(path)
    // The versions of the file format that write and read it (sqlite.org/fileformat2.html#file_format_version_numbers).
    bytes.fill(1, 18, 20)
    return new Database(bytes, { readonly: true })
  }
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

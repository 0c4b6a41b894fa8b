import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Database } from './driver.js'
import { DatabaseRefused, refusing } from './failures.js'

/**
 * Verifies that a file is a complete record: SQLite finds no corrupt page and no broken foreign key, and it holds an
 * import.
 * @returns the number of its newest import
 * @throws DatabaseRefused with the reason
 */
export function verifyRecord(path: string): number {
  if (!existsSync(path)) throw new DatabaseRefused(path, 'is not there')
  return refusing(path, () => {
    const client = new Database(path, { fileMustExist: true })
    try {
      const found = client.pragma('integrity_check', { simple: true })
      if (found !== 'ok') throw new DatabaseRefused(path, `is damaged: ${found}`)
      if (client.prepare('SELECT * FROM pragma_foreign_key_check').all().length > 0)
        throw new DatabaseRefused(path, 'has references that lead nowhere')
      return newestRevision(client, path)
    } finally {
      client.close()
    }
  })
}

function newestRevision(client: Database.Database, path: string): number {
  const isRecord = client
    .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'imports'")
    .get()
  const newest = isRecord ? client.prepare('SELECT max(revision) FROM imports').pluck().get() : null
  if (typeof newest !== 'number') throw new DatabaseRefused(path, 'is a database, but holds no record')
  return newest
}

/**
 * Checks that this code knows every migration of the database.
 * @param folder  the migrations of this code
 * @throws DatabaseRefused if a newer version has written it: this version would misread it
 */
export function refuseNewer(client: Database.Database, folder: string, path = client.name): void {
  if (lastMigrationOf(client) > newestIn(folder))
    throw new DatabaseRefused(path, 'was written by a newer version of this program: run that one')
}

/**
 * Checks that a database that cannot be written is up to date, and holds a record.
 * @param folder  the migrations of this code
 * @throws DatabaseRefused with what to do where it may be written
 */
export function refuseUnmigrated(client: Database.Database, folder: string, path: string): void {
  refuseNewer(client, folder, path)
  const last = lastMigrationOf(client)
  if (last === 0 || client.prepare('SELECT 1 FROM imports').get() === undefined)
    throw new DatabaseRefused(
      path,
      'is read-only, and holds no record: run “ratification seed” where it may be written',
    )
  if (last < newestIn(folder))
    throw new DatabaseRefused(
      path,
      'is read-only, and of an earlier version of this program: run “ratification migrate” where it may be written',
    )
}

/** The instant that names the last migration of a database; 0 if it has run none. */
function lastMigrationOf(client: Database.Database): number {
  const isMigrated = client.prepare("SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'").get()
  return isMigrated
    ? Number(client.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get())
    : 0
}

function newestIn(folder: string): number {
  const { entries } = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as {
    entries: { when: number }[]
  }
  return Math.max(...entries.map(({ when }) => when))
}

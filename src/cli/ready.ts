import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { DatabaseRefused, isOvertaken } from '../db/sqlite/failures.js'
import { type Db, isReadOnly, migrateDatabase, openDatabase, openUnwritable } from '../db/sqlite/open.js'
import { openPrimary } from '../db/sqlite/primary.js'
import { openStore } from '../db/store.js'
import { seedRecord } from '../import/seed.js'
import type { Config } from './config.js'
import { invalid } from './invalid.js'
import { packageFile } from './package-files.js'
import type { World } from './world.js'

/** Opens the configured database, migrates it, and seeds it if it is empty. */
export function openReady(world: Pick<World, 'config' | 'now' | 'note'>): Db {
  const db = openMigrated(world)
  retryIfOvertaken(() => {
    if (!isEmpty(db)) return
    seedRecord(db, packageFile('seed'), world.now().toISOString())
    world.note(`Seeded ${nameOfRecord(world.config())}`)
  })
  return db
}

/**
 * Opens the configured database for commands that need an existing one.
 * @throws DomainError if there is none: run in the wrong folder, the command would otherwise create a second record
 */
export function openExisting(world: Pick<World, 'config' | 'now' | 'note'>): Db {
  const { primary, database } = world.config()
  if (primary === null && !existsSync(database))
    throw invalid(
      `There is no database at ${resolve(database)}: DATABASE_URL says where it is; “ratification seed” makes one`,
    )
  return openReady(world)
}

/**
 * Opens the configured database for commands that change an existing one.
 * @throws DomainError if there is none; DatabaseRefused if it is read-only
 */
export const openToWrite = (world: Pick<World, 'config' | 'now' | 'note'>): Db =>
  toWrite(openExisting(world), world)

/**
 * For commands that write.
 * @throws DatabaseRefused if the database is read-only: a table would otherwise be read in vain
 */
export function toWrite(db: Db, { config }: Pick<World, 'config'>): Db {
  if (db.$client.readonly !== true) return db
  db.$client.close()
  throw new DatabaseRefused(config().database, 'is read-only: nothing can be changed in it')
}

/** Opens the configured database and migrates it. One that cannot be written must be migrated already. */
export function openMigrated({ config }: Pick<World, 'config'>): Db {
  return retryIfOvertaken(() => {
    const { database, primary } = config()
    if (primary === null && isReadOnly(database)) return openUnwritable(database, packageFile('migrations'))
    const db = primary ? openPrimary(primary) : openDatabase(database)
    try {
      migrateDatabase(db, packageFile('migrations'))
      return db
    } catch (error) {
      db.$client.close()
      throw error
    }
  })
}

/**
 * Retries once if another process made the same change first. Two processes that start at once on a new file both find
 * it empty. The later transaction fails and rolls back; its retry finds the work done.
 */
function retryIfOvertaken<T>(use: () => T): T {
  try {
    return use()
  } catch (error) {
    if (!isOvertaken(error)) throw error
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)
    return use()
  }
}

/** @throws DomainError if the record is on a libSQL server, which has its own backups */
export function fileOfRecord({ database, primary }: Config): string {
  if (primary === null) return database
  const detail = `The record is on ${primary.url}: it is backed up and restored there, with the server's own tools`
  throw invalid(detail)
}

/** The location of the record: the path of its file, or the address of its server. */
export const nameOfRecord = ({ database, primary }: Config): string => primary?.url ?? database

/** Whether nothing has been imported yet, the seed included. */
export const isEmpty = (db: Db): boolean => openStore(db).imports.newest() === undefined

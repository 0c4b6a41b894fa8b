import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { isOvertaken } from '../db/failures.js'
import { type Db, migrateDatabase, openDatabase } from '../db/open.js'
import { openPrimary } from '../db/primary.js'
import { openStore } from '../db/store.js'
import { seedRecord } from '../import/seed.js'
import type { Config } from './config.js'
import { invalid } from './invalid.js'
import { packageFile } from './package-files.js'
import type { World } from './world.js'

/** The configured database, migrated, and seeded where it is empty. */
export function openReady(world: Pick<World, 'config' | 'now' | 'note'>): Db {
  const db = openMigrated(world)
  twice(() => {
    if (!isEmpty(db)) return
    seedRecord(db, packageFile('seed'), world.now().toISOString())
    world.note(`Seeded ${nameOfRecord(world.config())}`)
  })
  return db
}

/**
 * The configured database, for who has no use for a new one.
 * @throws DomainError where there is none: a command that was run in another folder would speak of a record that nobody serves
 */
export function openExisting(world: Pick<World, 'config' | 'now' | 'note'>): Db {
  const { primary, database } = world.config()
  if (primary === null && !existsSync(database))
    throw invalid(
      `There is no database at ${resolve(database)}: DATABASE_URL says where it is; “ratification seed” makes one`,
    )
  return openReady(world)
}

/** The configured database, migrated. */
export function openMigrated({ config }: Pick<World, 'config'>): Db {
  return twice(() => {
    const { database, primary } = config()
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
 * Two processes that start at once on a new file both find it empty: the one that comes too late fails in its transaction, of which
 * nothing stays, and finds at its second look that all is done.
 */
function twice<T>(use: () => T): T {
  try {
    return use()
  } catch (error) {
    if (!isOvertaken(error)) throw error
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)
    return use()
  }
}

/** @throws DomainError where the record is on a libSQL server, which has its own backups */
export function fileOfRecord({ database, primary }: Config): string {
  if (primary === null) return database
  const detail = `The record is on ${primary.url}: it is backed up and restored there, with the server's own tools`
  throw invalid(detail)
}

/** Where the record is: the path of its file, or the address of its server. */
export const nameOfRecord = ({ database, primary }: Config): string => primary?.url ?? database

/** Whether nothing has been imported yet, the seed included. */
export const isEmpty = (db: Db): boolean => openStore(db).imports.newest() === undefined

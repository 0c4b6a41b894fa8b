import { isOvertaken } from '../db/failures.js'
import { type Db, migrateDatabase, openDatabase } from '../db/open.js'
import { openStore } from '../db/store.js'
import { packageFile } from './package-files.js'
import { seedRecord } from './seed.js'
import type { World } from './world.js'

/** The configured database, migrated, and seeded where it is empty. */
export function openReady(world: Pick<World, 'config' | 'now' | 'note'>): Db {
  const db = openMigrated(world)
  twice(() => {
    if (!isEmpty(db)) return
    seedRecord(db, packageFile('seed'), world.now().toISOString())
    world.note(`Seeded ${world.config().database}`)
  })
  return db
}

/** The configured database, migrated. */
export function openMigrated({ config }: Pick<World, 'config'>): Db {
  return twice(() => {
    const db = openDatabase(config().database)
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

/** Whether nothing has been imported yet, the seed included. */
export const isEmpty = (db: Db): boolean => openStore(db).imports.newest() === undefined

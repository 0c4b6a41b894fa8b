import { type Db, migrateDatabase, openDatabase } from '../db/open.js'
import { openPrimary } from '../db/primary.js'
import { openStore } from '../db/store.js'
import type { Config } from './config.js'
import { packageFile } from './package-files.js'
import { seedRecord } from './seed.js'
import type { World } from './world.js'

/** The configured database, migrated, and seeded where it is empty. */
export function openReady(world: Pick<World, 'config' | 'now' | 'note'>): Db {
  const db = openMigrated(world)
  if (isEmpty(db)) {
    seedRecord(db, packageFile('seed'), world.now().toISOString())
    world.note(`Seeded ${nameOfRecord(world.config())}`)
  }
  return db
}

/** The configured database, migrated. */
export function openMigrated({ config }: Pick<World, 'config'>): Db {
  const { database, primary } = config()
  const db = primary ? openPrimary(primary) : openDatabase(database)
  migrateDatabase(db, packageFile('migrations'))
  return db
}

/** Where the record is: the path of its file, or the address of its server. */
export const nameOfRecord = ({ database, primary }: Config): string => primary?.url ?? database

/** Whether nothing has been imported yet, the seed included. */
export const isEmpty = (db: Db): boolean => openStore(db).imports.newest() === undefined

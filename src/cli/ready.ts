import { type Db, migrateDatabase, openDatabase } from '../db/open.js'
import { openStore } from '../db/store.js'
import { packageFile } from './package-files.js'
import { seedRecord } from './seed.js'
import type { World } from './world.js'

/** The configured database, migrated, and seeded where it is empty. */
export function openReady({ config, now, note }: Pick<World, 'config' | 'now' | 'note'>): Db {
  const { database } = config()
  const db = openDatabase(database)
  migrateDatabase(db, packageFile('migrations'))
  if (openStore(db).imports.newest() === undefined) {
    seedRecord(db, packageFile('seed'), now().toISOString())
    note(`Seeded ${database}`)
  }
  return db
}

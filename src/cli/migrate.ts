import type { Command } from 'commander'
import { openStore } from '../db/store.js'
import { nameOfRecord, openMigrated, openReady } from './ready.js'
import type { World } from './world.js'

interface Json {
  readonly json: boolean
}

/** `ratification migrate`: migrates the database. */
export const migrateCommand = (program: Command, world: World): Command =>
  program
    .command('migrate')
    .description('bring the database’s schema up to date, and make the file where there is none')
    .option('--json', 'print where it is as JSON', false)
    .action(({ json }: Json) => {
      openMigrated(world)
      const database = nameOfRecord(world.config())
      world.print(json ? JSON.stringify({ database }) : `${database} is up to date`)
    })

/** `ratification seed`: fills an empty database from seed/. */
export const seedCommand = (program: Command, world: World): Command =>
  program
    .command('seed')
    .description('fill an empty database with the record in seed/')
    .option('--json', 'print where it is, and its revision, as JSON', false)
    .action(({ json }: Json) => {
      const database = nameOfRecord(world.config())
      const revision = openStore(openReady(world)).imports.newest()?.number
      world.print(json ? JSON.stringify({ database, revision }) : `${database} holds the record`)
    })

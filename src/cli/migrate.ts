import type { Command } from 'commander'
import { nameOfRecord, openMigrated } from './ready.js'
import type { World } from './world.js'

/** `ratification migrate`: migrates the database. */
export const migrateCommand = (program: Command, world: World): Command =>
  program
    .command('migrate')
    .description('bring the database’s schema up to date, and make the file where there is none')
    .option('--json', 'print where it is as JSON', false)
    .action(({ json }: { json: boolean }) => {
      openMigrated(world)
      const database = nameOfRecord(world.config())
      world.print(json ? JSON.stringify({ database }) : `${database} is up to date`)
    })

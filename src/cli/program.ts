import { Command } from 'commander'
import type { Db } from '../db/open.js'
import { migrateDatabase, openDatabase } from '../db/open.js'
import { openStore } from '../db/store.js'
import { checkRecord } from './check.js'
import type { Config } from './config.js'
import { writeOpenApi } from './openapi.js'
import { packageFile } from './package-files.js'
import { seedRecord } from './seed.js'
import { serve } from './serve.js'

/** What the command has of the world outside. */
export interface World {
  /** @throws ConfigError */
  readonly config: () => Config
  readonly now: () => Date
  readonly print: (line: string) => void
  /** Says what is no part of the output, so that a machine may read that. */
  readonly note: (line: string) => void
  /** Makes the command exit with 1 once it is done. */
  readonly fail: () => void
}

/** The command line: what it takes, and which file does it. */
export function createProgram(world: World): Command {
  const program = new Command('ratification')
    .description('Who has, and who has not, ratified: the record of treaty ratification status')
    .configureOutput({ outputError: (text, write) => write(text) })
    .exitOverride((error) => {
      process.exitCode = error.exitCode === 0 ? 0 : 2
      process.exit()
    })
  program
    .command('serve')
    .description('serve the API; the first start migrates and seeds the database')
    .action(async () => {
      const config = world.config()
      const db = openReady(config, world)
      await serve(db, config, world)
    })
  program
    .command('migrate')
    .description('bring the database’s schema up to date, and make the file where there is none')
    .action(() => {
      const { database } = world.config()
      migrateDatabase(openDatabase(database), packageFile('migrations'))
      world.print(`${database} is up to date`)
    })
  program
    .command('seed')
    .description('fill an empty database with the record in seed/')
    .action(() => {
      const config = world.config()
      openReady(config, world)
      world.print(`${config.database} holds the record`)
    })
  program
    .command('check')
    .description('reconcile the record with the printed totals and with itself; exits with 1 on a difference')
    .option('--json', 'print the findings as JSON')
    .action(({ json = false }: { json?: boolean }) => {
      const { lines, sound } = checkRecord(openStore(openReady(world.config(), world)), world.now(), json)
      for (const line of lines) world.print(line)
      if (!sound) world.fail()
    })
  program
    .command('openapi')
    .description('write openapi.json and openapi.yaml, with true answers of the seed as examples')
    .argument('<folder>')
    .action(async (folder: string) => {
      for (const file of await writeOpenApi(folder)) world.print(`wrote ${file}`)
    })
  return program
}

/** The configured database, migrated, and seeded where it is empty. */
function openReady({ database }: Config, { now, note }: World): Db {
  const db = openDatabase(database)
  migrateDatabase(db, packageFile('migrations'))
  if (openStore(db).imports.newest() === undefined) {
    seedRecord(db, packageFile('seed'), now().toISOString())
    note(`Seeded ${database}`)
  }
  return db
}

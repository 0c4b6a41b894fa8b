import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { openStore } from '../db/store.js'
import { aliasCommand } from './alias.js'
import { backupCommand } from './backup.js'
import { checkRecord } from './check.js'
import { exportCommand } from './export.js'
import { importCommand } from './import/command.js'
import { mcpCommand } from './mcp.js'
import { packageFile } from './package-files.js'
import { nameOfRecord, openMigrated, openReady } from './ready.js'
import { restoreCommand } from './restore.js'
import { revertCommand } from './revert.js'
import { tokenCommand } from './token.js'
import type { World } from './world.js'

const inJson = 'print JSON, for machines'

interface Json {
  readonly json: boolean
}

/** The command line: what it takes, and which file does it. */
export function createProgram(world: World): Command {
  const program = new Command('ratification')
    .description('Who has, and who has not, ratified: the record of treaty ratification status')
    .version(JSON.parse(readFileSync(packageFile('package.json'), 'utf8')).version)
    .configureOutput({ outputError: (text, write) => write(text) })
    .exitOverride((error) => {
      process.exitCode = error.exitCode === 0 ? 0 : 2
      process.exit()
    })
  program
    .command('serve')
    .description('serve the API; the first start migrates and seeds the database')
    .action(async () => {
      // Only who serves loads the server: an import is quicker, and takes less memory, without it.
      const { serve } = await import('./serve.js')
      await serve(world)
    })
  program
    .command('migrate')
    .description('bring the database’s schema up to date, and make the file where there is none')
    .option('--json', inJson, false)
    .action(({ json }: Json) => {
      openMigrated(world)
      const database = nameOfRecord(world.config())
      world.print(json ? JSON.stringify({ database }) : `${database} is up to date`)
    })
  program
    .command('seed')
    .description('fill an empty database with the record in seed/')
    .option('--json', inJson, false)
    .action(({ json }: Json) => {
      const database = nameOfRecord(world.config())
      const revision = openStore(openReady(world)).imports.newest()?.number
      world.print(json ? JSON.stringify({ database, revision }) : `${database} holds the record`)
    })
  program
    .command('check')
    .description('reconcile the record with the printed totals and with itself; exits with 1 on a difference')
    .option('--json', inJson, false)
    .action(({ json }: Json) => {
      const { lines, sound } = checkRecord(openStore(openReady(world)), world.now(), json)
      for (const line of lines) world.print(line)
      if (!sound) world.fail()
    })
  importCommand(program, world)
  exportCommand(program, world)
  revertCommand(program, world)
  aliasCommand(program, world)
  tokenCommand(program, world)
  backupCommand(program, world)
  restoreCommand(program, world)
  mcpCommand(program, world)
  program
    .command('openapi')
    .description('write openapi.json and openapi.yaml, with true answers of the seed as examples')
    .argument('<folder>')
    .option('--json', inJson, false)
    .action(async (folder: string, { json }: Json) => {
      const { writeOpenApi } = await import('./openapi.js')
      const written = await writeOpenApi(folder)
      world.print(json ? JSON.stringify({ written }) : written.map((file) => `wrote ${file}`).join('\n'))
    })
  return program
}

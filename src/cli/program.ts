import { Command } from 'commander'
import { version } from '../http/version.js'
import { aliasCommand } from './alias.js'
import { checkCommand } from './check.js'
import { groupCommand } from './groups/group.js'
import { importCommand } from './import/import.js'
import { looksCommand } from './import/looks.js'
import { refreshCommand } from './import/refresh.js'
import { mcpCommand } from './mcp.js'
import { messagesCommand } from './messages.js'
import { migrateCommand } from './migrate.js'
import { digestCommand } from './news/digest.js'
import { subscriptionCommand } from './news/subscription.js'
import { publishCommand } from './publish/publish.js'
import { backupCommand } from './record/backup.js'
import { exportCommand } from './record/export.js'
import { restoreCommand } from './record/restore.js'
import { revertCommand } from './record/revert.js'
import { seedCommand } from './seed.js'
import { statementsCommand } from './statements.js'
import { tokenCommand } from './token.js'
import type { World } from './world.js'

/**
 * The command line, one file a command. It throws a CommanderError at wrong usage, and once help is printed, instead of ending the
 * process.
 */
export function createProgram(world: World): Command {
  const program = new Command('ratification')
    .description('Who has, and who has not, ratified: the record of treaty ratification status')
    .version(version)
    .configureOutput({
      writeOut: (text) => world.print(text.trimEnd()),
      writeErr: (text) => world.note(text.trimEnd()),
    })
    .exitOverride()
  program
    .command('serve')
    .description('serve the API; the first start migrates and seeds the database')
    .action(async () => {
      // Load the server only to serve: without it, an import is faster and takes less memory.
      const { serve } = await import('./serve/serve.js')
      await serve(world)
    })
  migrateCommand(program, world)
  seedCommand(program, world)
  checkCommand(program, world)
  importCommand(program, world)
  refreshCommand(program, world)
  looksCommand(program, world)
  exportCommand(program, world)
  publishCommand(program, world)
  revertCommand(program, world)
  aliasCommand(program, world)
  groupCommand(program, world)
  statementsCommand(program, world)
  messagesCommand(program, world)
  tokenCommand(program, world)
  subscriptionCommand(program, world)
  backupCommand(program, world)
  restoreCommand(program, world)
  digestCommand(program, world)
  mcpCommand(program, world)
  program
    .command('openapi')
    .description('write openapi.json and openapi.yaml, with true answers of the seed as examples')
    .argument('<folder>')
    .option('--json', 'print what was written as JSON', false)
    .action(async (folder: string, { json }: { json: boolean }) => {
      const { writeOpenApi } = await import('./openapi.js')
      const written = await writeOpenApi(folder)
      world.print(json ? JSON.stringify({ written }) : written.map((file) => `wrote ${file}`).join('\n'))
    })
  return program
}

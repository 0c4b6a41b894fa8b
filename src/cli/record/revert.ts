import { type Command, InvalidArgumentError } from 'commander'
import { revertImport } from '../../db/write/revert.js'
import { openToWrite } from '../ready.js'
import type { World } from '../world.js'

/** `ratification revert`: undoes one import as a new revision. */
export const revertCommand = (program: Command, world: World): Command =>
  program
    .command('revert')
    .description('undo what one import changed, as a new revision; what other imports changed stands')
    .argument('<revision>', 'the number of the import', toRevision)
    .option('--json', 'print what was restored as JSON', false)
    .action((revision: number, { json }: { json: boolean }) => {
      const recorded = revertImport(openToWrite(world), revision, world.now().toISOString())
      if (json) return world.print(JSON.stringify({ reverted: revision, ...recorded }, null, 2))
      world.print(`Revision ${recorded.revision} restores what stood before revision ${revision}`)
      for (const { instrument, added, corrected, removed } of recorded.tables)
        world.print(`  ${instrument}: ${added} added, ${corrected} corrected, ${removed} removed`)
      for (const warning of recorded.warnings) world.print(`  note: ${warning}`)
    })

function toRevision(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new InvalidArgumentError(`“${text}” is not the number of an import; /v1/imports lists them.`)
}

import { basename } from 'node:path'
import type { Command } from 'commander'
import { stringify } from 'csv-stringify/sync'
import { openStore } from '../db/store.js'
import { type ReviewRow, reviewColumns, reviewPage } from '../import/statement-review.js'
import { participantNames } from '../tables/collection/names/names.js'
import { openReady } from './ready.js'
import type { World } from './world.js'

/** `ratification statements`: what a person has to read of statements. */
export function statementsCommand(program: Command, world: World): void {
  program
    .command('statements')
    .description('reservations, declarations and objections that an import cannot read whole')
    .command('review')
    .description('list them as a CSV to fill in, and to give to import --readings')
    .argument('<path...>', 'the depositary’s pages, as HTML or XML')
    .option('--json', 'print them as JSON', false)
    .action(async (paths: string[], { json }: { json: boolean }) => {
      const names = participantNames(openStore(openReady(world)).participants.named())
      const rows: ReviewRow[] = []
      for (const path of paths) rows.push(...(await reviewPage(path, basename(path), names)))
      if (json) world.print(JSON.stringify(rows, null, 2))
      else world.print(stringify(rows, { header: true, columns: [...reviewColumns] }).trimEnd())
      world.note(
        `${rows.length} to read: fill in kind, articles (29(1);16(1)(c), or none) and toward (codes), and summary in your own words; then ratification import --readings FILE`,
      )
    })
}

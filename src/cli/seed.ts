import type { Command } from 'commander'
import { openStore } from '../db/store.js'
import type { EditionRecorded } from '../db/write/edition.js'
import { counted } from '../domain/wording.js'
import { updateFromSeed } from '../import/seed.js'
import { actionText, changeCounts, changeLines, type NameOf, namesIn } from './import/report-lines.js'
import { invalid } from './invalid.js'
import { packageFile } from './package-files.js'
import { nameOfRecord, openReady, openToWrite } from './ready.js'
import type { World } from './world.js'

interface Given {
  readonly update: boolean
  readonly dryRun: boolean
  readonly json: boolean
}

/** The most changes that an update lists. */
const mostListed = 10_000

/** `ratification seed`: fills an empty database from seed/, or brings a new edition of it into one that is in use. */
export const seedCommand = (program: Command, world: World): Command =>
  program
    .command('seed')
    .description('fill an empty database with the record in seed/')
    .option(
      '--update',
      'bring the edition in seed/ into a record in use; what your own imports changed stays',
      false,
    )
    .option('--dry-run', 'with --update: print what would change, and change nothing', false)
    .option('--json', 'print what was done as JSON', false)
    .action(({ update, dryRun, json }: Given) => {
      if (update) return updateRecord(world, dryRun, json)
      if (dryRun) throw invalid('--dry-run goes with --update: without it, “seed” fills an empty database')
      const database = nameOfRecord(world.config())
      const revision = openStore(openReady(world)).imports.newest()?.number
      world.print(json ? JSON.stringify({ database, revision }) : `${database} holds the record`)
    })

function updateRecord(world: World, dryRun: boolean, json: boolean): void {
  const db = openToWrite(world)
  const recorded = updateFromSeed(db, packageFile('seed'), world.now().toISOString(), {
    dryRun,
    listed: mostListed,
  })
  if (json) {
    world.print(JSON.stringify(recorded, null, 2))
    return
  }
  for (const line of updateLines(recorded, dryRun, namesIn(openStore(db)))) world.print(line)
}

/** What an edition changed, and what it left to the operator, as lines for a person. */
function updateLines(
  { edition, revision, tables, changes, kept, warnings, factsChanged, keptFacts }: EditionRecorded,
  dryRun: boolean,
  nameOf: NameOf,
): string[] {
  const counts = changeCounts(tables)
  const outcome = (): string => {
    if (dryRun) return `Would bring in the edition of ${edition}: ${counts}`
    if (revision === null) return `The record holds the edition of ${edition} already`
    return `Revision ${revision} brings in the edition of ${edition}: ${counts}`
  }
  return [
    outcome(),
    ...warnings.map((warning) => `  note: ${warning}`),
    ...changeLines(changes, nameOf),
    ...(factsChanged > 0 ? [`  ${counted(factsChanged, 'row')} of statements and territories changed`] : []),
    ...(kept.length + keptFacts.length > 0 ? ['Your own imports say otherwise, and stay:'] : []),
    ...kept.map(({ participant, held, edition }) => {
      const texts = (of: typeof held) => of.map(actionText).join(', ') || 'nothing'
      return `  ${nameOf(participant)} (${participant}): ${texts(held)}; the edition has ${texts(edition)}`
    }),
    ...keptFacts.map((unit) => `  ${unit}`),
  ]
}

import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Db } from '../../db/sqlite/open.js'
import { openStore } from '../../db/store.js'
import { Day, importFormats } from '../../domain/vocabulary.js'
import { fillFromFolder, isPackageFolder } from '../../import/package-folder.js'
import { readStatementReadings, type StatementReading } from '../../import/statement-readings.js'
import { type GivenColumn, givenColumn, notAColumn } from '../../tables/collection/columns-given.js'
import { FileRefused } from '../../tables/fault.js'
import { encodings } from '../../tables/source.js'
import { isEmpty, openMigrated, openReady, toWrite } from '../ready.js'
import { collectGarbageSoon } from '../small-heap.js'
import type { World } from '../world.js'
import { openFetcher } from './fetched-files.js'
import { type ImportOptions, runImport } from './import-files.js'

type Given = Omit<ImportOptions, 'skipUnknown' | 'columns' | 'dayOrder' | 'readings'> & {
  unknownParticipants: 'refuse' | 'skip'
  column: GivenColumn[]
  ignoreColumn: string[]
  dayFirst?: true
  monthFirst?: true
  readings?: string
  summaries?: string
}

/** `ratification import`: imports tables into the record, each file completely or not at all. */
export const importCommand = (program: Command, world: World): Command =>
  program
    .command('import')
    .description(
      'read tables of treaty participation into the record; exits with 1 where any file was refused, with 3 where an address gave none',
    )
    .argument('<path...>', 'files, folders of files with or without an index.csv, and https:// addresses')
    .option('--instrument <code>', 'the instrument of the tables, by code or number, such as XVIII-12-a')
    .option('--as-at <day>', 'the last day for which the tables speak, where they do not say so', toDay)
    .option('--dry-run', 'show what would change, and change nothing')
    .option('--allow-removals', 'let a table remove actions that the record holds')
    .addOption(
      new Option('--unknown-participants <what>', 'what to do about names that are not known')
        .choices(['refuse', 'skip'])
        .default('refuse'),
    )
    .addOption(
      new Option('--format <format>', 'the format, where it is not recognised').choices(importFormats),
    )
    .addOption(
      new Option('--encoding <encoding>', 'the encoding, where it is not recognised').choices(encodings),
    )
    .option('--column <heading=act>', 'the act that a column’s dates record; repeatable', toColumn, [])
    .option('--ignore-column <heading>', 'a column to pass over; repeatable', toHeading, [])
    .addOption(new Option('--day-first', 'read days such as 10/05/2016 as 10 May').conflicts('monthFirst'))
    .option('--month-first', 'read days such as 10/05/2016 as 5 October')
    .option('--readings <file>', 'what a person read of statements: the CSV of statements review, filled in')
    .option('--summaries <file>', 'a person’s summaries of statements: a CSV with digest and summary')
    .option('--json', 'print what came of each file as JSON', false)
    .action(async (paths: string[], given: Given) => {
      const {
        unknownParticipants,
        column,
        ignoreColumn,
        dayFirst,
        monthFirst,
        readings,
        summaries,
        ...options
      } = given
      collectGarbageSoon()
      const [folder] = paths
      if (folder !== undefined && paths.length === 1 && isPackageFolder(folder)) {
        const db = toWrite(openMigrated(world), world)
        if (isEmpty(db)) return fill(db, folder, options, world)
      }
      const db = toWrite(openReady(world), world)
      const read = readingsIn(db, [readings, summaries], world)
      if (read === null) return
      const request = {
        ...options,
        readings: read,
        skipUnknown: unknownParticipants === 'skip',
        columns: { named: column, ignored: ignoreColumn },
        dayOrder: dayFirst ? 'day-first' : monthFirst ? 'month-first' : undefined,
      } as const
      const fetcher = openFetcher(world.config())
      try {
        const code = await runImport(db, paths, request, world, fetcher.fetch)
        if (code !== 0) world.fail(code)
      } finally {
        fetcher.discard()
      }
    })

/** What a person read of statements. @returns null if a file is refused; then the faults are printed */
function readingsIn(
  db: Db,
  files: readonly (string | undefined)[],
  { note, fail }: World,
): Map<string, StatementReading> | null {
  const { codeOf } = openStore(db).participants
  try {
    const all = files.flatMap((file) => (file === undefined ? [] : [...readStatementReadings(file, codeOf)]))
    const read = new Map<string, StatementReading>()
    for (const [digest, reading] of all) read.set(digest, { ...read.get(digest), ...reading })
    return read
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    note(error.message)
    fail()
    return null
  }
}

/** Fills an empty database from a package folder, history included. */
function fill(
  db: Db,
  folder: string,
  { json, dryRun }: Pick<Given, 'json' | 'dryRun'>,
  { print, fail, note }: World,
): void {
  try {
    const revision = fillFromFolder(db, folder, dryRun ?? false)
    if (json) print(JSON.stringify({ restored: folder, revision, dryRun: dryRun ?? false }, null, 2))
    else print(`${folder}: ${dryRun ? 'would restore' : 'restored'} the record of revision ${revision}`)
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    if (json) print(JSON.stringify([{ file: folder, outcome: 'refused', faults: error.faults }], null, 2))
    else note(error.message)
    fail()
  }
}

function toDay(text: string): Day {
  const day = Day.safeParse(text)
  if (day.success) return day.data
  throw new InvalidArgumentError(`“${text}” is not a day like 2003-03-05.`)
}

function toColumn(text: string, before: readonly GivenColumn[]): GivenColumn[] {
  const column = givenColumn(text)
  if (column === null) throw new InvalidArgumentError(`${notAColumn(text)}.`)
  return [...before, column]
}

const toHeading = (text: string, before: readonly string[]): string[] => [...before, text]

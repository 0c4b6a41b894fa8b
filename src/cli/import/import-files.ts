import { SingleBar } from 'cli-progress'
import { isBusy } from '../../db/sqlite/failures.js'
import type { Db } from '../../db/sqlite/open.js'
import { RemovalsRefused } from '../../db/write/record.js'
import type { Action } from '../../domain/action.js'
import { isWebAddress } from '../../import/fetch/address.js'
import { NotFetched } from '../../import/fetch/not-fetched.js'
import {
  type ImportReport,
  type ImportRequest,
  importFile,
  openTarget,
  type Target,
} from '../../import/import-file.js'
import { type Fault, FileRefused } from '../../tables/fault.js'
import type { World } from '../world.js'
import type { Fetcher } from './fetched-files.js'
import { type FoundFile, tablesAt } from './found-files.js'
import { type NameOf, namesIn, removalLines, reportLines } from './report-lines.js'

export type ImportOptions = Omit<ImportRequest, 'path' | 'fileName' | 'index' | 'listed'> & {
  readonly json: boolean
}

/** The result for one file: its report, or why it was refused. */
export type Outcome =
  | {
      readonly file: string
      readonly outcome: 'imported' | 'unchanged' | 'dry-run'
      readonly report: ImportReport
    }
  | {
      readonly file: string
      readonly outcome: 'refused'
      readonly faults: readonly Fault[]
      /** The number of faults, if not all of them are listed. */
      readonly total: number
      readonly removals: readonly Action[]
    }
  /** There was nothing to be had at the address. */
  | { readonly file: string; readonly outcome: 'unreachable'; readonly why: string }

/** The most changes to list for one file. JSON output lists all that easily fit in memory. */
const listed = { person: 2_000, machine: 100_000 }

/**
 * Imports files and folders, one transaction for each file, and prints the result of each.
 * @param fetch  fetches a file from an address on the web
 * @returns the exit code: 1 if a file was refused, 3 if one could not be fetched, else 0
 */
export async function runImport(
  db: Db,
  paths: readonly string[],
  { json, ...options }: ImportOptions,
  world: Pick<World, 'now' | 'print' | 'note' | 'isTerminal'>,
  fetch: Fetcher['fetch'],
): Promise<0 | 1 | 3> {
  const target = openTarget(db)
  const nameOf = namesIn(target.store)
  const { files, outcomes } = await filesAt(paths, fetch)
  const printUnlessJson = json
    ? () => {}
    : (outcome: Outcome) => printOutcome(outcome, nameOf, options.dryRun ?? false, world)
  for (const outcome of outcomes) printUnlessJson(outcome)
  const bar = files.length > 1 && world.isTerminal ? progressBar(files.length) : null
  const list = json ? listed.machine : options.dryRun ? listed.person : 0
  const held: Outcome[] = []
  try {
    for (const file of files) {
      const request = { ...file, ...options, listed: list }
      const outcome = await importOne(target, request, world.now().toISOString())
      outcomes.push(outcome)
      bar?.increment({ file: file.fileName })
      if (bar === null) printUnlessJson(outcome)
      else held.push(outcome)
    }
  } finally {
    bar?.stop()
  }
  for (const outcome of held) printUnlessJson(outcome)
  if (json) world.print(JSON.stringify(outcomes, null, 2))
  else if (outcomes.length > 1) world.print(summary(outcomes))
  const has = (one: Outcome['outcome']) => outcomes.some(({ outcome }) => outcome === one)
  return has('unreachable') ? 3 : has('refused') ? 1 : 0
}

async function filesAt(
  paths: readonly string[],
  fetch: Fetcher['fetch'],
): Promise<{ files: FoundFile[]; outcomes: Outcome[] }> {
  const outcomes: Outcome[] = []
  const files: FoundFile[] = []
  for (const path of paths)
    try {
      files.push(...(isWebAddress(path) ? [await fetch(path)] : await tablesAt(path)))
    } catch (error) {
      outcomes.push(refusedOutcome(path, error))
    }
  return { files, outcomes }
}

async function importOne(
  target: Target,
  { address, ...request }: ImportRequest & Pick<FoundFile, 'address'>,
  now: string,
): Promise<Outcome> {
  const file = address ?? request.path
  try {
    const report = await importFile(target, request, now)
    const outcome = request.dryRun ? 'dry-run' : report.revision === null ? 'unchanged' : 'imported'
    return { file, outcome, report }
  } catch (error) {
    return refusedOutcome(file, error)
  }
}

/** @throws any error that is not a fault of the file */
function refusedOutcome(file: string, error: unknown): Outcome {
  const nothing = { file, outcome: 'refused', faults: [], total: 0, removals: [] } as const
  if (error instanceof FileRefused) return { ...nothing, faults: error.faults, total: error.total }
  if (error instanceof RemovalsRefused) return { ...nothing, removals: error.removals }
  if (error instanceof NotFetched) return { file, outcome: 'unreachable', why: error.message }
  if (!isBusy(error)) throw error
  const reason = 'the record is being written by another process; import the file again'
  return { ...nothing, faults: [{ file, line: null, column: null, value: null, reason }], total: 1 }
}

function printOutcome(
  outcome: Outcome,
  nameOf: NameOf,
  isDryRun: boolean,
  { print, note }: Pick<World, 'print' | 'note'>,
): void {
  if (outcome.outcome === 'unreachable') note(`${outcome.file} ${outcome.why}`)
  else if (outcome.outcome !== 'refused')
    for (const line of reportLines(outcome.report, nameOf, isDryRun)) print(line)
  else if (outcome.removals.length > 0)
    for (const line of removalLines(outcome.file, new RemovalsRefused(outcome.removals), nameOf)) note(line)
  else note(new FileRefused(outcome.faults, outcome.total).message)
}

function summary(outcomes: readonly Outcome[]): string {
  const count = (one: Outcome['outcome']) => outcomes.filter(({ outcome }) => outcome === one).length
  const parts = (['imported', 'dry-run', 'unchanged', 'refused', 'unreachable'] as const)
    .filter((one) => count(one) > 0)
    .map((one) => `${count(one)} ${one}`)
  return `${outcomes.length} files: ${parts.join(', ')}`
}

function progressBar(total: number): SingleBar {
  const bar = new SingleBar({
    format: '{bar} {value}/{total} {file}',
    stream: process.stderr,
    hideCursor: true,
  })
  bar.start(total, 0, { file: '' })
  return bar
}

import { join } from 'node:path'
import { keepLook } from '../../db/looks/looks.js'
import { isBusy } from '../../db/sqlite/failures.js'
import { RemovalsRefused } from '../../db/write/record.js'
import type { Action } from '../../domain/action.js'
import type { LookOutcome } from '../../domain/look.js'
import { type Fault, FileRefused } from '../../tables/fault.js'
import { type Fetched, type FetchOptions, fetchPage, type Validators } from '../fetch/fetch-page.js'
import { NotFetched } from '../fetch/not-fetched.js'
import { type ImportReport, importFile, type Target } from '../import-file.js'
import { type LookedInstrument, type Place, placeOf, refuseNowhere } from './place.js'

export interface LookOptions extends FetchOptions {
  /** A folder or an address with copies of the pages; null for the depositary's own. */
  readonly from: string | null
  /** The release of this program, which reads the pages. */
  readonly version: string
  /** An empty folder for the pages. */
  readonly folder: string
  readonly now: () => Date
  /** Shows what would change. Nothing is recorded, and no look is kept. */
  readonly dryRun: boolean
  /** The most changes that a report lists. */
  readonly listed: number
}

/** What came of a look at the page of one instrument. */
export interface LookReport {
  readonly instrument: string
  readonly address: string
  readonly lookedAt: string
  readonly outcome: LookOutcome | 'dry-run'
  /** Why nothing was read, or nothing taken in; else null. */
  readonly why: string | null
  /** The report of the import; null if there was none. */
  readonly report: ImportReport | null
  readonly faults: readonly Fault[]
  /** The recorded actions that the page would undo. */
  readonly removals: readonly Action[]
}

/** A look, and whether the server gave no proper answer, so that its other pages need not be asked for. */
export interface Looked {
  readonly look: LookReport
  readonly isAway: boolean
}

type Result = Pick<LookReport, 'outcome'> &
  Partial<Pick<LookReport, 'why' | 'report' | 'faults' | 'removals'> & Pick<Looked, 'isAway'>>

/** Looks at the page of an instrument, imports it, and keeps the look. */
export async function lookAt(
  target: Target,
  instrument: LookedInstrument,
  options: LookOptions,
): Promise<Looked> {
  const { store, db } = target
  const { dryRun, version, now } = options
  const place = placeOf(instrument, options.from)
  const { address, isMirror } = place
  const found = { instrument: instrument.code, address, isMirror, version }
  const revision = store.imports.newest()?.number ?? 0
  const held = store.looks.validators(found)
  const { validators, ...result } = await imported(target, instrument, place, held, options)
  const lookedAt = now().toISOString()
  const { outcome, why = null, report = null, faults = [], removals = [], isAway = false } = result
  if (!dryRun && outcome !== 'dry-run')
    keepLook(db, { ...found, ...validators, lookedAt, outcome, why, revision: report?.revision ?? revision })
  const look = { instrument: instrument.code, address, lookedAt, outcome, why, report, faults, removals }
  return { look, isAway }
}

const noValidators: Validators = { etag: null, lastModified: null }

async function imported(
  target: Target,
  instrument: LookedInstrument,
  place: Place,
  held: Validators,
  options: LookOptions,
): Promise<Result & { validators: Validators }> {
  const file = place.isFile ? place.address : join(options.folder, `${instrument.number}.html`)
  try {
    const fetched = await fetchedTo(file, place, held, options)
    if (fetched.got === 'not-modified') return { outcome: 'not-modified', validators: held }
    const report = await importPage(target, instrument, file, options)
    const { etag, lastModified } = fetched
    const outcome = options.dryRun ? 'dry-run' : report.revision === null ? 'unchanged' : 'imported'
    return { outcome, report, validators: { etag, lastModified } }
  } catch (error) {
    return { ...failed(error), validators: noValidators }
  }
}

async function fetchedTo(
  file: string,
  place: Place,
  held: Validators,
  options: LookOptions,
): Promise<Fetched> {
  refuseNowhere(place)
  if (place.isFile) return { got: 'page', ...noValidators }
  return fetchPage(place.address, file, options, held)
}

/** The same door as that of a file, for nothing but the page of this treaty. */
const importPage = (
  target: Target,
  { code, number }: LookedInstrument,
  path: string,
  { now, dryRun, listed }: LookOptions,
): Promise<ImportReport> =>
  importFile(
    target,
    { path, fileName: `${number}.html`, instrument: code, format: 'depositary-page', dryRun, listed },
    now().toISOString(),
  )

/** In characters: a page may have a fault in every row. */
const longestWhy = 500

/** @throws any error that says nothing of the page */
function failed(error: unknown): Result {
  const because = (outcome: 'refused' | 'unreachable', why: string) => ({
    outcome,
    why: why.slice(0, longestWhy),
  })
  if (error instanceof NotFetched) return { ...because('unreachable', error.message), isAway: error.isAway }
  if (error instanceof FileRefused) return { ...because('refused', error.message), faults: error.faults }
  if (error instanceof RemovalsRefused)
    return { ...because('refused', error.message), removals: error.removals }
  if (isBusy(error)) return because('refused', 'the record was being written by another process')
  throw error
}

import { completeInstrument } from '../db/instruments.js'
import type { Db } from '../db/open.js'
import { type ImportedTable, recordImport } from '../db/record.js'
import type { Recorded } from '../db/revision.js'
import { type StagedActions, stageActions } from '../db/staged-actions.js'
import { openStore, type Store } from '../db/store.js'
import type { Day, ImportFormat } from '../domain/vocabulary.js'
import { type ParticipantNames, participantNames } from '../tables/collection/names.js'
import { FileRefused } from '../tables/fault.js'
import { type Notes, type Said, takeNotes } from '../tables/notes.js'
import { openTable, type TableFile } from '../tables/open-table.js'
import { type Encoding, openSource } from '../tables/source.js'
import type { IndexedTreaty } from '../tables/treaty-index.js'
import type { UploadReport } from './importer.js'
import { instrumentOf } from './instrument.js'
import { stageRows } from './staging.js'

/** A file to import, and what whoever imports it says of it. */
export interface ImportRequest {
  readonly path: string
  /** The name it is known by, which may say the instrument: `18-12-a.csv`. */
  readonly fileName: string
  /** A code or number; where it is absent, the file itself or its name must say. */
  readonly instrument?: string | undefined
  readonly index?: ReadonlyMap<string, IndexedTreaty> | undefined
  readonly asAt?: Day | undefined
  readonly format?: ImportFormat | undefined
  readonly encoding?: Encoding | undefined
  readonly skipUnknown?: boolean | undefined
  readonly allowRemovals?: boolean | undefined
  readonly dryRun?: boolean | undefined
  /** The name of the token that it came in with over HTTP. */
  readonly importedBy?: string | undefined
  /** How many changes the report lists. */
  readonly listed: number
  /** Takes the report within the transaction that made a revision. */
  readonly onRecorded?: ((report: ImportReport) => void) | undefined
}

/** The record that files are imported into, and what is looked up in it for each of them. */
export interface Target {
  readonly db: Db
  readonly store: Store
  readonly names: ParticipantNames
}

export function openTarget(db: Db): Target {
  const store = openStore(db)
  return { db, store, names: participantNames(store.participants.named()) }
}

/** What came of a file. */
export interface ImportReport extends UploadReport {
  readonly format: ImportFormat
  readonly encoding: Encoding
}

/**
 * Reads a file, and records what is new in it in one transaction.
 * @param now  the instant of the import, RFC 3339 in UTC
 * @throws FileRefused with every fault of the file; RemovalsRefused where it would remove actions and may not. Nothing
 *   is changed then.
 */
export async function importFile(
  { db, store, names }: Target,
  request: ImportRequest,
  now: string,
): Promise<ImportReport> {
  const { fileName, allowRemovals, dryRun, listed } = request
  const notes = takeNotes(fileName)
  const source = await openSource(request.path, fileName, request.encoding)
  const file = await openTable(source, request.format, notes)
  const asAt = asAtOf(file, request, now.slice(0, 10), notes)
  const { code, enters, completes } = file.isOfOneInstrument
    ? instrumentOf(request, file.treaty, store.instruments, notes)
    : {}
  const adoptedOn = store.instruments.adoptions()
  const read = file.table.reader({
    instrument: code ?? null,
    asAt: asAt.day,
    source: asAt.from === 'today' ? fileName : `${fileName}, as at ${asAt.day}`,
    names,
    instruments: new Set(adoptedOn.keys()),
    skipUnknown: request.skipUnknown ?? false,
    notes,
  })
  const staged = stageActions()
  try {
    if (enters) adoptedOn.set(enters.code, enters.adoptedOn)
    const { rows, actions } = await stageRows(file.lines, read, staged, { notes, adoptedOn })
    const said = saidWithoutFault(staged, notes)
    const { sha256, encoding } = source
    const provenance = { fileName, sha256, format: file.format, rows }
    const toReport = (recorded: Recorded): ImportReport => {
      const { day, from: asAtFrom } = asAt
      const warnings = [...said.warnings, ...recorded.warnings]
      return { ...provenance, encoding, actions, asAt: day, asAtFrom, ...said, ...recorded, warnings }
    }
    const imported = {
      ...provenance,
      importedBy: request.importedBy,
      enters,
      warnings: inWords(said),
      tables: tablesOf(staged, file, code, asAt),
    }
    const onRecorded = (recorded: Recorded) => request.onRecorded?.(toReport(recorded))
    const record = (): Recorded => {
      if (completes && !dryRun) completeInstrument(db, completes)
      return recordImport(db, imported, now, { allowRemovals, dryRun, listed, onRecorded })
    }
    return toReport(db.transaction(record, { behavior: 'immediate' }))
  } finally {
    staged.discard()
  }
}

/** @throws FileRefused where anything of the file is at fault */
function saidWithoutFault(staged: StagedActions, notes: Notes): SaidOfGood {
  for (const { instrument, participant, actions } of staged.crowded(mostActions)) {
    const reason = `has ${actions} actions to ${instrument}: more than ${mostActions} are not believed`
    notes.fault({ line: null, column: null, value: participant, reason })
  }
  const { faults, faultCount, ...said } = notes.said()
  if (faultCount > 0) throw new FileRefused(faults, faultCount)
  return said
}

type SaidOfGood = Omit<Said, 'faults' | 'faultCount'>

/** So many actions of one participant to one instrument are believed; the most seen are five. */
const mostActions = 100

/** The last day for which a table speaks, and who says so. */
interface AsAt {
  readonly day: Day
  readonly from: ImportReport['asAtFrom']
}

/** @throws FileRefused for a day that lies ahead */
function asAtOf(file: TableFile, { fileName, asAt }: ImportRequest, today: Day, notes: Notes): AsAt {
  const day = file.asAt?.day ?? asAt ?? today
  const from = file.asAt !== null ? 'file' : asAt !== undefined ? 'option' : 'today'
  if (day > today) {
    const reason = `is said to be as at ${day}, which lies ahead: today is ${today} (UTC)`
    throw new FileRefused([
      { file: fileName, line: file.asAt?.line ?? null, column: null, value: day, reason },
    ])
  }
  if (from === 'today') notes.warn(`no “as at” day is given: the table is taken to speak up to today, ${day}`)
  if (from === 'file' && asAt !== undefined && asAt !== day)
    notes.warn(`the file says itself that it is as at ${day}, and that holds; ${asAt} was given`)
  return { day, from }
}

/** What a file says of each instrument, read back as it is asked for. A table without a column of acts says nothing. */
function tablesOf(
  staged: StagedActions,
  { table: { speaksOf }, isOfOneInstrument }: TableFile,
  code: string | undefined,
  asAt: AsAt,
): ImportedTable[] {
  const found = staged.instruments()
  const instruments = isOfOneInstrument && code !== undefined ? [code] : found
  if (speaksOf.length === 0) return []
  return instruments.map((instrument) => ({
    instrument,
    asAt: asAt.day,
    isAsAtStated: asAt.from !== 'today',
    speaksOf,
    get actions() {
      return staged.ofInstrument(instrument)
    },
  }))
}

/** What the record keeps of what was said: one line each. */
const inWords = ({ warnings, notRead, leftOut }: SaidOfGood): string[] => [
  ...notRead.map(({ what, cells }) => `not read, because it is no treaty action: “${what}” (${cells})`),
  ...leftOut.map(
    ({ line, name }) => `line ${line}: left out, because the participant is not known: “${name}”`,
  ),
  ...warnings,
]

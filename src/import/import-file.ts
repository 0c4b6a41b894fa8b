import { completeInstrument } from '../db/instruments.js'
import type { Db } from '../db/sqlite/open.js'
import { openStore, type Store } from '../db/store.js'
import { recordImport } from '../db/write/record.js'
import type { Recorded } from '../db/write/revision.js'
import { type StagedActions, stageActions } from '../db/write/staged-actions.js'
import { contradictionsIn } from '../domain/check/contradictions.js'
import { lastDaysOf } from '../domain/participant.js'
import type { Day, DayOrder, ImportFormat } from '../domain/vocabulary.js'
import type { GivenColumns } from '../tables/collection/columns-given.js'
import { type ParticipantNames, participantNames } from '../tables/collection/names/names.js'
import { FileRefused } from '../tables/fault.js'
import { type Notes, type NotesSummary, takeNotes } from '../tables/notes.js'
import { openTable } from '../tables/open-table.js'
import { type Encoding, openSource } from '../tables/source.js'
import type { IndexedTreaty } from '../tables/treaty-index.js'
import { asAtOf } from './as-at.js'
import { tablesOf } from './imported-tables.js'
import type { UploadReport } from './importer.js'
import { instrumentOf } from './instrument.js'
import { pageOf } from './page-of-file.js'
import { stageRows } from './staging.js'
import type { StatementReading } from './statement-readings.js'

/** A file to import, and the options it is imported with. */
export interface ImportRequest {
  readonly path: string
  /** The file name to report, which may name the instrument: `18-12-a.csv`. */
  readonly fileName: string
  /** A code or number. Without it, the file or its name must name the instrument. */
  readonly instrument?: string | undefined
  readonly index?: ReadonlyMap<string, IndexedTreaty> | undefined
  readonly asAt?: Day | undefined
  readonly format?: ImportFormat | undefined
  readonly encoding?: Encoding | undefined
  /** What the user says of columns whose headings do not say it. */
  readonly columns?: GivenColumns | undefined
  readonly skipUnknown?: boolean | undefined
  readonly dayOrder?: DayOrder | undefined
  /** What a person read of statements, by the digest of the entry. */
  readonly readings?: ReadonlyMap<string, StatementReading> | undefined
  readonly allowRemovals?: boolean | undefined
  readonly dryRun?: boolean | undefined
  /** The name of the token that the client sent over HTTP. */
  readonly importedBy?: string | undefined
  /** The most changes that the report lists. */
  readonly listed: number
  /** Gets the report inside the transaction that made a revision. */
  readonly onRecorded?: ((report: ImportReport) => void) | undefined
}

/** The record to import into, with the lookups that each file needs. */
export interface Target {
  readonly db: Db
  readonly store: Store
  readonly names: ParticipantNames
  /** The last day of a former State, by code. */
  readonly lastDayOf: ReturnType<typeof lastDaysOf>
}

export function openTarget(db: Db): Target {
  const store = openStore(db)
  return {
    db,
    store,
    names: participantNames(store.participants.named()),
    lastDayOf: lastDaysOf(store.participants.all()),
  }
}

/** The result of importing one file. */
export interface ImportReport extends UploadReport {
  readonly format: ImportFormat
  readonly encoding: Encoding
}

/**
 * Reads a file and records what is new, in one transaction.
 * @param now  the instant of the import, RFC 3339 in UTC
 * @throws FileRefused with every fault of the file; RemovalsRefused if it would remove actions without permission.
 *   Nothing is changed in either case.
 */
export async function importFile(
  { db, store, names, lastDayOf }: Target,
  request: ImportRequest,
  now: string,
): Promise<ImportReport> {
  const { fileName, allowRemovals, dryRun, listed } = request
  const notes = takeNotes(fileName)
  const source = await openSource(request.path, fileName, request.encoding)
  const file = await openTable(source, request.format, notes, request.columns)
  const asAt = asAtOf(file, request, now.slice(0, 10), notes)
  const { code, enters, completes } = file.isOfOneInstrument
    ? instrumentOf(request, file.treaty, store.instruments, notes)
    : {}
  const adoptedOn = store.instruments.adoptions()
  const terms = {
    instrument: code ?? null,
    asAt: asAt.day,
    source: asAt.from === 'today' ? fileName : `${fileName}, as at ${asAt.day}`,
    names,
    byCode: store.participants.codeOf,
    instruments: new Set(adoptedOn.keys()),
    skipUnknown: request.skipUnknown ?? false,
    dayOrder: request.dayOrder,
    notes,
  }
  const read = file.table.reader(terms)
  const staged = stageActions()
  try {
    if (enters) adoptedOn.set(enters.code, enters.adoptedOn)
    const { rows, actions } = await stageRows(file.lines, read, staged, { notes, adoptedOn })
    const tables = tablesOf(staged, file, code, asAt)
    const unconfirmed = tables.filter(({ isAsAtStated }) => !isAsAtStated && asAt.from !== 'today')
    for (const { instrument } of unconfirmed)
      notes.warn(
        `the table says nothing of what binds: the day up to which the record of ${instrument} goes stays as it was`,
      )
    warnOfContradictions(staged, lastDayOf, notes)
    const page = pageOf(file, code, { ...terms, readings: request.readings, store })
    const summary = faultlessSummary(staged, notes)
    const { sha256, encoding } = source
    const provenance = { fileName, sha256, format: file.format, rows }
    const toReport = (recorded: Recorded): ImportReport => {
      const { day, from: asAtFrom } = asAt
      const warnings = [...summary.warnings, ...recorded.warnings]
      return { ...provenance, encoding, actions, asAt: day, asAtFrom, ...summary, ...recorded, warnings }
    }
    const imported = {
      ...provenance,
      page,
      importedBy: request.importedBy,
      enters,
      warnings: warningLines(summary),
      tables,
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

/** @throws FileRefused if the file has a fault */
function faultlessSummary(staged: StagedActions, notes: Notes): FaultlessSummary {
  for (const { instrument, participant, actions } of staged.crowded(mostActions)) {
    const reason = `has ${actions} actions to ${instrument}: more than ${mostActions} are not believed`
    notes.fault({ line: null, column: null, value: participant, reason })
  }
  const { faults, faultCount, ...summary } = notes.summary()
  if (faultCount > 0) throw new FileRefused(faults, faultCount)
  return summary
}

/** Warns of acts in the file that contradict each other. Those that too many actions refuse are left out. */
function warnOfContradictions(staged: StagedActions, lastDayOf: Target['lastDayOf'], notes: Notes): void {
  for (const history of staged.histories())
    if (history.length <= mostActions)
      for (const { rule, detail } of contradictionsIn(history, lastDayOf)) notes.warn(`${detail}: ${rule}`)
}

type FaultlessSummary = Omit<NotesSummary, 'faults' | 'faultCount'>

/** The most actions accepted from one participant on one instrument. The most seen in real tables is five. */
const mostActions = 100

/** Warnings, cells not read and lines left out, one line each, as the record stores them. */
const warningLines = ({ warnings, notRead, leftOut }: FaultlessSummary): string[] => [
  ...notRead.map(({ what, cells }) => `not read, because it is no treaty action: “${what}” (${cells})`),
  ...leftOut.map(
    ({ line, name }) => `line ${line}: left out, because the participant is not known: “${name}”`,
  ),
  ...warnings,
]

import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import { type Action, type Effect, isDayKnown } from '../../domain/action.js'
import { type Reconciliation, reconcile } from '../../domain/reconcile.js'
import type { PrintedPage } from '../../domain/statements/page.js'
import type { Day } from '../../domain/vocabulary.js'
import { counted } from '../../domain/wording.js'
import { enterInstrument, type NewInstrument } from '../instruments.js'
import { actions, importedTables, participants } from '../schema.js'
import type { Db, Tx } from '../sqlite/open.js'
import { openWriter, type StoredAction } from './differences.js'
import { recordPage } from './printed-page.js'
import { type Recorded, type RevisionOptions, writeImport, writeRevision } from './revision.js'
import { type FactDifferences, writeFacts } from './statement-writer.js'

/** A file read without a fault: its provenance, and its actions for each instrument. */
export interface ImportedFile {
  readonly fileName: string
  /** lowercase hexadecimal */
  readonly sha256: string
  readonly format: string
  readonly rows: number
  readonly warnings: readonly string[]
  /** The name of the token that the client sent over HTTP. */
  readonly importedBy?: string | undefined
  /** The edition of the seed, if the file is one. */
  readonly edition?: Day | undefined
  readonly tables: readonly ImportedTable[]
  /** What it changes in statements and territories. */
  readonly facts?: FactDifferences | undefined
  /** What a depositary's page prints beside its table, to be compared with the record. */
  readonly page?: PrintedPage | undefined
  /** The instrument to enter with this file, if the record does not hold it yet. */
  readonly enters?: NewInstrument | undefined
}

export interface ImportedTable {
  readonly instrument: string
  /** The last day that the table covers. */
  readonly asAt: Day
  /** Whether a source states that day. Otherwise it is only the day of the import, and confirms nothing. */
  readonly isAsAtStated: boolean
  /** The effects that its columns record; all of them if absent. */
  readonly speaksOf?: readonly Effect[] | undefined
  /** Whether it need not list States that had ended before it: depositaries give their acts in notes. */
  readonly mayOmitFormerStates?: boolean
  readonly actions: readonly Action[]
}

export interface RecordOptions extends RevisionOptions {
  readonly allowRemovals?: boolean | undefined
}

/** The import would remove recorded actions, or set them back to an older table, without `allowRemovals`. */
export class RemovalsRefused extends Error {
  override readonly name = 'RemovalsRefused'

  constructor(readonly removals: readonly Action[]) {
    super(`The table would undo ${counted(removals.length, 'action')} of the record`)
  }
}

/**
 * Reconciles a file with the record and writes the differences in one transaction. A file with nothing new writes nothing.
 * @param importedAt  the instant of the import, RFC 3339 in UTC
 * @throws RemovalsRefused if an action would be removed without `allowRemovals`; nothing is written then
 */
export function recordImport(
  db: Db,
  file: ImportedFile,
  importedAt: string,
  { allowRemovals = false, ...options }: RecordOptions = {},
): Recorded {
  return writeRevision(db, options, (tx, revision) => {
    const warnings = writeImport(tx, { revision, importedAt, ...file, warnings: [...file.warnings] })
    if (file.enters) enterInstrument(tx, file.enters)
    const writer = openWriter(tx, db.$client, revision)
    const removals: Action[] = []
    for (const table of file.tables) {
      const found = difference(tx, table)
      removals.push(...found.removals, ...setBack(tx, table, found))
      writer.write(table, found)
    }
    if (removals.length > 0 && !allowRemovals) throw new RemovalsRefused(removals)
    const changedFacts = writeFacts(db.$client, revision, file.facts ?? {})
    const found = file.page && recordPage(tx, db.$client, revision, file.page)
    const { tables, isNews } = writer.finish()
    const statements = found?.news ?? null
    return { tables, statements, isNews: isNews || changedFacts > 0 || (found?.isNews ?? false), warnings }
  })
}

function difference(
  tx: Tx,
  { instrument, asAt, speaksOf, mayOmitFormerStates = false, actions: table }: ImportedTable,
) {
  const mayOmit = mayOmitFormerStates ? { mayOmit: endedBefore(tx, asAt) } : {}
  return reconcile(heldActions(tx, instrument), table, { asAt, ...(speaksOf && { speaksOf }), ...mayOmit })
}

const endedBefore = (tx: Tx, day: Day): Set<string> =>
  new Set(
    tx
      .select({ code: participants.code })
      .from(participants)
      .where(and(eq(participants.kind, 'former-state'), lt(participants.memberUntil, day)))
      .all()
      .map(({ code }) => code),
  )

const heldActions = (tx: Tx, instrument: string): StoredAction[] =>
  tx
    .select()
    .from(actions)
    .where(and(eq(actions.instrument, instrument), isNull(actions.knownUntil)))
    .all()

/** Actions from a newer table whose day or kind an older table would set back. */
function setBack(
  tx: Tx,
  { instrument, asAt }: ImportedTable,
  { corrections }: Reconciliation<StoredAction>,
): StoredAction[] {
  if (corrections.length === 0) return []
  const newer = tx
    .select({ revision: importedTables.revision })
    .from(importedTables)
    .where(
      and(
        eq(importedTables.instrument, instrument),
        importedTables.isAsAtStated,
        gt(importedTables.asAt, asAt),
      ),
    )
    .all()
  const revisions = new Set(newer.map(({ revision }) => revision))
  return corrections
    .filter(({ from, to }) => isDayKnown(from) && (from.latest !== to.latest || from.action !== to.action))
    .map(({ from }) => from)
    .filter(({ knownFrom }) => revisions.has(knownFrom))
}

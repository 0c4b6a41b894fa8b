import { and, eq, gt, isNull } from 'drizzle-orm'
import { type Action, type Effect, isDayKnown } from '../domain/action.js'
import { type Reconciliation, reconcile } from '../domain/reconcile.js'
import type { Day } from '../domain/vocabulary.js'
import { openWriter, type StoredAction } from './differences.js'
import { enterInstrument, type NewInstrument } from './instruments.js'
import type { Db, Tx } from './open.js'
import { type Recorded, type RevisionOptions, writeImport, writeRevision } from './revision.js'
import { actions, importedTables } from './schema.js'

/** A file that was read without a fault: its provenance, and what it says of each instrument. */
export interface ImportedFile {
  readonly fileName: string
  /** lowercase hexadecimal */
  readonly sha256: string
  readonly format: string
  readonly rows: number
  readonly warnings: readonly string[]
  /** The name of the token that it came in with over HTTP. */
  readonly importedBy?: string | undefined
  readonly tables: readonly ImportedTable[]
  /** An instrument to enter into the record with this file; absent where the record holds it. */
  readonly enters?: NewInstrument | undefined
}

export interface ImportedTable {
  readonly instrument: string
  /** The last day for which the table speaks. */
  readonly asAt: Day
  /** Whether a source says so; else it is only the day of the import, and confirms nothing. */
  readonly isAsAtStated: boolean
  /** What its columns record; everything where it is absent. */
  readonly speaksOf?: readonly Effect[] | undefined
  readonly actions: readonly Action[]
}

export interface RecordOptions extends RevisionOptions {
  readonly allowRemovals?: boolean | undefined
}

/** An import would undo what the record knows (remove it, or set it back to an older table), and was not told that it may. */
export class RemovalsRefused extends Error {
  override readonly name = 'RemovalsRefused'

  constructor(readonly removals: readonly Action[]) {
    super(`The table would undo ${removals.length} action(s) of the record`)
  }
}

/**
 * Reconciles a file with the record and writes what is new, in one transaction; a file with nothing new writes nothing.
 * @param importedAt  the instant of the import, RFC 3339 in UTC
 * @throws RemovalsRefused where an action would be removed without `allowRemovals`; nothing is written then
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
    return { ...writer.finish(), warnings }
  })
}

function difference(tx: Tx, { instrument, asAt, speaksOf, actions: table }: ImportedTable) {
  const recorded = heldActions(tx, instrument)
  return reconcile(recorded, table, speaksOf ? { asAt, speaksOf } : { asAt })
}

const heldActions = (tx: Tx, instrument: string): StoredAction[] =>
  tx
    .select()
    .from(actions)
    .where(and(eq(actions.instrument, instrument), isNull(actions.knownUntil)))
    .all()

/** What an older table would set back that a newer one has told: another day, or another act. */
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

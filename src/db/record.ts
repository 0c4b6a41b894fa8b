import { and, eq, gt, isNull, max, sql, TransactionRollbackError } from 'drizzle-orm'
import { type Action, type Effect, isDayKnown } from '../domain/action.js'
import { type Reconciliation, reconcile } from '../domain/reconcile.js'
import type { Day } from '../domain/vocabulary.js'
import { bulkInsert } from './bulk-insert.js'
import { type Change, changesOf } from './changes.js'
import { enterInstrument, type NewInstrument, statedAsAt } from './instruments.js'
import type { Db, Tx } from './open.js'
import { actions, importedTables, imports } from './schema.js'
import { refreshStatuses } from './status-periods.js'

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

/** What an import did, or in a dry run would do. */
export interface Recorded {
  /** null where nothing was new, and in a dry run */
  readonly revision: number | null
  readonly tables: readonly TableChange[]
  /** The first of what changed, up to `listed`. */
  readonly changes: readonly Change[]
  /** What is to be said of the writing itself, as the import keeps it beside what was said of the file. */
  readonly warnings: readonly string[]
}

export interface TableChange {
  readonly instrument: string
  readonly asAt: Day
  readonly added: number
  readonly corrected: number
  readonly removed: number
}

export interface RecordOptions {
  readonly allowRemovals?: boolean | undefined
  /** Finds out what would change, and changes nothing. */
  readonly dryRun?: boolean | undefined
  /** How many changes to list. */
  readonly listed?: number | undefined
  /** Runs in the transaction that makes the revision. */
  readonly onRecorded?: ((recorded: Recorded) => void) | undefined
}

type StoredAction = typeof actions.$inferSelect

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

/** Runs `write` in one IMMEDIATE transaction, and takes it back where it changed nothing or is only a dry run. */
export function writeRevision(
  db: Db,
  { dryRun = false, listed = 0, onRecorded }: Omit<RecordOptions, 'allowRemovals'>,
  write: (
    tx: Tx,
    revision: number,
  ) => { tables: TableChange[]; isNews: boolean; warnings: readonly string[] },
): Recorded {
  let recorded: Recorded = { revision: null, tables: [], changes: [], warnings: [] }
  try {
    db.transaction(
      (tx) => {
        const newest = tx
          .select({ number: max(imports.revision) })
          .from(imports)
          .get()
        const revision = (newest?.number ?? 0) + 1
        const { tables, isNews, warnings } = write(tx, revision)
        const changes = changesOf(tx, revision, listed)
        recorded =
          isNews && !dryRun ? { revision, tables, changes, warnings } : { ...recorded, tables, changes }
        if (recorded.revision === null) tx.rollback()
        onRecorded?.(recorded)
      },
      { behavior: 'immediate' },
    )
  } catch (error) {
    if (!(error instanceof TransactionRollbackError)) throw error
  }
  return recorded
}

/**
 * Writes where a revision comes from. Its instant is never before that of the revision before, whatever the clock says.
 * @returns what it has to say of that, beside what it is given
 */
export function writeImport(tx: Tx, given: typeof imports.$inferInsert): readonly string[] {
  const { revision, fileName, sha256, format, rows, reverts, importedBy } = given
  const latest = tx
    .select({ at: max(imports.importedAt) })
    .from(imports)
    .get()?.at
  const isBehind = latest !== null && latest !== undefined && latest > given.importedAt
  const importedAt = isBehind ? latest : given.importedAt
  const own = isBehind
    ? [`the clock stood at ${given.importedAt}, before the import before: it counts as of ${latest}`]
    : []
  const warnings = [...given.warnings, ...own]
  tx.insert(imports)
    .values({ revision, importedAt, fileName, sha256, format, rows, warnings, reverts, importedBy })
    .run()
  return own
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

/** Writes the differences of one revision, and at its end the periods of status that follow from them. */
export function openWriter(tx: Tx, client: Db['$client'], revision: number) {
  const news = { id: null, knownFrom: revision, knownUntil: null }
  const added = bulkInsert(client, actions, { ...news, replaces: null })
  const corrected = bulkInsert(client, actions, news)
  const endAction = tx
    .update(actions)
    .set({ knownUntil: revision })
    .where(eq(actions.id, sql.placeholder('id')))
    .prepare()
  const before = statedAsAt(tx, revision - 1)
  const asAtBefore = (instrument: string): Day | null | undefined =>
    tx.select().from(before).where(eq(before.instrument, instrument)).get()?.asAt
  const tables: TableChange[] = []
  let isConfirmed = false

  return {
    write(
      { instrument, asAt, isAsAtStated }: Omit<ImportedTable, 'actions'>,
      { additions, corrections, removals }: Reconciliation<StoredAction>,
    ): void {
      isConfirmed ||= isAsAtStated && asAt > (asAtBefore(instrument) ?? '')
      const counts = { added: additions.length, corrected: corrections.length, removed: removals.length }
      tables.push({ instrument, asAt, ...counts })
      tx.insert(importedTables)
        .values({ revision, instrument, asAt, isAsAtStated, ...counts })
        .run()
      for (const { id } of removals) endAction.run({ id })
      for (const action of additions) added.add(action)
      for (const { from, to } of corrections) {
        endAction.run({ id: from.id })
        corrected.add({ ...to, replaces: from.id })
      }
      added.flush()
      corrected.flush()
    },

    finish(): { tables: TableChange[]; isNews: boolean } {
      const changed = tables.filter(({ added, corrected, removed }) => added + corrected + removed > 0)
      refreshStatuses(
        tx,
        client,
        revision,
        changed.map(({ instrument }) => instrument),
      )
      return { tables, isNews: changed.length > 0 || isConfirmed }
    },
  }
}

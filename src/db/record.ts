import { and, eq, isNull, max, sql } from 'drizzle-orm'
import type { Action } from '../domain/action.js'
import { type Reconciliation, reconcile } from '../domain/reconcile.js'
import type { Day } from '../domain/vocabulary.js'
import type { Db, Tx } from './open.js'
import { named } from './placeholders.js'
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
  readonly tables: readonly ImportedTable[]
}

export interface ImportedTable {
  readonly instrument: string
  /** The last day for which the table speaks. */
  readonly asAt: Day
  readonly actions: readonly Action[]
}

export type TableDifference = Reconciliation<StoredAction> & Omit<ImportedTable, 'actions'>

type StoredAction = typeof actions.$inferSelect

/** An import would undo what the record knows, and was not told that it may. */
export class RemovalsRefused extends Error {
  override readonly name = 'RemovalsRefused'

  constructor(readonly removals: readonly Action[]) {
    super(`The table would remove ${removals.length} action(s) from the record`)
  }
}

/**
 * Reconciles a file with the record and writes what is new, in one transaction; a file with nothing new writes nothing.
 * @param importedAt  the instant of the import, RFC 3339 in UTC
 * @returns the revision that the import made (null where nothing was new), and what changed
 * @throws RemovalsRefused where an action would be removed without `allowRemovals`; nothing is written then
 */
export function recordImport(
  db: Db,
  file: ImportedFile,
  importedAt: string,
  { allowRemovals = false } = {},
): { revision: number | null; differences: TableDifference[] } {
  return db.transaction(
    (tx) => {
      const differences = file.tables.map((table) => difference(tx, table))
      const removals = differences.flatMap((one) => one.removals)
      if (removals.length > 0 && !allowRemovals) throw new RemovalsRefused(removals)
      if (differences.every(isEmpty)) return { revision: null, differences }
      const revision =
        (tx
          .select({ newest: max(imports.revision) })
          .from(imports)
          .get()?.newest ?? 0) + 1
      writeImport(tx, revision, file, importedAt)
      const statements = prepareStatements(tx, revision)
      for (const one of differences) writeDifference(tx, revision, one, statements)
      refreshStatuses(tx, revision, new Set(differences.flatMap(touched)))
      return { revision, differences }
    },
    { behavior: 'immediate' },
  )
}

function difference(tx: Tx, { instrument, asAt, actions: table }: ImportedTable): TableDifference {
  const recorded = tx
    .select()
    .from(actions)
    .where(and(eq(actions.instrument, instrument), isNull(actions.knownUntil)))
    .all()
  return { instrument, asAt, ...reconcile(recorded, table, asAt) }
}

const isEmpty = ({ additions, corrections, removals }: TableDifference): boolean =>
  additions.length + corrections.length + removals.length === 0

function writeImport(tx: Tx, revision: number, file: ImportedFile, importedAt: string): void {
  const { fileName, sha256, format, rows, warnings } = file
  tx.insert(imports)
    .values({ revision, importedAt, fileName, sha256, format, rows, warnings: [...warnings] })
    .run()
}

/** What runs once for each action of an import, prepared once for all of them. */
function prepareStatements(tx: Tx, revision: number) {
  return {
    addAction: tx
      .insert(actions)
      .values({
        ...named(
          'instrument',
          'participant',
          'action',
          'earliest',
          'latest',
          'effectOn',
          'certainty',
          'source',
        ),
        knownFrom: revision,
      })
      .prepare(),
    endAction: tx
      .update(actions)
      .set({ knownUntil: revision })
      .where(eq(actions.id, sql.placeholder('id')))
      .prepare(),
  }
}

type Statements = ReturnType<typeof prepareStatements>

function writeDifference(
  tx: Tx,
  revision: number,
  one: TableDifference,
  { addAction, endAction }: Statements,
): void {
  const { instrument, asAt, additions, corrections, removals } = one
  const counts = { added: additions.length, corrected: corrections.length, removed: removals.length }
  tx.insert(importedTables)
    .values({ revision, instrument, asAt, ...counts })
    .run()
  for (const { id } of [...removals, ...corrections.map(({ from }) => from)]) endAction.run({ id })
  for (const action of [...additions, ...corrections.map(({ to }) => to)]) addAction.run({ ...action })
}

/** The pairs of participant and instrument whose actions changed. */
const touched = (one: TableDifference): string[] =>
  [...one.additions, ...one.removals, ...one.corrections.map(({ to }) => to)].map(
    ({ participant }) => `${participant} ${one.instrument}`,
  )

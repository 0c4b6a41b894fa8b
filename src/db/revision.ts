import { max, TransactionRollbackError } from 'drizzle-orm'
import type { Day } from '../domain/vocabulary.js'
import { type Change, changesOf } from './changes.js'
import type { Db, Tx } from './open.js'
import { imports } from './schema.js'

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

export interface RevisionOptions {
  /** Finds out what would change, and changes nothing. */
  readonly dryRun?: boolean | undefined
  /** How many changes to list. */
  readonly listed?: number | undefined
  /** Runs in the transaction that makes the revision. */
  readonly onRecorded?: ((recorded: Recorded) => void) | undefined
}

/** Runs `write` in one IMMEDIATE transaction, and takes it back where it changed nothing or is only a dry run. */
export function writeRevision(
  db: Db,
  { dryRun = false, listed = 0, onRecorded }: RevisionOptions,
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

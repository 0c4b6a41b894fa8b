import { max, TransactionRollbackError } from 'drizzle-orm'
import type { StatementNews } from '../../domain/statements/page.js'
import type { Day } from '../../domain/vocabulary.js'
import { type Change, changesOf } from '../changes.js'
import { imports } from '../schema.js'
import type { Db, Tx } from '../sqlite/open.js'

/** The effect of an import, or in a dry run its expected effect. */
export interface Recorded {
  /** null if nothing was new, and in a dry run */
  readonly revision: number | null
  readonly tables: readonly TableChange[]
  /** What a page said of statements and territories; null if the source prints none. */
  readonly statements: StatementNews | null
  /** The first changes, up to `listed`. */
  readonly changes: readonly Change[]
  /** Warnings about the write itself. The import stores them with the warnings about the file. */
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
  /** Computes the changes, then rolls back. */
  readonly dryRun?: boolean | undefined
  /** The most changes to list. */
  readonly listed?: number | undefined
  /** Called inside the transaction that makes the revision. */
  readonly onRecorded?: ((recorded: Recorded) => void) | undefined
}

/** Runs `write` in one IMMEDIATE transaction, and rolls it back if nothing changed or it is a dry run. */
export function writeRevision(
  db: Db,
  { dryRun = false, listed = 0, onRecorded }: RevisionOptions,
  write: (
    tx: Tx,
    revision: number,
  ) => {
    tables: TableChange[]
    statements?: StatementNews | null
    isNews: boolean
    warnings: readonly string[]
  },
): Recorded {
  let recorded: Recorded = { revision: null, tables: [], statements: null, changes: [], warnings: [] }
  try {
    db.transaction(
      (tx) => {
        const newest = tx
          .select({ number: max(imports.revision) })
          .from(imports)
          .get()
        const revision = (newest?.number ?? 0) + 1
        const { tables, statements = null, isNews, warnings } = write(tx, revision)
        const changes = changesOf(tx, revision, listed)
        recorded =
          isNews && !dryRun
            ? { revision, tables, statements, changes, warnings }
            : { ...recorded, tables, statements, changes }
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
 * Writes the provenance of a revision. If the clock is behind the previous revision, the instant of that one is used.
 * @returns its own warnings, beside the given ones
 */
export function writeImport(tx: Tx, given: typeof imports.$inferInsert): readonly string[] {
  const { revision, fileName, sha256, format, rows, reverts, importedBy, edition } = given
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
    .values({ revision, importedAt, fileName, sha256, format, rows, warnings, reverts, importedBy, edition })
    .run()
  return own
}

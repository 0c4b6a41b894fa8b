import { eq } from 'drizzle-orm'
import { DomainError, required } from '../domain/errors.js'
import type { Correction } from '../domain/reconcile.js'
import type { Db, Tx } from './open.js'
import { openWriter, type Recorded, writeImport, writeRevision } from './record.js'
import { actions, importedTables, imports } from './schema.js'

type StoredAction = typeof actions.$inferSelect

/**
 * Undoes what one import changed, as a new revision; what other imports changed stands.
 * @param importedAt  the instant of the revert, RFC 3339 in UTC
 * @throws DomainError where there is no such import, it was reverted already or is a revert itself, or a later import
 *   builds on what it changed
 */
export function revertImport(
  db: Db,
  reverted: number,
  importedAt: string,
  { dryRun = false, listed = 0 } = {},
): Recorded {
  return writeRevision(db, { importedAt, dryRun, listed }, (tx, revision) => {
    const { sha256, rows } = revertible(tx, reverted)
    const fileName = `revert of revision ${reverted}`
    writeImport(tx, {
      revision,
      importedAt,
      fileName,
      sha256,
      format: 'revert',
      rows,
      warnings: [],
      reverts: reverted,
    })
    const came = tx.select().from(actions).where(eq(actions.knownFrom, reverted)).all()
    const went = tx.select().from(actions).where(eq(actions.knownUntil, reverted)).all()
    refuseWhereBuiltUpon(tx, reverted, came, went)
    const writer = openWriter(tx, db.$client, revision)
    const tables = tx.select().from(importedTables).where(eq(importedTables.revision, reverted)).all()
    for (const { instrument, asAt } of tables)
      writer.write({ instrument, asAt }, undone(of(instrument, came), of(instrument, went)))
    return { ...writer.finish(), isNews: true }
  })
}

const of = (instrument: string, list: readonly StoredAction[]): StoredAction[] =>
  list.filter((action) => action.instrument === instrument)

/** What came goes, what went comes back, and what was corrected is corrected back. */
function undone(came: readonly StoredAction[], went: readonly StoredAction[]) {
  const byId = new Map(went.map((action) => [action.id, action]))
  const corrections: Correction<StoredAction>[] = came.flatMap((from) => {
    const to = byId.get(from.replaces ?? 0)
    return to === undefined ? [] : [{ from, to }]
  })
  const corrected = new Set(corrections.flatMap(({ from, to }) => [from.id, (to as StoredAction).id]))
  return {
    additions: went.filter(({ id }) => !corrected.has(id)),
    corrections,
    removals: came.filter(({ id }) => !corrected.has(id)),
  }
}

function revertible(tx: Tx, revision: number): typeof imports.$inferSelect {
  const found = required(
    tx.select().from(imports).where(eq(imports.revision, revision)).get(),
    `Revision ${revision}`,
  )
  const undoing = tx.select().from(imports).where(eq(imports.reverts, revision)).get()
  if (found.reverts !== null)
    throw notRevertible(revision, `it is the revert of revision ${found.reverts}: import that file again`)
  if (undoing) throw notRevertible(revision, `revision ${undoing.revision} has reverted it already`)
  return found
}

/** A later import that changed again what this one changed, or brought back what this one removed, is to go first. */
function refuseWhereBuiltUpon(
  tx: Tx,
  revision: number,
  came: readonly StoredAction[],
  went: readonly StoredAction[],
): void {
  const later = new Set(came.flatMap(({ knownUntil }) => knownUntil ?? []))
  for (const { instrument, participant, action, latest } of went) {
    const held = tx.select().from(actions).where(eq(actions.instrument, instrument)).all()
    for (const one of held)
      if (
        one.participant === participant &&
        one.action === action &&
        one.latest === latest &&
        one.knownFrom > revision
      )
        later.add(one.knownFrom)
  }
  if (later.size > 0) {
    const numbers = [...later].sort((a, b) => b - a).join(', ')
    throw notRevertible(revision, `what it changed was changed again: revert ${numbers} first`)
  }
}

const notRevertible = (revision: number, why: string): DomainError =>
  new DomainError('invalid-parameter', `Revision ${revision} cannot be reverted: ${why}`, 'revision')

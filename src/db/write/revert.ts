import { and, eq, gt, isNotNull } from 'drizzle-orm'
import { contentOf, effectOf } from '../../domain/action.js'
import { DomainError, required } from '../../domain/errors.js'
import type { Correction, Reconciliation } from '../../domain/reconcile.js'
import type { Day } from '../../domain/vocabulary.js'
import { actions, importedTables, imports } from '../schema.js'
import type { Db, Tx } from '../sqlite/open.js'
import { openWriter, type StoredAction } from './differences.js'
import { type Recorded, writeImport, writeRevision } from './revision.js'

/**
 * Undoes the changes of one import, as a new revision. The changes of other imports stay.
 * @param importedAt  the instant of the revert, RFC 3339 in UTC
 * @throws DomainError for an unknown import, the first one, a revert or a reverted one. It also throws if a later import
 *   changed the same actions.
 */
export function revertImport(db: Db, reverted: number, importedAt: string): Recorded {
  return writeRevision(db, {}, (tx, revision) => {
    const { sha256, rows } = revertible(tx, reverted)
    const fileName = `revert of revision ${reverted}`
    const provenance = { fileName, sha256, format: 'revert', rows, warnings: [], reverts: reverted }
    const warnings = writeImport(tx, { revision, importedAt, ...provenance })
    const writer = openWriter(tx, db.$client, revision)
    const tables = tx.select().from(importedTables).where(eq(importedTables.revision, reverted)).all()
    const changedAgain = new Set<number>()
    for (const { instrument, asAt } of tables) {
      const all = tx.select().from(actions).where(eq(actions.instrument, instrument)).all()
      writer.write({ instrument, asAt, isAsAtStated: false }, undone(reverted, all, changedAgain))
    }
    if (changedAgain.size > 0) {
      const numbers = [...changedAgain].sort((a, b) => b - a).join(', ')
      throw notRevertible(reverted, `what it changed was changed again: revert ${numbers} first`)
    }
    const edition = editionAfter(tx, reverted)
    const note = `the edition of ${edition} came later: “ratification seed --update” takes up what this revert set back`
    return { ...writer.finish(), isNews: true, warnings: edition === null ? warnings : [...warnings, note] }
  })
}

/**
 * Removes the actions that the import added, restores those that it removed, and corrects its corrections back. An
 * action that was removed and added again since counts as the same action, though it has another row.
 * @param all           all actions that the record ever held for an instrument
 * @param changedAgain  collects the revisions of later imports that prevent the revert
 */
function undone(
  reverted: number,
  all: readonly StoredAction[],
  changedAgain: Set<number>,
): Reconciliation<StoredAction> {
  const held = new Map(all.filter(({ knownUntil }) => knownUntil === null).map((one) => [keyOf(one), one]))
  const successors = new Map(all.map((one) => [one.replaces, one]))
  const ended = new Map(all.filter(({ knownUntil }) => knownUntil === reverted).map((one) => [one.id, one]))
  const corrections: Correction<StoredAction>[] = []
  const removals: StoredAction[] = []
  for (const added of all.filter(({ knownFrom }) => knownFrom === reverted)) {
    const from = held.get(keyOf(added))
    const to = ended.get(added.replaces ?? 0)
    ended.delete(to?.id ?? 0)
    if (from === undefined) changedAgain.add(lastChangeOf(added, successors))
    else if (to === undefined || held.has(keyOf(to))) removals.push(from)
    else corrections.push({ from, to })
  }
  const additions = [...ended.values()].filter((one) => !held.has(keyOf(one)))
  for (const { participant, action } of additions)
    for (const one of held.values())
      if (
        one.knownFrom > reverted &&
        one.participant === participant &&
        effectOf(one.action) === effectOf(action)
      )
        changedAgain.add(one.knownFrom)
  return { additions, corrections, removals }
}

const keyOf = (one: StoredAction): string => `${one.participant} ${contentOf(one)}`

/** The import that last changed an action or its successors. */
function lastChangeOf(action: StoredAction, successors: ReadonlyMap<number | null, StoredAction>): number {
  const successor = successors.get(action.id)
  return successor ? lastChangeOf(successor, successors) : (action.knownUntil ?? action.knownFrom)
}

/** The edition of the seed that came in after an import; null if none did. */
const editionAfter = (tx: Tx, revision: number): Day | null =>
  tx
    .select({ edition: imports.edition })
    .from(imports)
    .where(and(gt(imports.revision, revision), isNotNull(imports.edition)))
    .get()?.edition ?? null

function revertible(tx: Tx, revision: number): typeof imports.$inferSelect {
  const found = required(
    tx.select().from(imports).where(eq(imports.revision, revision)).get(),
    `Revision ${revision}`,
  )
  const undoing = tx.select().from(imports).where(eq(imports.reverts, revision)).get()
  if (revision === 1) throw notRevertible(revision, 'it is what the record began with')
  if (found.reverts !== null)
    throw notRevertible(revision, `it is the revert of revision ${found.reverts}: import that file again`)
  if (undoing) throw notRevertible(revision, `revision ${undoing.revision} has reverted it already`)
  return found
}

const notRevertible = (revision: number, why: string): DomainError =>
  new DomainError('invalid-parameter', `Revision ${revision} cannot be reverted: ${why}`, 'revision')

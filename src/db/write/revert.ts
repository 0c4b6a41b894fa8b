import { and, eq, gt, isNotNull } from 'drizzle-orm'
import { contentOf, effectOf } from '../../domain/action.js'
import { DomainError, required } from '../../domain/errors.js'
import type { Day } from '../../domain/vocabulary.js'
import { actions, importedTables, imports } from '../schema.js'
import type { Db, Tx } from '../sqlite/open.js'
import { openWriter, type StoredAction } from './differences.js'
import { type Recorded, writeImport, writeRevision } from './revision.js'
import { type UndoTerms, undone } from './undone.js'
import { undoFacts } from './undone-facts.js'

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
      writer.write({ instrument, asAt, isAsAtStated: false }, undone(reverted, all, changedAgain, ofActions))
    }
    undoFacts(tx, db.$client, { revision, reverted }, changedAgain)
    if (changedAgain.size > 0) {
      const numbers = [...changedAgain].sort((a, b) => b - a).join(', ')
      throw notRevertible(reverted, `what it changed was changed again: revert ${numbers} first`)
    }
    const edition = editionAfter(tx, reverted)
    const note = `the edition of ${edition} came later: “ratification seed --update” takes up what this revert set back`
    return { ...writer.finish(), isNews: true, warnings: edition === null ? warnings : [...warnings, note] }
  })
}

/** The unit of actions is what one participant did to one effect. */
const ofActions: UndoTerms<StoredAction> = {
  rowOf: ({ id }) => id,
  keyOf: (one) => `${one.participant} ${contentOf(one)}`,
  unitOf: ({ participant, action }) => `${participant} ${effectOf(action)}`,
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

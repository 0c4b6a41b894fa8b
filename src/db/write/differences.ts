import { eq, sql } from 'drizzle-orm'
import type { Reconciliation } from '../../domain/reconcile.js'
import type { Day } from '../../domain/vocabulary.js'
import { statedAsAt } from '../instruments.js'
import { actions, importedTables } from '../schema.js'
import { bulkInsert } from '../sqlite/bulk-insert.js'
import type { Db, Tx } from '../sqlite/open.js'
import { refreshStatuses } from '../status-periods.js'
import type { TableChange } from './revision.js'

/** An action as the record holds it. */
export type StoredAction = typeof actions.$inferSelect

/** The last day that a table covers, and whether a source states that day. */
interface StatedTable {
  readonly instrument: string
  readonly asAt: Day
  readonly isAsAtStated: boolean
}

/** Writes the differences of one revision. `finish` then derives the periods of status from them. */
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
      { instrument, asAt, isAsAtStated }: StatedTable,
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

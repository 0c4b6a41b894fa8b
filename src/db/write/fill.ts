import { eq, sql } from 'drizzle-orm'
import { grouped } from '../../domain/grouped.js'
import { actions, importedTables, imports } from '../schema.js'
import { bulkInsert } from '../sqlite/bulk-insert.js'
import type { Db } from '../sqlite/open.js'
import { type FactName, factNames, type StoredFact } from '../statements/facts.js'
import { refreshStatuses } from '../status-periods.js'
import { type ReferenceTables, writeReference } from './reference.js'
import { factWriter } from './statement-writer.js'

/** A whole record with its history. */
export interface WholeRecord {
  readonly reference: ReferenceTables
  /** In the order of their revisions. */
  readonly imports: readonly (typeof imports.$inferInsert & { readonly revision: number })[]
  readonly tables: readonly (typeof importedTables.$inferInsert)[]
  readonly actions: readonly (typeof actions.$inferSelect)[]
  /** Statements and territorial events. */
  readonly facts: { readonly [Name in FactName]: readonly StoredFact<Name>[] }
}

/**
 * Fills an empty record from a package, revision by revision, so that each revision answers as it did. The periods of
 * status are derived again. It all runs in one transaction.
 */
export function fillRecord(db: Db, record: WholeRecord): void {
  const tablesOf = grouped(record.tables, ({ revision }) => revision)
  const addedBy = grouped(record.actions, ({ knownFrom }) => knownFrom)
  const endedBy = grouped(record.actions, ({ knownUntil }) => knownUntil)
  const fill = (tx: Parameters<Parameters<Db['transaction']>[0]>[0]): void => {
    writeReference(db, record.reference)
    const added = bulkInsert(db.$client, actions, { knownUntil: null })
    const endAction = tx
      .update(actions)
      .set({ knownUntil: sql`${sql.placeholder('revision')}` })
      .where(eq(actions.id, sql.placeholder('id')))
      .prepare()
    const fillFacts = factNames.map((name) => factFiller(db.$client, name, record.facts[name]))
    for (const one of record.imports) {
      const { revision } = one
      tx.insert(imports).values(one).run()
      for (const table of tablesOf.get(revision) ?? []) tx.insert(importedTables).values(table).run()
      const [newActions, endedActions] = [addedBy.get(revision) ?? [], endedBy.get(revision) ?? []]
      for (const { id } of endedActions) endAction.run({ id, revision })
      for (const action of newActions) added.add(action)
      added.flush()
      const changed = new Set([...newActions, ...endedActions].map(({ instrument }) => instrument))
      refreshStatuses(tx, db.$client, revision, [...changed])
      for (const fillFact of fillFacts) fillFact(revision)
    }
  }
  db.transaction(fill, { behavior: 'immediate' })
}

/** Writes what one revision did to one table of statements or territories. */
function factFiller(
  client: Db['$client'],
  name: FactName,
  rows: readonly StoredFact<FactName>[],
): (revision: number) => void {
  const addedBy = grouped(rows, ({ knownFrom }) => knownFrom)
  const endedBy = grouped(rows, ({ knownUntil }) => knownUntil)
  const { end, add } = factWriter(client, name)
  return (revision) => {
    for (const { row } of endedBy.get(revision) ?? []) end(row, revision)
    for (const row of addedBy.get(revision) ?? []) add({ ...row, knownUntil: null })
    add(null)
  }
}

import { and, eq, isNull } from 'drizzle-orm'
import type { Db, Tx } from '../sqlite/open.js'
import type { FactName, StoredFact } from '../statements/facts.js'
import { factNames, factTables } from '../statements/facts.js'
import { statementCoverage } from '../statements/schema.js'
import { factTerms } from './fact-terms.js'
import { writeFacts } from './statement-writer.js'
import { undone } from './undone.js'

/** Undoes what one import did to statements and territories. @param changedAgain  collects what prevents it */
export function undoFacts(
  tx: Tx,
  client: Db['$client'],
  { revision, reverted }: { readonly revision: number; readonly reverted: number },
  changedAgain: Set<number>,
): void {
  const differences = factNames.map((name) => [name, undoneTable(tx, name, reverted, changedAgain)])
  if (changedAgain.size > 0) return
  writeFacts(client, revision, Object.fromEntries(differences))
  undoCoverage(tx, revision, reverted)
  for (const knownFrom of orphans(tx)) changedAgain.add(knownFrom)
}

/** Sets back what an import said of its coverage, unless a later import has said more. */
function undoCoverage(tx: Tx, revision: number, reverted: number): void {
  const rows = tx.select().from(statementCoverage).all()
  for (const row of rows.filter((one) => one.knownFrom === reverted && one.knownUntil === null)) {
    const before = rows.find((one) => one.instrument === row.instrument && one.knownUntil === reverted)
    tx.update(statementCoverage)
      .set({ knownUntil: revision })
      .where(and(eq(statementCoverage.instrument, row.instrument), isNull(statementCoverage.knownUntil)))
      .run()
    if (before !== undefined)
      tx.insert(statementCoverage)
        .values({ ...before, knownFrom: revision, knownUntil: null })
        .run()
  }
}

function undoneTable<Name extends FactName>(tx: Tx, name: Name, reverted: number, changedAgain: Set<number>) {
  const { unitOf, contentOf } = factTerms[name]
  const all = tx.select().from(factTables[name]).all() as StoredFact<Name>[]
  return undone(reverted, all, changedAgain, {
    rowOf: ({ row }) => row,
    keyOf: (one) => JSON.stringify([unitOf(one), contentOf(one), 'digest' in one && one.digest]),
    unitOf,
  })
}

/** The imports that later said something of a statement that is gone. */
function orphans(tx: Tx): number[] {
  const { statements, statementEvents, statementTargets } = factTables
  const isHeld = ({ knownUntil }: { knownUntil: number | null }): boolean => knownUntil === null
  const ids = new Set(
    tx
      .select()
      .from(statements)
      .all()
      .filter(isHeld)
      .map(({ id }) => id),
  )
  return [...tx.select().from(statementEvents).all(), ...tx.select().from(statementTargets).all()]
    .filter((one) => isHeld(one) && !ids.has(one.statement))
    .map(({ knownFrom }) => knownFrom)
}

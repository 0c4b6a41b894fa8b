import { getTableName } from 'drizzle-orm'
import { bulkInsert } from '../sqlite/bulk-insert.js'
import type { Db } from '../sqlite/open.js'
import { type Fact, type FactName, factTables, type StoredFact } from '../statements/facts.js'

/** What a revision does to the rows of one table. */
export interface FactDifference<Name extends FactName> {
  readonly additions: readonly Fact<Name>[]
  readonly corrections: readonly { readonly from: StoredFact<Name>; readonly to: Fact<Name> }[]
  readonly removals: readonly StoredFact<Name>[]
}

export interface FactCounts {
  readonly added: number
  readonly corrected: number
  readonly removed: number
}

/** Writes the differences of one revision to one table of statements or territories. */
export function writeFacts<Name extends FactName>(
  client: Db['$client'],
  revision: number,
  name: Name,
  { additions, corrections, removals }: FactDifference<Name>,
): FactCounts {
  const { end, add } = factWriter(client, name)
  for (const { row } of [...removals, ...corrections.map(({ from }) => from)]) end(row, revision)
  const known = { row: null, knownFrom: revision, knownUntil: null }
  for (const fact of additions) add({ ...fact, ...known, replaces: null })
  for (const { from, to } of corrections) add({ ...to, ...known, replaces: from.row })
  add(null)
  return { added: additions.length, corrected: corrections.length, removed: removals.length }
}

/**
 * Statements on one table. `add(null)` writes the rows that are still in the buffer.
 */
export function factWriter(client: Db['$client'], name: FactName) {
  const table = factTables[name]
  const ending = client.prepare(`UPDATE "${getTableName(table)}" SET known_until = ? WHERE row = ?`)
  const added = bulkInsert(client, table, {}) as unknown as {
    add: (row: object) => void
    flush: () => void
  }
  return {
    end: (row: number, revision: number): void => {
      ending.run(revision, row)
    },
    add: (fact: object | null): void => (fact === null ? added.flush() : added.add(inStoredForm(fact))),
  }
}

/** The articles of an event are stored as JSON. */
const inStoredForm = (fact: object & { articles?: readonly string[] | null }): object =>
  fact.articles ? { ...fact, articles: JSON.stringify(fact.articles) } : fact

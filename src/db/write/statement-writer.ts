import { getTableName } from 'drizzle-orm'
import { bulkInsert } from '../sqlite/bulk-insert.js'
import type { Db } from '../sqlite/open.js'
import {
  type Fact,
  type FactName,
  type Facts,
  factNames,
  factTables,
  type StoredFact,
} from '../statements/facts.js'

/** What a revision does to the rows of one table. */
export interface FactDifference<Name extends FactName> {
  readonly additions: readonly Fact<Name>[]
  readonly corrections: readonly { readonly from: StoredFact<Name>; readonly to: Fact<Name> }[]
  readonly removals: readonly StoredFact<Name>[]
}

/** What a revision does to statements and territories. An absent table stays as it is. */
export type FactDifferences = { readonly [Name in FactName]?: FactDifference<Name> }

/** Rows of a source, all of them new. */
export const allNew = (facts: Facts): FactDifferences =>
  Object.fromEntries(
    factNames.map((name) => [name, { additions: facts[name], corrections: [], removals: [] }]),
  )

/**
 * Writes what one revision does to statements and territories.
 * @returns how many rows it changed
 */
export const writeFacts = (client: Db['$client'], revision: number, differences: FactDifferences): number =>
  factNames.reduce((changed, name) => changed + writeTable(client, revision, name, differences[name]), 0)

function writeTable(
  client: Db['$client'],
  revision: number,
  name: FactName,
  difference: FactDifference<FactName> | undefined,
): number {
  if (difference === undefined) return 0
  const { additions, corrections, removals } = difference
  const { end, add } = factWriter(client, name)
  for (const { row } of [...removals, ...corrections.map(({ from }) => from)]) end(row, revision)
  const known = { row: null, knownFrom: revision, knownUntil: null }
  for (const fact of additions) add({ ...fact, ...known, replaces: null })
  for (const { from, to } of corrections) add({ ...to, ...known, replaces: from.row })
  add(null)
  return additions.length + corrections.length + removals.length
}

/** Writes to one table. `add(null)` writes the rows that are still in the buffer. */
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

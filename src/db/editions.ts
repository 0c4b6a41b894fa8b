import { and, desc, eq, gt, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Action } from '../domain/action.js'
import type { Day } from '../domain/vocabulary.js'
import { actions, imports } from './schema.js'
import type { Tx } from './sqlite/open.js'
import { type FactName, factTables, type StoredFact } from './statements/facts.js'

type Read = Pick<Tx, 'select'>

/** The file name of every import of the seed. */
export const seedFileName = 'seed/actions.csv'

/** The imports that brought editions of the seed. Releases before 0.3.0 named no edition: they seeded revision 1. */
const isOfSeed = or(
  isNotNull(imports.edition),
  and(eq(imports.revision, 1), eq(imports.fileName, seedFileName)),
)

const undoing = alias(imports, 'undoing')

/** The edition of the seed that the record last took in and did not revert; null if none named itself. */
export const lastEdition = (tx: Read): Day | null =>
  tx
    .select({ edition: imports.edition })
    .from(imports)
    .leftJoin(undoing, eq(undoing.reverts, imports.revision))
    .where(and(isOfSeed, isNull(undoing.revision)))
    .orderBy(desc(imports.revision))
    .limit(1)
    .get()?.edition ?? null

/** For each edition that the record took in, the actions of the seed as they stood after it. */
export function actionsOfEditions(tx: Read): Action[][] {
  const revisions = seedRevisions(tx)
  return revisions.map((revision) =>
    tx
      .select()
      .from(actions)
      .where(
        and(
          inArray(actions.knownFrom, revisions),
          lte(actions.knownFrom, revision),
          or(isNull(actions.knownUntil), gt(actions.knownUntil, revision)),
        ),
      )
      .all(),
  )
}

/**
 * The rows that a table of statements or territories holds, and for each edition that the record took in, those of the seed
 * as they stood after it.
 * @param before  the revision that is being written
 */
export function factsOfEditions<Name extends FactName>(
  tx: Read,
  name: Name,
  before: number,
): { held: StoredFact<Name>[]; editions: StoredFact<Name>[][] } {
  const rows = tx.select().from(factTables[name]).all() as StoredFact<Name>[]
  const revisions = seedRevisions(tx).filter((revision) => revision < before)
  const editions = revisions.map((revision) =>
    rows.filter(
      ({ knownFrom, knownUntil }) =>
        revisions.includes(knownFrom) &&
        knownFrom <= revision &&
        (knownUntil === null || knownUntil > revision),
    ),
  )
  return { held: rows.filter(({ knownUntil }) => knownUntil === null), editions }
}

const seedRevisions = (tx: Read): number[] =>
  tx
    .select({ revision: imports.revision })
    .from(imports)
    .where(isOfSeed)
    .all()
    .map(({ revision }) => revision)

import { and, desc, eq, gt, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Action } from '../domain/action.js'
import type { Day } from '../domain/vocabulary.js'
import { actions, imports } from './schema.js'
import type { Tx } from './sqlite/open.js'

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

const seedRevisions = (tx: Read): number[] =>
  tx
    .select({ revision: imports.revision })
    .from(imports)
    .where(isOfSeed)
    .all()
    .map(({ revision }) => revision)

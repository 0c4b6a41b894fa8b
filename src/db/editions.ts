import { and, desc, eq, gt, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import type { Action } from '../domain/action.js'
import type { Day } from '../domain/vocabulary.js'
import { actions, imports } from './schema.js'
import type { Tx } from './sqlite/open.js'

/** The file name of every import of the seed. */
export const seedFileName = 'seed/actions.csv'

/** The imports that brought editions of the seed. Releases before 0.3.0 named no edition: they seeded revision 1. */
const isOfSeed = or(
  isNotNull(imports.edition),
  and(eq(imports.revision, 1), eq(imports.fileName, seedFileName)),
)

/** The edition of the seed that the record last took in; null if that was of a release that named none, or none at all. */
export const lastEdition = (tx: Pick<Tx, 'select'>): Day | null =>
  tx.select().from(imports).where(isOfSeed).orderBy(desc(imports.revision)).limit(1).get()?.edition ?? null

/** The actions that editions of the seed brought, as the record held them after the last of these. */
export function actionsOfLastEdition(tx: Tx): Action[] {
  const revisions = tx
    .select({ revision: imports.revision })
    .from(imports)
    .where(isOfSeed)
    .all()
    .map(({ revision }) => revision)
  const last = Math.max(0, ...revisions)
  return tx
    .select()
    .from(actions)
    .where(
      and(
        inArray(actions.knownFrom, revisions),
        or(isNull(actions.knownUntil), gt(actions.knownUntil, last)),
      ),
    )
    .all()
}

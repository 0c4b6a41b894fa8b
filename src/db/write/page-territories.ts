import { and, eq, isNull } from 'drizzle-orm'
import type { PrintedPage } from '../../domain/statements/page.js'
import type { Tx } from '../sqlite/open.js'
import type { Fact } from '../statements/facts.js'
import { territorialEvents } from '../statements/schema.js'

/** The extensions of a page that the record does not hold. One that it holds within bounds stays as it is. */
export function territoriesOfPage(
  tx: Tx,
  { instrument, extensions, source }: PrintedPage,
): Fact<'territorialEvents'>[] {
  const held = tx
    .select()
    .from(territorialEvents)
    .where(and(eq(territorialEvents.instrument, instrument), isNull(territorialEvents.knownUntil)))
    .all()
  return extensions
    .filter(
      ({ participant, territory, on }) =>
        !held.some(
          (one) =>
            one.participant === participant &&
            one.territory === territory &&
            one.event !== 'excluded' &&
            one.earliest <= on &&
            on <= one.latest,
        ),
    )
    .map(({ participant, territory, on }) => ({
      instrument,
      participant,
      territory,
      event: 'extended',
      earliest: on,
      latest: on,
      effectOn: null,
      certainty: 'depositary',
      source,
    }))
}

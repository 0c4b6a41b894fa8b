import { and, asc, eq, sql } from 'drizzle-orm'
import type { TerritorialEvent, Territory } from '../domain/statements/territories.js'
import { covers } from './moment.js'
import type { Memo } from './sqlite/memo.js'
import type { Db } from './sqlite/open.js'
import { territorialEvents, territories } from './statements/schema.js'

export function territoryQueries(db: Db, memo: Memo) {
  const all = db.select().from(territories).orderBy(asc(territories.name), asc(territories.until)).prepare()
  const events = db
    .select()
    .from(territorialEvents)
    .where(
      and(
        eq(territorialEvents.instrument, sql.placeholder('instrument')),
        covers(territorialEvents.knownFrom, territorialEvents.knownUntil, 'revision'),
      ),
    )
    .orderBy(asc(territorialEvents.latest), asc(territorialEvents.row))
    .prepare()

  return {
    /** All territories, a row for each State that answers for one or once did, in the order of their names. */
    all: memo((): readonly Territory[] => all.all()),

    /** What States notified of their territories and one instrument, as known at a revision. */
    events: memo((instrument: string, revision: number): readonly TerritorialEvent[] =>
      events
        .all({ instrument, revision })
        .map(({ row: _, knownFrom: __, knownUntil: ___, replaces: ____, ...event }) => event),
    ),
  }
}

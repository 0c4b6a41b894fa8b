import { and, asc, eq, exists, sql } from 'drizzle-orm'
import type { TerritorialEvent, Territory } from '../domain/statements/territories.js'
import { covers } from './moment.js'
import { instruments } from './schema.js'
import type { Memo } from './sqlite/memo.js'
import type { Db } from './sqlite/open.js'
import { toFact } from './statements/facts.js'
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
  const concerned = db
    .select({ code: instruments.code })
    .from(instruments)
    .where(
      exists(
        db
          .select({ one: sql`1` })
          .from(territorialEvents)
          .where(eq(territorialEvents.instrument, instruments.code)),
      ),
    )
    .prepare()

  return {
    /** The instruments with a territorial event, past or present. */
    instruments: memo((): ReadonlySet<string> => new Set(concerned.all().map(({ code }) => code))),

    /** All territories, a row for each State that answers for one or once did, in the order of their names. */
    all: memo((): readonly Territory[] => all.all()),

    /** What States notified of their territories and one instrument, as known at a revision. */
    events: memo((instrument: string, revision: number): readonly TerritorialEvent[] =>
      events.all({ instrument, revision }).map(toFact),
    ),
  }
}

import { and, asc, count, desc, eq, gte, inArray, max, sql } from 'drizzle-orm'
import { failures, type LookFailure, type LookOutcome, outcomesSeen } from '../../domain/look.js'
import { importedTables } from '../schema.js'
import type { Memo } from '../sqlite/memo.js'
import type { Db } from '../sqlite/open.js'
import { looks } from './schema.js'

/** A look at the page of an instrument. */
export type Look = Omit<typeof looks.$inferSelect, 'id'>

/** What the looks at the page of one instrument have come to. */
export interface LastLooks {
  /** When the page was last read without a fault; null if it never was. */
  readonly lookedAt: string | null
  /** Whether that was a copy of the page, and not the depositary's own. */
  readonly isMirror: boolean
  /** The newest look, if it failed. */
  readonly failed: { readonly at: string; readonly outcome: LookFailure } | null
  /** How many looks have failed since the page was last read. */
  readonly failures: number
}

/** What a server gave with a page, to ask whether the page has changed since. */
export type PageValidators = Pick<Look, 'etag' | 'lastModified'>

const wasSeen = inArray(looks.outcome, [...outcomesSeen])

export function lookQueries(db: Db, memo: Memo) {
  const newestIds = (seen?: typeof wasSeen) =>
    db
      .select({ id: max(looks.id) })
      .from(looks)
      .where(seen)
      .groupBy(looks.instrument)
  const newest = db.select().from(looks).where(inArray(looks.id, newestIds())).prepare()
  const newestSeen = db
    .select()
    .from(looks)
    .where(inArray(looks.id, newestIds(wasSeen)))
    .prepare()
  const failuresSince = db
    .select({ failures: count() })
    .from(looks)
    .where(
      and(
        eq(looks.instrument, sql.placeholder('instrument')),
        sql`${looks.id} > ${sql.placeholder('id')}`,
        inArray(looks.outcome, [...failures]),
      ),
    )
    .prepare()
  const counts = db
    .select({ outcome: looks.outcome, count: count() })
    .from(looks)
    .groupBy(looks.outcome)
    .prepare()

  return {
    /** What the looks have come to, by instrument. One that was never looked at is absent. */
    last: memo((): ReadonlyMap<string, LastLooks> => {
      const seen = new Map(newestSeen.all().map((look) => [look.instrument, look]))
      return new Map(
        newest.all().map(({ instrument, lookedAt: at, outcome }) => {
          const { id = 0, lookedAt = null, isMirror = false } = seen.get(instrument) ?? {}
          const failed = isFailure(outcome) ? { at, outcome } : null
          const since = failed === null ? 0 : (failuresSince.get({ instrument, id })?.failures ?? 0)
          return [instrument, { lookedAt, isMirror, failed, failures: since }]
        }),
      )
    }),

    /** How many looks there were, by what came of them. */
    counts: (): { outcome: LookOutcome; count: number }[] => counts.all(),

    /** The looks at some instruments, the newest first; at all of them if none is named. */
    newestFirst: (instruments: readonly string[], limit: number): Look[] =>
      db
        .select()
        .from(looks)
        .where(instruments.length === 0 ? undefined : inArray(looks.instrument, [...instruments]))
        .orderBy(desc(looks.id))
        .limit(limit)
        .all()
        .map(({ id: _, ...look }) => look),

    /** The instruments looked at since an instant, failed looks too. */
    lookedAtSince: (instant: string): Set<string> =>
      new Set(
        db
          .selectDistinct({ instrument: looks.instrument })
          .from(looks)
          .where(gte(looks.lookedAt, instant))
          .orderBy(asc(looks.instrument))
          .all()
          .map(({ instrument }) => instrument),
      ),

    /**
     * What the server gave with the page when it was last read, if a “not modified” can still be believed: this release
     * read it, at this address, and nothing else was imported for the instrument since.
     */
    validators({
      instrument,
      address,
      version,
    }: Pick<Look, 'instrument' | 'address' | 'version'>): PageValidators {
      const nothing = { etag: null, lastModified: null }
      const seen = db
        .select()
        .from(looks)
        .where(and(eq(looks.instrument, instrument), wasSeen))
        .orderBy(desc(looks.id))
        .limit(1)
        .get()
      if (seen === undefined || seen.address !== address || seen.version !== version) return nothing
      const changed = db
        .select({ revision: max(importedTables.revision) })
        .from(importedTables)
        .where(eq(importedTables.instrument, instrument))
        .get()
      if ((changed?.revision ?? 0) > seen.revision) return nothing
      return { etag: seen.etag, lastModified: seen.lastModified }
    },
  }
}

export const keepLook = (db: Db, look: Look): void => void db.insert(looks).values(look).run()

const isFailure = (outcome: LookOutcome): outcome is LookFailure => failures.some((one) => one === outcome)

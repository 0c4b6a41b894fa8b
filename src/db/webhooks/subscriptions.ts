import { and, asc, eq, isNull, lt, lte, or, type SQL } from 'drizzle-orm'
import type { Db } from '../sqlite/open.js'
import { subscriptions } from './schema.js'

export type Subscription = typeof subscriptions.$inferSelect

export type NewSubscription = Pick<
  Subscription,
  'id' | 'url' | 'secret' | 'filter' | 'allowPrivate' | 'createdAt' | 'revision'
>

/** Up to where a subscription is delivered. */
export type Cursor = Pick<Subscription, 'revision' | 'delivered'>

/** What a failed attempt leaves behind. */
export type Failure = Pick<Subscription, 'attempts' | 'failingSince' | 'nextAttemptAt' | 'fault' | 'pausedAt'>

/** Clears what failures left behind. */
const sound: Failure = { attempts: 0, failingSince: null, nextAttemptAt: null, fault: null, pausedAt: null }
const unclaimed = { claimedBy: null, claimedUntil: null }

/**
 * Subscriptions to changes. One process at a time delivers to each and holds a claim on it. Without the claim, its writes
 * change nothing. Instants are RFC 3339 in UTC, so that they compare as text.
 */
export function subscriptionQueries(db: Db) {
  const set = (values: Partial<Subscription>, where: SQL | undefined): boolean =>
    db.update(subscriptions).set(values).where(where).run().changes > 0
  const held = (id: string, by: string): SQL | undefined =>
    and(eq(subscriptions.id, id), eq(subscriptions.claimedBy, by), isNull(subscriptions.pausedAt))
  const free = (now: string): SQL | undefined =>
    and(
      isNull(subscriptions.pausedAt),
      or(isNull(subscriptions.nextAttemptAt), lte(subscriptions.nextAttemptAt, now)),
      or(isNull(subscriptions.claimedUntil), lte(subscriptions.claimedUntil, now)),
    )
  return {
    all: (): Subscription[] =>
      db.select().from(subscriptions).orderBy(asc(subscriptions.createdAt), asc(subscriptions.id)).all(),

    byId: (id: string): Subscription | undefined =>
      db.select().from(subscriptions).where(eq(subscriptions.id, id)).get(),

    add(one: NewSubscription): void {
      db.insert(subscriptions).values(one).run()
    },

    /** @returns whether there was one */
    remove: (id: string): boolean =>
      db.delete(subscriptions).where(eq(subscriptions.id, id)).run().changes > 0,

    /** Those that lack something up to a revision, may be tried now, and are claimed by nobody. */
    due: (revision: number, now: string): Subscription[] =>
      db
        .select()
        .from(subscriptions)
        .where(and(lt(subscriptions.revision, revision), free(now)))
        .orderBy(asc(subscriptions.id))
        .all(),

    /** Takes a subscription for this process. @returns undefined if another process was faster */
    claim: (id: string, by: string, now: string, until: string): Subscription | undefined =>
      db
        .update(subscriptions)
        .set({ claimedBy: by, claimedUntil: until })
        .where(and(eq(subscriptions.id, id), free(now)))
        .returning()
        .get(),

    /** Holds a claim for longer. @returns false if it is lost, or the subscription is gone or paused */
    renew: (id: string, by: string, until: string): boolean => set({ claimedUntil: until }, held(id, by)),

    /** Moves the cursor, and forgets earlier failures if a change was delivered. @returns as `renew` does */
    advance: (id: string, by: string, cursor: Cursor, deliveredAt: string | null): boolean =>
      set(deliveredAt === null ? cursor : { ...cursor, ...sound, deliveredAt }, held(id, by)),

    /** Records a failed attempt, and lets go. @returns as `renew` does */
    fail: (id: string, by: string, failure: Failure): boolean =>
      set({ ...failure, ...unclaimed }, held(id, by)),

    release(id: string, by: string): void {
      set(unclaimed, and(eq(subscriptions.id, id), eq(subscriptions.claimedBy, by)))
    },

    /** Lets deliveries go on at once. @param cursor  from where, if not from where they stopped */
    resume: (id: string, cursor?: Cursor): boolean =>
      set({ ...sound, ...unclaimed, ...cursor }, eq(subscriptions.id, id)),
  }
}

export type SubscriptionQueries = ReturnType<typeof subscriptionQueries>

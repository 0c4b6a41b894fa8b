import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * Who is told of changes by POST. There is no copy of what is to be delivered: the record itself is the queue, and each
 * subscription knows up to where it has read.
 */
export const subscriptions = sqliteTable('subscriptions', {
  id: text().primaryKey(),
  url: text().notNull(),
  /** Signs every delivery, so it cannot be stored as a digest. */
  secret: text().notNull(),
  /** JSON, as `src/api/webhooks/subscription-filter.ts` reads it. */
  filter: text().notNull(),
  allowPrivate: integer('allow_private', { mode: 'boolean' }).notNull(),
  /** RFC 3339, UTC, as are the other instants. */
  createdAt: text('created_at').notNull(),
  /** All changes up to this import are delivered. */
  revision: integer().notNull(),
  /** The id of the last change that was delivered of the imports after it; null if none was. */
  delivered: text(),
  deliveredAt: text('delivered_at'),
  /** Failed attempts at the next change. */
  attempts: integer().notNull().default(0),
  failingSince: text('failing_since'),
  nextAttemptAt: text('next_attempt_at'),
  /** Why the last attempt failed. */
  fault: text(),
  pausedAt: text('paused_at'),
  /** The process that delivers now, and until when no other may. */
  claimedBy: text('claimed_by'),
  claimedUntil: text('claimed_until'),
})

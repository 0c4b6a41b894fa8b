import { and, eq } from 'drizzle-orm'
import type { Db } from '../sqlite/open.js'
import { leases } from './schema.js'

/** Who asks for a task, for which of its moments, and when. All instants are RFC 3339 in UTC. */
export interface Claim {
  readonly task: string
  /** The moment at which the task was due. */
  readonly moment: string
  /** Names the process: no other has the name. */
  readonly holder: string
  readonly now: string
  /** Until when the task is the holder's, unless it renews its claim. */
  readonly until: string
}

/** The answer to a claim; `heldUntil` says until when another process has the task, null if it is done. */
export type Claimed =
  | { readonly isMine: true }
  | { readonly isMine: false; readonly heldUntil: string | null }

/**
 * Claims a task for a moment. Only one process gets it. If that process dies, the claim ends when its time is over. The first claim ever only notes the moment: nothing was missed before there was a schedule.
 */
export function claim(db: Db, { task, moment, holder, now, until }: Claim): Claimed {
  return db.transaction(
    (tx): Claimed => {
      const held = tx.select().from(leases).where(eq(leases.task, task)).get()
      if (held === undefined) {
        tx.insert(leases).values({ task, moment }).run()
        return { isMine: false, heldUntil: null }
      }
      if (held.heldUntil !== null && held.heldUntil > now) return { isMine: false, heldUntil: held.heldUntil }
      if (held.moment > moment || (held.moment === moment && held.holder === null))
        return { isMine: false, heldUntil: null }
      tx.update(leases).set({ moment, holder, heldUntil: until }).where(eq(leases.task, task)).run()
      return { isMine: true }
    },
    { behavior: 'immediate' },
  )
}

/** Holds on to a claimed task for longer. @returns whether it still was the holder's */
export function renew(db: Db, { task, holder, until }: Pick<Claim, 'task' | 'holder' | 'until'>): boolean {
  const renewed = db
    .update(leases)
    .set({ heldUntil: until })
    .where(and(eq(leases.task, task), eq(leases.holder, holder)))
    .run()
  return renewed.changes === 1
}

/** Says that a claimed task is done. */
export function release(db: Db, { task, holder }: Pick<Claim, 'task' | 'holder'>): void {
  db.update(leases)
    .set({ holder: null, heldUntil: null })
    .where(and(eq(leases.task, task), eq(leases.holder, holder)))
    .run()
}

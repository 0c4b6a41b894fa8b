import { and, asc, eq, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Action } from '../domain/action.js'
import type { Tx } from './open.js'
import { actions } from './schema.js'

/** What an import did to one action: `before` is null where it was added, `after` where it was removed. */
export interface Change {
  readonly kind: 'added' | 'corrected' | 'removed'
  readonly before: Action | null
  readonly after: Action | null
}

/**
 * What one import changed, by instrument, participant and day.
 * @param limit  how many changes to return at most
 */
export function changesOf(tx: Pick<Tx, 'select'>, revision: number, limit: number): Change[] {
  if (limit === 0) return []
  const before = alias(actions, 'before')
  const came = tx
    .select({ before, after: actions })
    .from(actions)
    .leftJoin(before, eq(before.id, actions.replaces))
    .where(eq(actions.knownFrom, revision))
    .orderBy(asc(actions.instrument), asc(actions.participant), asc(actions.latest), asc(actions.id))
    .limit(limit)
    .all()
  const successor = alias(actions, 'successor')
  const isCorrected = tx
    .select({ one: sql`1` })
    .from(successor)
    // The sign keeps SQLite from looking through the whole revision for each action: it is to look by `replaces`.
    .where(and(eq(successor.replaces, actions.id), sql`+${successor.knownFrom} = ${revision}`))
  const went = tx
    .select({ before: actions })
    .from(actions)
    .where(and(eq(actions.knownUntil, revision), notExists(isCorrected)))
    .orderBy(asc(actions.instrument), asc(actions.participant), asc(actions.latest), asc(actions.id))
    .limit(limit)
    .all()
  const changes: Change[] = [
    ...came.map(({ before, after }) => ({
      kind: before === null ? ('added' as const) : ('corrected' as const),
      before,
      after,
    })),
    ...went.map(({ before }) => ({ kind: 'removed' as const, before, after: null })),
  ]
  return changes.sort(inOrder).slice(0, limit)
}

function inOrder(a: Change, b: Change): number {
  const keyOf = ({ before, after }: Change): string => {
    const one = after ?? before
    return one === null ? '' : `${one.instrument} ${one.participant} ${one.latest}`
  }
  const [left, right] = [keyOf(a), keyOf(b)]
  return left === right ? 0 : left < right ? -1 : 1
}

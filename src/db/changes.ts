import { and, asc, count, eq, gte, inArray, isNotNull, lte, notExists, sql } from 'drizzle-orm'
import { alias, unionAll } from 'drizzle-orm/sqlite-core'
import type { Action } from '../domain/action.js'
import type { ActionKind, Day } from '../domain/vocabulary.js'
import type { Db, Tx } from './open.js'
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

/** Which changes: each list is a choice, all of them hold together, and one that is absent does not restrict. */
export interface ChangeFilter {
  /** The imports that made them, from this number to that, both included. */
  readonly from: number
  readonly to: number
  /** Only of actions that count by this day. */
  readonly asOf: Day
  readonly participants?: readonly string[] | undefined
  readonly instruments?: readonly string[] | undefined
  readonly actions?: readonly ActionKind[] | undefined
}

/** A change, and the import that made it. */
export type RecordedChange = Change & { readonly revision: number }

/** What imports changed, oldest first: a later import adds to the end, so that no page skips or repeats anything. */
export function changeQueries(db: Db) {
  return {
    page(filter: ChangeFilter, page: { offset: number; limit: number }): RecordedChange[] {
      const found = db
        .select()
        .from(changesMatching(db, filter))
        .orderBy(sql`revision, instrument, participant, latest, coalesce(after, before)`)
        .limit(page.limit)
        .offset(page.offset)
        .all()
      const ids = found.flatMap(({ before, after }) => [before, after]).filter((id) => id !== null)
      const rows = db
        .select()
        .from(actions)
        .where(sql`${actions.id} in (select value from json_each(${JSON.stringify(ids)}))`)
        .all()
      const byId = new Map(rows.map((row) => [row.id, row]))
      return found.map(({ revision, before, after }) => ({
        revision,
        kind: before === null ? 'added' : after === null ? 'removed' : 'corrected',
        before: before === null ? null : (byId.get(before) ?? null),
        after: after === null ? null : (byId.get(after) ?? null),
      }))
    },

    count: (filter: ChangeFilter): number =>
      db.select({ n: count() }).from(changesMatching(db, filter)).get()?.n ?? 0,
  }
}

/** What came with an import, in the place of another or not, and what went with one and has nothing in its place. */
function changesMatching(db: Db, filter: ChangeFilter) {
  const { instrument, participant, latest } = actions
  const isAsked = and(
    lte(latest, filter.asOf),
    filter.participants && inArray(participant, [...filter.participants]),
    filter.instruments && inArray(instrument, [...filter.instruments]),
    filter.actions && inArray(actions.action, [...filter.actions]),
  )
  const successor = alias(actions, 'successor')
  const replacement = db
    .select({ one: sql`1` })
    .from(successor)
    .where(and(eq(successor.replaces, actions.id), eq(successor.knownFrom, actions.knownUntil)))
  const which = { instrument, participant, latest }
  const came = db
    .select({
      revision: sql<number>`${actions.knownFrom}`.as('revision'),
      before: sql<number | null>`${actions.replaces}`.as('before'),
      after: sql<number | null>`${actions.id}`.as('after'),
      ...which,
    })
    .from(actions)
    .where(and(gte(actions.knownFrom, filter.from), lte(actions.knownFrom, filter.to), isAsked))
  const went = db
    .select({
      revision: sql<number>`${actions.knownUntil}`.as('revision'),
      before: sql<number | null>`${actions.id}`.as('before'),
      after: sql<number | null>`null`.as('after'),
      ...which,
    })
    .from(actions)
    .where(
      and(
        isNotNull(actions.knownUntil),
        gte(actions.knownUntil, filter.from),
        lte(actions.knownUntil, filter.to),
        notExists(replacement),
        isAsked,
      ),
    )
  return unionAll(came, went).as('changes')
}

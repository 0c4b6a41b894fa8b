import { and, count, eq, gt, gte, inArray, lte, notExists, or, type SQL, sql } from 'drizzle-orm'
import { alias, unionAll } from 'drizzle-orm/sqlite-core'
import type { Action } from '../domain/action.js'
import type { Day } from '../domain/vocabulary.js'
import { type ActionChoice, isChosen } from './actions.js'
import { actions } from './schema.js'
import type { Db, Tx } from './sqlite/open.js'

/** What an import did to one action: `before` is null if it was added, `after` if it was removed. */
export interface Change {
  readonly kind: 'added' | 'corrected' | 'removed'
  readonly before: Action | null
  readonly after: Action | null
}

/** A change, and the import that made it. */
export interface RecordedChange {
  readonly revision: number
  readonly change: Change
}

/**
 * Selects changes of the imports after one revision, up to another. The other filters match a correction if they match
 * the action before or after it.
 */
export interface ChangeFilter extends ActionChoice {
  readonly after: number
  readonly upTo: number
  /** Only actions that count from this day or later. */
  readonly since?: Day | undefined
  /** Only actions that count by this day. */
  readonly asOf?: Day | undefined
}

/** How many changes of each kind one import made. */
export interface ChangeCounts {
  readonly revision: number
  readonly added: number
  readonly corrected: number
  readonly removed: number
}

interface Page {
  readonly offset: number
  readonly limit: number
  readonly newestFirst?: boolean
}

type Read = Pick<Tx, 'select'>

/**
 * What one import changed, by instrument, participant and day.
 * @param limit  the most changes to return
 */
export const changesOf = (tx: Read, revision: number, limit: number): Change[] =>
  limit === 0
    ? []
    : page(tx, { after: revision - 1, upTo: revision }, { offset: 0, limit }).map(({ change }) => change)

/** The changes of imports, oldest first. Later imports append, so no page skips or repeats a change. */
export const changeQueries = (db: Db) => ({
  page: (filter: ChangeFilter, which: Page) => page(db, filter, which),

  count: (filter: ChangeFilter): number => db.select({ n: count() }).from(matching(db, filter)).get()?.n ?? 0,

  /** The imports that made changes, newest first, with how many. */
  counts: (filter: ChangeFilter): ChangeCounts[] =>
    db
      .select({
        revision: sql<number>`revision`,
        added: sql<number>`sum(before is null)`,
        corrected: sql<number>`sum(before is not null and after is not null)`,
        removed: sql<number>`sum(after is null)`,
      })
      .from(matching(db, filter))
      .groupBy(sql`revision`)
      .orderBy(sql`revision desc`)
      .all(),
})

function page(tx: Read, filter: ChangeFilter, { offset, limit, newestFirst }: Page): RecordedChange[] {
  const found = tx
    .select()
    .from(matching(tx, filter))
    .orderBy(newestFirst ? fromTheNewest : fromTheOldest)
    .limit(limit)
    .offset(offset)
    .all()
  const ids = JSON.stringify(found.flatMap(({ before, after }) => [before, after]))
  const rows = tx
    .select()
    .from(actions)
    .where(inArray(actions.id, sql`(select value from json_each(${ids}))`))
    .all()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const actionOf = (id: number | null): Action | null => byId.get(id ?? 0) ?? null
  return found.map(({ revision, before, after }) => {
    const kind = before === null ? 'added' : after === null ? 'removed' : 'corrected'
    return { revision, change: { kind, before: actionOf(before), after: actionOf(after) } }
  })
}

const fromTheOldest = sql`revision, instrument, participant, latest, after is null, coalesce(after, before)`
const fromTheNewest = sql`revision desc, latest desc, instrument, participant, after is null, coalesce(after, before)`

/** Actions that an import added or corrected, and actions that it removed without a replacement. */
function matching(tx: Read, { after, upTo, since, asOf, ...choice }: ChangeFilter) {
  const { id, instrument, participant, latest, replaces, knownFrom, knownUntil } = actions
  const [replaced, successor] = [alias(actions, 'replaced'), alias(actions, 'successor')]
  const isMatch = (one: typeof actions | typeof replaced) =>
    and(
      isChosen(choice, one),
      since === undefined ? undefined : gte(one.latest, since),
      asOf === undefined ? undefined : lte(one.latest, asOf),
    )
  const isWithin = (revision: typeof knownFrom | typeof knownUntil) =>
    and(gt(revision, after), lte(revision, upTo))
  const changed = (revision: typeof knownFrom | typeof knownUntil, before: SQL, after: SQL) =>
    tx
      .select({
        revision: sql<number>`${revision}`.as('revision'),
        before: sql<number | null>`${before}`.as('before'),
        after: sql<number | null>`${after}`.as('after'),
        instrument,
        participant,
        latest,
      })
      .from(actions)
  const arrivals = changed(knownFrom, sql`${replaces}`, sql`${id}`)
    .leftJoin(replaced, eq(replaced.id, replaces))
    .where(and(isWithin(knownFrom), or(isMatch(actions), isMatch(replaced))))
  const replacement = tx.select({ one: sql`1` }).from(successor).where(sql`${successor.replaces} = ${id}`)
  const removals = changed(knownUntil, sql`${id}`, sql`null`).where(
    and(isWithin(knownUntil), isMatch(actions), notExists(replacement)),
  )
  return unionAll(arrivals, removals).as('changes')
}

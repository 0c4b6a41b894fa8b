import { and, count, eq, gt, gte, inArray, lte, notExists, or, type SQL, sql } from 'drizzle-orm'
import { alias, unionAll } from 'drizzle-orm/sqlite-core'
import type { Action } from '../domain/action.js'
import type { Day } from '../domain/vocabulary.js'
import { type ActionChoice, isChosen } from './actions.js'
import type { Db, Tx } from './open.js'
import { actions } from './schema.js'

/** What an import did to one action: `before` is null where it was added, `after` where it was removed. */
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
 * Which changes: those of the imports after one, up to another. What else is asked holds of a correction where it
 * holds of the action before it or after it.
 */
export interface ChangeFilter extends ActionChoice {
  readonly after: number
  readonly upTo: number
  /** Only of actions that count from this day or a later one. */
  readonly since?: Day | undefined
  /** Only of actions that count by this day. */
  readonly asOf?: Day | undefined
}

interface Page {
  readonly offset: number
  readonly limit: number
  readonly newestFirst?: boolean
}

type Read = Pick<Tx, 'select'>

/**
 * What one import changed, by instrument, participant and day.
 * @param limit  how many changes to return at most
 */
export const changesOf = (tx: Read, revision: number, limit: number): Change[] =>
  limit === 0
    ? []
    : page(tx, { after: revision - 1, upTo: revision }, { offset: 0, limit }).map(({ change }) => change)

/** What imports changed, oldest first: a later import adds to the end, so that no page skips or repeats anything. */
export const changeQueries = (db: Db) => ({
  page: (filter: ChangeFilter, which: Page) => page(db, filter, which),

  count: (filter: ChangeFilter): number => db.select({ n: count() }).from(matching(db, filter)).get()?.n ?? 0,
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

/** What came with an import, in the place of another or not, and what went with one and has nothing in its place. */
function matching(tx: Read, { after, upTo, since, asOf, ...choice }: ChangeFilter) {
  const { id, instrument, participant, latest, replaces, knownFrom, knownUntil } = actions
  const [replaced, successor] = [alias(actions, 'replaced'), alias(actions, 'successor')]
  const isAsked = (one: typeof actions | typeof replaced) =>
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
  const came = changed(knownFrom, sql`${replaces}`, sql`${id}`)
    .leftJoin(replaced, eq(replaced.id, replaces))
    .where(and(isWithin(knownFrom), or(isAsked(actions), isAsked(replaced))))
  const replacement = tx.select({ one: sql`1` }).from(successor).where(sql`${successor.replaces} = ${id}`)
  const went = changed(knownUntil, sql`${id}`, sql`null`).where(
    and(isWithin(knownUntil), isAsked(actions), notExists(replacement)),
  )
  return unionAll(came, went).as('changes')
}

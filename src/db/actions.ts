import { and, asc, count, gt, gte, inArray, isNull, lte, or, type SQL } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Action } from '../domain/action.js'
import type { ActionKind, Day } from '../domain/vocabulary.js'
import type { Moment } from './moment.js'
import { actions } from './schema.js'
import type { Db } from './sqlite/open.js'

export type RecordedAction = Action & { readonly id: number; readonly knownFrom: number }

/** A filter of actions. Values within a list are alternatives, all lists must match, and an absent list does not filter. */
export interface ActionChoice {
  readonly participants?: readonly string[] | undefined
  readonly instruments?: readonly string[] | undefined
  readonly actions?: readonly ActionKind[] | undefined
}

/** A filter of actions by their lists and their days. */
export interface ActionFilter extends ActionChoice {
  readonly since?: Day | undefined
  readonly until?: Day | undefined
}

/** The SQL condition of a choice. @param of  the table of actions, or an alias of it */
export const isChosen = (
  { participants, instruments, actions: kinds }: ActionChoice,
  of: Record<'participant' | 'performedBy' | 'instrument' | 'action', AnySQLiteColumn> = actions,
): SQL | undefined =>
  and(
    participants &&
      or(inArray(of.participant, [...participants]), inArray(of.performedBy, [...participants])),
    instruments && inArray(of.instrument, [...instruments]),
    kinds && inArray(of.action, [...kinds]),
  )

export function actionQueries(db: Db) {
  return {
    /** One page of actions, in the order of the days from which they count. */
    page: (filter: ActionFilter, moment: Moment, page: { offset: number; limit: number }): RecordedAction[] =>
      db
        .select()
        .from(actions)
        .where(matching(filter, moment))
        .orderBy(asc(actions.latest), asc(actions.id))
        .limit(page.limit)
        .offset(page.offset)
        .all(),

    count: (filter: ActionFilter, moment: Moment): number =>
      db.select({ n: count() }).from(actions).where(matching(filter, moment)).get()?.n ?? 0,

    /** All actions that the record holds at a revision, of any day. */
    known: (revision: number): RecordedAction[] => db.select().from(actions).where(knownAt(revision)).all(),
  }
}

const knownAt = (revision: number): SQL | undefined =>
  and(lte(actions.knownFrom, revision), or(isNull(actions.knownUntil), gt(actions.knownUntil, revision)))

const matching = (filter: ActionFilter, { asOf, revision }: Moment): SQL | undefined =>
  and(
    knownAt(revision),
    lte(actions.latest, asOf),
    filter.since === undefined ? undefined : gte(actions.latest, filter.since),
    filter.until === undefined ? undefined : lte(actions.latest, filter.until),
    isChosen(filter),
  )

import type { Change } from '../db/changes.js'
import type { Instrument } from '../db/instruments.js'
import type { StatementChange } from '../db/statements/changes.js'
import {
  type ActionChangeType,
  actionChangeType,
  type ChangeChoice,
  isChosenType,
  type StatementChangeType,
  statementChangeType,
} from '../domain/change-type.js'
import { choiceOf } from './actions.js'
import type { Reading } from './reading.js'
import type { StateFilter } from './states.js'

/** Selects changes of actions and of statements alike. */
export interface NewsFilter extends Pick<StateFilter, 'state' | 'group' | 'region'> {
  readonly instrument?: readonly string[] | undefined
  readonly kind?: readonly ChangeChoice[] | undefined
}

export interface ActionNews {
  readonly noun: 'action'
  readonly type: ActionChangeType
  readonly revision: number
  readonly change: Change
}

export interface StatementNews {
  readonly noun: 'statement'
  readonly type: StatementChangeType
  readonly revision: number
  readonly change: StatementChange
}

export type News = ActionNews | StatementNews

/** The imports after one revision, up to another. */
export interface Revisions {
  readonly after: number
  readonly upTo: number
}

/**
 * What some imports changed in actions and statements, oldest import first, and in one always in the same order. Unlike
 * `/v1/changes`, it does not look at the day: no change is left out because its act lies ahead.
 * @returns `instruments`: those that the filter covers
 * @throws DomainError for a State, region or instrument that is not in the record
 */
export function newsIn(
  reading: Reading,
  filter: NewsFilter,
  revisions: Revisions,
): { readonly instruments: readonly Instrument[]; readonly news: readonly News[] } {
  const { store } = reading
  const { kind, ...which } = filter
  const { choice, instruments } = choiceOf(reading, which)
  const ofActions = store.changes
    .page({ ...choice, ...revisions }, { offset: 0, limit: Number.MAX_SAFE_INTEGER })
    .map(({ revision, change }): News => {
      return { noun: 'action', type: actionChangeType(change.kind), revision, change }
    })
  const ofStatements = store.statements.changes({ ...choice, ...revisions }).map((change): News => {
    const type = statementChangeType(change.kind, (change.after ?? change.before)?.event ?? 'made')
    return { noun: 'statement', type, revision: change.revision, change }
  })
  const news = [...ofActions, ...ofStatements].filter(({ type }) => isChosenType(type, kind))
  return { instruments, news: news.sort((a, b) => a.revision - b.revision) }
}

/** The first of some imports that changed an action or a statement which a filter selects; undefined if none did. */
export function nextNews(
  reading: Reading,
  { kind: _, ...which }: NewsFilter,
  revisions: Revisions,
): number | undefined {
  const { choice } = choiceOf(reading, which)
  const chosen = { ...choice, ...revisions }
  const [action] = reading.store.changes.page(chosen, { offset: 0, limit: 1 })
  const [statement] = reading.store.statements.changes(chosen)
  const found = [action, statement].flatMap((one) => one?.revision ?? [])
  return found.length === 0 ? undefined : Math.min(...found)
}

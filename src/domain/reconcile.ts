import { type Action, countsFrom, isConsent, isDayKnown, isSignature } from './action.js'
import { grouped } from './grouped.js'
import type { Day } from './vocabulary.js'

export interface Correction<R extends Action> {
  readonly from: R
  readonly to: Action
}

/** What an incoming table makes of the record of one instrument. */
export interface Reconciliation<R extends Action = Action> {
  readonly additions: readonly Action[]
  readonly corrections: readonly Correction<R>[]
  readonly removals: readonly R[]
}

/**
 * Compares a table with what the record holds of the same instrument.
 * The table speaks for the days up to `asAt` only: what the record holds of later days stands. A known day replaces
 * the bounds that contain it; bounds never replace a known day that they contain.
 * @param recorded  the actions the record holds of that instrument, of every participant
 * @param table     the actions of the table
 */
export function reconcile<R extends Action>(
  recorded: readonly R[],
  table: readonly Action[],
  asAt: Day,
): Reconciliation<R> {
  const left = { recorded: [...recorded], table: withoutContainedTwins(table) }
  pair(left, isSame)
  pair(left, (held, told) => sameAct(held, told) && isDayKnown(held) && contains(told, held))
  const precise = pair(left, (held, told) => sameAct(held, told) && contains(held, told))
  const spokenFor = left.recorded.filter((held) => countsFrom(held) <= asAt)
  const rest = { recorded: spokenFor, table: left.table }
  const redated = pair(rest, sameAct)
  const retold = pair(rest, sameEffect)
  const corrections = [...precise, ...redated, ...retold].map(([from, to]) => ({ from, to }))
  return { additions: rest.table, corrections, removals: rest.recorded }
}

/** Takes out of both lists, one to one, the first pairs that `matches`, and returns them. */
function pair<R extends Action>(
  left: { recorded: R[]; table: Action[] },
  matches: (held: Action, told: Action) => boolean,
): [R, Action][] {
  const pairs: [R, Action][] = []
  const byParticipant = grouped(left.recorded, ({ participant }) => participant)
  left.table = left.table.filter((told) => {
    const held = byParticipant.get(told.participant) ?? []
    const index = held.findIndex((candidate) => matches(candidate, told))
    const match = held[index]
    if (match === undefined) return true
    held.splice(index, 1)
    pairs.push([match, told])
    return false
  })
  left.recorded = [...byParticipant.values()].flat()
  return pairs
}

/** A table that gives both an action's day and bounds around it tells of one action, not of two. */
function withoutContainedTwins(table: readonly Action[]): Action[] {
  const known = grouped(table.filter(isDayKnown), ({ participant }) => participant)
  return table.filter(
    (told) =>
      isDayKnown(told) ||
      !(known.get(told.participant) ?? []).some((other) => sameAct(other, told) && contains(told, other)),
  )
}

const contains = (outer: Action, inner: Action): boolean =>
  outer.earliest <= inner.earliest && inner.latest <= outer.latest

const sameAct = (a: Action, b: Action): boolean => a.action === b.action

const isSame = (a: Action, b: Action): boolean =>
  sameAct(a, b) && a.earliest === b.earliest && a.latest === b.latest && a.effectOn === b.effectOn

/** Two acts of one kind: both sign, or both bind. */
const sameEffect = (a: Action, b: Action): boolean =>
  (isConsent(a) && isConsent(b)) || (isSignature(a) && isSignature(b))

import {
  type Action,
  countsFrom,
  type Effect,
  effectOf,
  effects,
  isConsent,
  isDayKnown,
  isSignature,
} from './action.js'
import { grouped } from './grouped.js'
import { certainties, type Day } from './vocabulary.js'
import { leftBeforeRejoining } from './withdrawal.js'

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

/** What a table can contradict by its silence. */
export interface TableTerms {
  /** The last day for which it speaks: what the record holds of later days stands. */
  readonly asAt: Day
  /** What its columns record: a table without a column of signatures denies no signature. */
  readonly speaksOf?: readonly Effect[]
}

/**
 * Compares a table with what the record holds of the same instrument. A known day replaces the bounds that contain it,
 * and narrower bounds wider ones, never the other way round; a more certain source replaces a less certain one, never
 * the other way round. A table that does not name who left says nothing against what that participant did before.
 * @param recorded  the actions the record holds of that instrument, of every participant
 * @param table     the actions of the table
 */
export function reconcile<R extends Action>(
  recorded: readonly R[],
  table: readonly Action[],
  terms: TableTerms,
): Reconciliation<R> {
  const told = grouped(table, ({ participant }) => participant)
  const held = grouped(recorded, ({ participant }) => participant)
  const found = [...new Set([...told.keys(), ...held.keys()])].map((participant) =>
    reconcileOne(held.get(participant) ?? [], told.get(participant) ?? [], terms),
  )
  return {
    additions: found.flatMap(({ additions }) => additions),
    corrections: found.flatMap(({ corrections }) => corrections),
    removals: found.flatMap(({ removals }) => removals),
  }
}

/** Compares what a table says of one participant with what the record holds of it. */
function reconcileOne<R extends Action>(
  recorded: readonly R[],
  table: readonly Action[],
  { asAt, speaksOf = effects }: TableTerms,
): Reconciliation<R> {
  const left = { recorded: [...recorded], table: withoutContainedTwins(leftBeforeRejoining(table)) }
  const same = pair(left, isSame)
  pair(left, (held, told) => sameAct(held, told) && contains(told, held) && addsNoEffect(told, held))
  const precise = pair(left, (held, told) => sameAct(held, told) && contains(held, told))
  const isSpokenFor = (held: Action): boolean =>
    countsFrom(held) <= asAt && speaksOf.includes(effectOf(held.action))
  const open = left.recorded.filter(isSpokenFor)
  const past = endedBefore(open, recorded, left.table)
  const rest = { recorded: open.filter((held) => !past.has(held)), table: left.table }
  const redated = pair(rest, (held, told) => sameAct(held, told) && mayReplace(told, held))
  const retold = pair(rest, (held, told) => sameEffect(held, told) && mayReplace(told, held))
  const confirmed = same.filter(([held, told]) => isMoreCertain(told, held))
  const corrections = [...confirmed, ...precise, ...redated, ...retold].map(([from, to]) => ({ from, to }))
  return { additions: rest.table, corrections, removals: rest.recorded }
}

/** Takes out of both lists, one to one, the first pairs that `matches`, and returns them. */
function pair<R extends Action>(
  left: { recorded: R[]; table: Action[] },
  matches: (held: Action, told: Action) => boolean,
): [R, Action][] {
  const pairs: [R, Action][] = []
  left.table = left.table.filter((told) => {
    const index = left.recorded.findIndex((held) => matches(held, told))
    const match = left.recorded[index]
    if (match === undefined) return true
    left.recorded.splice(index, 1)
    pairs.push([match, told])
    return false
  })
  return pairs
}

/**
 * What the record holds of a participation that ended, where the table prints nothing of it: a table of who takes part
 * need not print who did. Where it prints a consent from before the withdrawal, the record's or another, it contradicts
 * the record.
 * @param open      what the table speaks for and does not print
 * @param recorded  all that the record holds of the participant
 * @param news      what the table prints and the record does not hold
 */
function endedBefore<R extends Action>(
  open: readonly R[],
  recorded: readonly R[],
  news: readonly Action[],
): Set<R> {
  const unprinted = new Set<Action>(open)
  const withdrawals = open.filter(({ action }) => action === 'withdrawal')
  const ended = withdrawals.filter((withdrawal) =>
    [...recorded, ...news].every(
      (one) => !isConsent(one) || countsFrom(one) >= countsFrom(withdrawal) || unprinted.has(one),
    ),
  )
  return new Set(open.filter((one) => ended.some((withdrawal) => countsFrom(one) <= countsFrom(withdrawal))))
}

/** A table that gives both an action's day and bounds around it tells of one action, not of two. */
const withoutContainedTwins = (table: readonly Action[]): Action[] =>
  table.filter(
    (told) =>
      isDayKnown(told) ||
      !table.some((other) => isDayKnown(other) && sameAct(other, told) && contains(told, other)),
  )

const contains = (outer: Action, inner: Action): boolean =>
  outer.earliest <= inner.earliest && inner.latest <= outer.latest

const sameAct = (a: Action, b: Action): boolean => a.action === b.action

const isSame = (a: Action, b: Action): boolean =>
  sameAct(a, b) && a.earliest === b.earliest && a.latest === b.latest && a.effectOn === b.effectOn

/** Whether `told` says nothing of the day of effect that the record does not hold. */
const addsNoEffect = (told: Action, held: Action): boolean =>
  told.effectOn === null || told.effectOn === held.effectOn || !isDayKnown(told)

const isMoreCertain = (a: Action, b: Action): boolean =>
  certainties.indexOf(a.certainty) < certainties.indexOf(b.certainty)

/** Whether a table may correct what the record holds: a day is not put back into bounds, nor moved on lesser authority. */
const mayReplace = (told: Action, held: Action): boolean =>
  !isMoreCertain(held, told) && (isDayKnown(told) || !isDayKnown(held))

/** Two acts of one kind: both sign, or both bind. */
const sameEffect = (a: Action, b: Action): boolean =>
  (isConsent(a) && isConsent(b)) || (isSignature(a) && isSignature(b))

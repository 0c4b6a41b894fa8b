import {
  type Action,
  countsFrom,
  type Effect,
  effectOf,
  effects,
  isConsent,
  isDayKnown,
  isLeaving,
  isSignature,
} from './action.js'
import { grouped } from './grouped.js'
import { leftBeforeRejoining } from './instruments/withdrawal.js'
import { pair, sameAct } from './pairing.js'
import { certainties, type Day } from './vocabulary.js'

export interface Correction<R extends Action> {
  readonly from: R
  readonly to: Action
}

/** The differences between an incoming table and the record of one instrument. */
export interface Reconciliation<R extends Action = Action> {
  readonly additions: readonly Action[]
  readonly corrections: readonly Correction<R>[]
  readonly removals: readonly R[]
}

/** What a table can contradict by omission. */
export interface TableTerms {
  /** The last day that it covers. Later actions in the record stay. */
  readonly asAt: Day
  /** The effects that its columns record. A table without a signature column cannot contradict a signature. */
  readonly speaksOf?: readonly Effect[]
  /** Participants that the table need not list: former States, whose acts the depositary gives in notes alone. */
  readonly mayOmit?: ReadonlySet<string>
}

/**
 * Compares a table with the recorded actions of the same instrument. A known day replaces bounds that contain it, and
 * narrower bounds replace wider ones, never the reverse. A more certain source replaces a less certain one, never the
 * reverse. A table that omits a withdrawn participant, or a former State, does not contradict its earlier actions.
 * @param recorded  all recorded actions of that instrument
 * @param table     the actions of the table
 */
export function reconcile<R extends Action>(
  recorded: readonly R[],
  table: readonly Action[],
  terms: TableTerms,
): Reconciliation<R> {
  const incoming = grouped(table, ({ participant }) => participant)
  const held = grouped(recorded, ({ participant }) => participant)
  const contradicted = [...held.keys()].filter((participant) => !terms.mayOmit?.has(participant))
  const found = [...new Set([...incoming.keys(), ...contradicted])].map((participant) =>
    reconcileOne(held.get(participant) ?? [], incoming.get(participant) ?? [], terms),
  )
  return {
    additions: found.flatMap(({ additions }) => additions),
    corrections: found.flatMap(({ corrections }) => corrections),
    removals: found.flatMap(({ removals }) => removals),
  }
}

/** Compares the incoming and the recorded actions of one participant. */
function reconcileOne<R extends Action>(
  recorded: readonly R[],
  table: readonly Action[],
  { asAt, speaksOf = effects }: TableTerms,
): Reconciliation<R> {
  const left = { recorded: [...recorded], table: withoutContainedTwins(leftBeforeRejoining(table)) }
  const same = pair(left, isSame)
  pair(
    left,
    (held, incoming) => sameAct(held, incoming) && contains(incoming, held) && addsNothing(incoming, held),
  )
  const precise = pair(left, (held, incoming) => sameAct(held, incoming) && contains(held, incoming))
  const isCovered = (held: Action): boolean =>
    countsFrom(held) <= asAt &&
    speaksOf.includes(effectOf(held.action)) &&
    (speaksOf.includes('stays') || !isRevoked(held, recorded))
  const open = left.recorded.filter(isCovered)
  const past = endedBefore(open, recorded, left.table)
  const rest = { recorded: open.filter((held) => !past.has(held)), table: left.table }
  const redated = pair(rest, (held, incoming) => sameAct(held, incoming) && mayReplace(incoming, held))
  const reclassified = pair(
    rest,
    (held, incoming) => sameEffect(held, incoming) && mayReplace(incoming, held),
  )
  const confirmed = same.filter(([held, incoming]) => isMoreCertain(incoming, held))
  const corrections = [...confirmed, ...precise, ...redated, ...reclassified].map(([from, to]) => ({
    from,
    // Other people's tables do not say who performed an act for its successor.
    to: { ...to, performedBy: to.performedBy ?? from.performedBy },
  }))
  return { additions: rest.table, corrections, removals: rest.recorded }
}

/** Whether a notice of withdrawal was revoked. Tables of present participants print neither act. */
const isRevoked = (held: Action, recorded: readonly Action[]): boolean =>
  held.action === 'withdrawal' &&
  recorded.some((one) => one.action === 'withdrawal-revoked' && countsFrom(held) <= countsFrom(one))

/**
 * The recorded actions of an ended participation that the table omits: a table of present participants need not print
 * former ones. But a table that prints any consent from before the withdrawal contradicts the record.
 * @param open      recorded actions that the table covers and does not print
 * @param recorded  all recorded actions of the participant
 * @param news      actions in the table that the record does not hold
 */
function endedBefore<R extends Action>(
  open: readonly R[],
  recorded: readonly R[],
  news: readonly Action[],
): Set<R> {
  const unprinted = new Set<Action>(open)
  const withdrawals = open.filter(isLeaving)
  const ended = withdrawals.filter((withdrawal) =>
    [...recorded, ...news].every(
      (one) => !isConsent(one) || countsFrom(one) >= countsFrom(withdrawal) || unprinted.has(one),
    ),
  )
  return new Set(open.filter((one) => ended.some((withdrawal) => countsFrom(one) <= countsFrom(withdrawal))))
}

/** Drops bounds around a day that the table also gives: they are one action, not two. */
const withoutContainedTwins = (table: readonly Action[]): Action[] =>
  table.filter(
    (incoming) =>
      isDayKnown(incoming) ||
      !table.some((other) => isDayKnown(other) && sameAct(other, incoming) && contains(incoming, other)),
  )

const contains = (outer: Action, inner: Action): boolean =>
  outer.earliest <= inner.earliest && inner.latest <= outer.latest

const isSame = (held: Action, incoming: Action): boolean =>
  sameAct(held, incoming) &&
  held.earliest === incoming.earliest &&
  held.latest === incoming.latest &&
  held.effectOn === incoming.effectOn &&
  namesNoOther(incoming, held)

/** Whether `incoming` adds neither a day of effect nor a performer to the record. */
const addsNothing = (incoming: Action, held: Action): boolean =>
  namesNoOther(incoming, held) &&
  (incoming.effectOn === null || incoming.effectOn === held.effectOn || !isDayKnown(incoming))

/** Whether `incoming` names no other performer than the record does. */
const namesNoOther = (incoming: Action, held: Action): boolean =>
  incoming.performedBy === null || incoming.performedBy === held.performedBy

const isMoreCertain = (a: Action, b: Action): boolean =>
  certainties.indexOf(a.certainty) < certainties.indexOf(b.certainty)

/** Whether a table may correct a recorded action. Bounds do not replace a day, nor a less certain source a better one. */
const mayReplace = (incoming: Action, held: Action): boolean =>
  !isMoreCertain(held, incoming) && (isDayKnown(incoming) || !isDayKnown(held))

/** Whether both acts sign, both bind, or both leave. */
const sameEffect = (a: Action, b: Action): boolean =>
  (isConsent(a) && isConsent(b)) || (isSignature(a) && isSignature(b)) || (isLeaving(a) && isLeaving(b))

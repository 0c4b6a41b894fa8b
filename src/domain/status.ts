import {
  type Action,
  countsFrom,
  type DayBounds,
  effectOf,
  isConsent,
  isLeaving,
  isSignature,
} from './action.js'
import { laterOf } from './calendar.js'
import { grouped } from './grouped.js'
import type { EntryIntoForceTerms } from './instruments/entry-into-force.js'
import { revokedOn, undoesConsent, type WithdrawalTerms, withdrawalEffect } from './instruments/withdrawal.js'
import { successionDay } from './participant.js'
import type { Day, StatusKind } from './vocabulary.js'

/** An action with the day from which it changes a status: the day it counts from, or the effect of a withdrawal. */
export type EffectiveAction<A extends Action = Action> = A & {
  readonly effectiveOn: Day
  /** The day on which a notice of withdrawal was revoked (VCLT art. 68). */
  readonly revokedOn?: Day | null
  /** Whether it took back a consent before the treaty was in force for the participant, which then was never bound. */
  readonly undoesConsent?: boolean
}

/** The part of a standing that decides the next step: the status, and the day of signature. */
export interface BriefStanding {
  readonly status: StatusKind
  readonly signature: DayBounds | null
}

/** A participant's status to an instrument, with the actions behind it. */
export interface Standing<A extends Action = Action> {
  readonly status: StatusKind
  readonly signature: A | null
  readonly consent: A | null
  readonly withdrawal: EffectiveAction<A> | null
}

/** The days `[from, until)` of one standing; a null `until` is open-ended. */
export interface Period<A extends Action = Action> extends Standing<A> {
  readonly from: Day
  readonly until: Day | null
}

/** The parts of an instrument that a history of actions depends on. */
export interface HistoryTerms extends WithdrawalTerms, Partial<EntryIntoForceTerms> {
  readonly inForceOn: Day | null
  readonly code: string
}

/**
 * One participant's actions as they count for it. A predecessor's act that the depositary prints for the successor counts
 * for the predecessor from its day, and for the successor from the day that it took the predecessor's place.
 * @param actions    the actions printed for that participant, and those it performed that are printed for another
 * @param lastDayOf  the last day of a former State
 * @see Vienna Convention on Succession of States in respect of Treaties, art. 31 (uniting of States)
 */
export const actsOf = <A extends Action>(
  participant: string,
  actions: readonly A[],
  lastDayOf: (formerState: string) => Day | null,
): A[] =>
  actions.flatMap((action) => {
    if (action.performedBy === null || action.performedBy === participant) return [action]
    const lastDay = lastDayOf(action.performedBy)
    // It still exists, and the act is its own alone.
    if (lastDay === null) return []
    const from = laterOf(successionDay(lastDay), action.latest)
    return [{ ...action, earliest: from, latest: from, effectOn: from }]
  })

/** The actions of each participant: those printed for it, and those it performed that are printed for another. */
export const byActor = <A extends Action>(actions: readonly A[]): Map<string, A[]> => {
  const found = grouped(actions, ({ participant }) => participant)
  for (const [performer, performed] of grouped(
    actions.filter(({ performedBy }) => performedBy !== null),
    ({ performedBy }) => performedBy as string,
  ))
    found.set(performer, [...(found.get(performer) ?? []), ...performed])
  return found
}

/**
 * One participant's history with one instrument. Withdrawal from a convention entails withdrawal from its protocols.
 * @param actions     that participant's actions, to this instrument and any other
 * @param convention  the convention that the instrument is a protocol to, if it is one
 * @see UNTOC art. 40(3)
 */
export function historyOf<A extends Action>(
  actions: readonly A[],
  terms: HistoryTerms,
  convention: HistoryTerms | undefined,
): EffectiveAction<A>[] {
  const own = effectiveActions(actions, terms)
  if (convention === undefined) return own
  const entailed = effectiveActions(actions, convention)
    .filter((one) => isLeaving(one) && (one.revokedOn ?? null) === null && !one.undoesConsent)
    .filter(({ effectiveOn }) => own.some((one) => isConsent(one) && countsFrom(one) < effectiveOn))
    // It ends every consent given before it takes effect, even during the notice period.
    .map((one) => ({ ...one, latest: one.effectiveOn }))
  return [...own, ...entailed]
}

/** The actions on one instrument, each with the day from which it counts. */
function effectiveActions<A extends Action>(
  actions: readonly A[],
  terms: HistoryTerms,
): EffectiveAction<A>[] {
  const own = actions.filter(({ instrument }) => instrument === terms.code)
  return own.map((action) => {
    if (!isLeaving(action)) return { ...action, effectiveOn: countsFrom(action) }
    if (undoesConsent(action, own, terms))
      return { ...action, effectiveOn: action.effectOn ?? countsFrom(action), undoesConsent: true }
    const effectiveOn = withdrawalEffect(action, terms)
    return { ...action, effectiveOn, revokedOn: revokedOn(action, own, terms) }
  })
}

/** Whether a notice of withdrawal is open or in effect on `day`. One revoked counts until then, if it was to take effect later. */
const isOpenOn =
  (day: Day) =>
  ({ revokedOn = null, effectiveOn }: EffectiveAction): boolean =>
    revokedOn === null || (day < revokedOn && day < effectiveOn)

/**
 * The status of a participant to an instrument at the end of `day`.
 * A withdrawal ends the consents given before its notification; a consent on that day or later stands (VCLT art. 54).
 * A notice of withdrawal that was revoked ends nothing (art. 68). A consent taken back before the treaty was in force for the
 * participant never bound it: a signature stands.
 * A consent binds even before the treaty is in force: the depositary counts a party from the deposit on.
 * @param history  its actions on that instrument, in any order, with withdrawals entailed by the convention
 * @see VCLT arts. 11 to 16 (consent), 18 (signature), 54 (withdrawal)
 */
export const statusOn = <A extends Action>(day: Day, history: readonly EffectiveAction<A>[]): Standing<A> =>
  standingOn(day, history.toSorted(inOrder))

/** @param ordered  the history, in the order of `inOrder` */
function standingOn<A extends Action>(day: Day, ordered: readonly EffectiveAction<A>[]): Standing<A> {
  const taken = ordered.filter((action) => countsFrom(action) <= day)
  const leavings = taken.filter((one) => isLeaving(one) && isOpenOn(day)(one))
  const undoings = leavings.filter((one) => one.undoesConsent && one.effectiveOn <= day)
  const withdrawals = leavings.filter((one) => !undoings.includes(one))
  const left = withdrawals.filter(({ effectiveOn }) => effectiveOn <= day)
  const consents = taken.filter((one) => isConsent(one) && !isUndone(one, undoings, left))
  const standing = consents.find((consent) => !left.some(ends(consent)))
  const pending = withdrawals.find((withdrawal) => standing !== undefined && ends(standing)(withdrawal))
  const last = left.at(-1)
  const signatures = taken.filter(isSignature)
  const signedAgain = signatures.find(
    (signature) => last !== undefined && countsFrom(signature) > last.effectiveOn,
  )
  const signature = signedAgain ?? signatures[0] ?? null
  if (standing) return { status: 'party', signature, consent: standing, withdrawal: pending ?? null }
  if (signedAgain) return { status: 'signatory', signature, consent: null, withdrawal: null }
  // Without any consent, it withdrew a signature or ended provisional application, and was never bound.
  const wasNeverBound = last !== undefined && consents.length === 0 && taken.some(signsOrApplies)
  if (wasNeverBound) return { status: 'none', signature: null, consent: null, withdrawal: null }
  if (last) return { status: 'withdrawn', signature, consent: consents.at(-1) ?? null, withdrawal: last }
  return { status: signature ? 'signatory' : 'none', signature, consent: null, withdrawal: null }
}

/** The periods of a history in order, without those of standing `none`. */
export function periods<A extends Action>(history: readonly EffectiveAction<A>[]): Period<A>[] {
  const days = [...new Set(history.flatMap((action) => [countsFrom(action), action.effectiveOn]))].sort()
  const ordered = history.toSorted(inOrder)
  const found: Period<A>[] = []
  for (const from of days) {
    const standing = standingOn(from, ordered)
    const previous = found.at(-1)
    if (previous && sameStanding(previous, standing)) continue
    if (previous) found[found.length - 1] = { ...previous, until: from }
    found.push({ ...standing, from, until: null })
  }
  return found.filter(({ status }) => status !== 'none')
}

/** Whether a consent was taken back. One that a withdrawal had ended before stays given. */
const isUndone = (consent: Action, undoings: readonly Action[], left: readonly Action[]): boolean =>
  undoings.some(
    (undoing) =>
      ends(consent)(undoing) &&
      !left.some((one) => ends(consent)(one) && countsFrom(one) < countsFrom(undoing)),
  )

const signsOrApplies = ({ action }: Action): boolean => ['signs', 'applies'].includes(effectOf(action))

const ends =
  (consent: Action) =>
  (withdrawal: Action): boolean =>
    countsFrom(consent) < countsFrom(withdrawal)

/** Sorts by day, and within a day by content, so that the input order never matters. */
function inOrder(a: EffectiveAction, b: EffectiveAction): number {
  const key = order.find((field) => a[field] !== b[field])
  if (key === undefined) return 0
  return a[key] < b[key] ? -1 : 1
}

const order = ['latest', 'effectiveOn', 'action', 'earliest', 'source'] as const

const sameStanding = (a: Standing, b: Standing): boolean =>
  a.status === b.status &&
  a.signature === b.signature &&
  a.consent === b.consent &&
  a.withdrawal === b.withdrawal

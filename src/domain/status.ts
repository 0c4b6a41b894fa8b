import { type Action, countsFrom, type DayBounds, isConsent, isSignature } from './action.js'
import type { Day, StatusKind } from './vocabulary.js'
import { type WithdrawalTerms, withdrawalEffect } from './withdrawal.js'

/** An action with the day from which it changes a status: the day it counts from, or a withdrawal's effect. */
export type EffectiveAction<A extends Action = Action> = A & { readonly effectiveOn: Day }

/** As much of a standing as says what is left to do: the status, and when it was signed. */
export interface BriefStanding {
  readonly status: StatusKind
  readonly signature: DayBounds | null
}

/** What one participant's status to one instrument is, and the actions it rests on. */
export interface Standing<A extends Action = Action> {
  readonly status: StatusKind
  readonly signature: A | null
  readonly consent: A | null
  readonly withdrawal: EffectiveAction<A> | null
}

/** A stretch of days `[from, until)` on which a standing does not change; open where `until` is null. */
export interface Period<A extends Action = Action> extends Standing<A> {
  readonly from: Day
  readonly until: Day | null
}

/** An instrument, as far as a history of actions depends on it. */
export interface HistoryTerms extends WithdrawalTerms {
  readonly code: string
}

/**
 * One participant's history with one instrument. Leaving a convention entails leaving its protocols.
 * @param actions     that participant's actions, to this instrument and any other
 * @param convention  the convention that the instrument is a protocol to, if it is one
 * @see UNTOC art. 40(3)
 */
export function historyOf<A extends Action>(
  actions: readonly A[],
  terms: HistoryTerms,
  convention: HistoryTerms | undefined,
): EffectiveAction<A>[] {
  const own = actions
    .filter(({ instrument }) => instrument === terms.code)
    .map((one) => effective(one, terms))
  if (convention === undefined) return own
  const entailed = actions
    .filter((one) => one.instrument === convention.code && one.action === 'withdrawal')
    .map((one) => effective(one, convention))
    .filter(({ effectiveOn }) => own.some((one) => isConsent(one) && countsFrom(one) < effectiveOn))
    // It ends every consent that was given before it takes effect, those during the notice included.
    .map((one) => ({ ...one, latest: one.effectiveOn }))
  return [...own, ...entailed]
}

/** Gives an action the day from which it changes a status. */
const effective = <A extends Action>(action: A, terms: WithdrawalTerms): EffectiveAction<A> => ({
  ...action,
  effectiveOn: action.action === 'withdrawal' ? withdrawalEffect(action, terms) : countsFrom(action),
})

/**
 * The status of a participant to an instrument at the end of `day`.
 * A withdrawal ends the consents given before it was notified; one given on that day or later stands (VCLT art. 54).
 * A consent binds whether or not the treaty is in force yet: deposit makes a party in the depositary's count.
 * @param history  its actions to that instrument, in any order, and withdrawals entailed by its leaving another
 * @see VCLT arts. 11 to 16 (consent), 18 (signature), 54 (withdrawal)
 */
export const statusOn = <A extends Action>(day: Day, history: readonly EffectiveAction<A>[]): Standing<A> =>
  standingOn(day, history.toSorted(inOrder))

/** @param ordered  the history, in the order of `inOrder` */
function standingOn<A extends Action>(day: Day, ordered: readonly EffectiveAction<A>[]): Standing<A> {
  const taken = ordered.filter((action) => countsFrom(action) <= day)
  const consents = taken.filter(isConsent)
  const withdrawals = taken.filter(({ action }) => action === 'withdrawal')
  const left = withdrawals.filter(({ effectiveOn }) => effectiveOn <= day)
  const standing = consents.find((consent) => !left.some(ends(consent)))
  const pending = withdrawals.find((withdrawal) => standing !== undefined && ends(standing)(withdrawal))
  const last = left.at(-1)
  const signatures = taken.filter(isSignature)
  const signedAnew = signatures.find(
    (signature) => last !== undefined && countsFrom(signature) > last.effectiveOn,
  )
  const signature = signedAnew ?? signatures[0] ?? null
  if (standing) return { status: 'party', signature, consent: standing, withdrawal: pending ?? null }
  if (signedAnew) return { status: 'signatory', signature, consent: null, withdrawal: null }
  // Who acted and never consented took back its signature, or ended its provisional application: it was never bound.
  const wasNeverBound = last !== undefined && consents.length === 0 && taken.length > withdrawals.length
  if (wasNeverBound) return { status: 'none', signature: null, consent: null, withdrawal: null }
  if (last) return { status: 'withdrawn', signature, consent: consents.at(-1) ?? null, withdrawal: last }
  return { status: signature ? 'signatory' : 'none', signature, consent: null, withdrawal: null }
}

/** Every period of a history in which its standing is not `none`, in order of days. */
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

const ends =
  (consent: Action) =>
  (withdrawal: Action): boolean =>
    countsFrom(consent) < countsFrom(withdrawal)

/** By day, and within a day by what is said: the order in which a history was written down never matters. */
function inOrder(a: EffectiveAction, b: EffectiveAction): number {
  const told = order.find((field) => a[field] !== b[field])
  if (told === undefined) return 0
  return a[told] < b[told] ? -1 : 1
}

const order = ['latest', 'effectiveOn', 'action', 'earliest', 'source'] as const

const sameStanding = (a: Standing, b: Standing): boolean =>
  a.status === b.status &&
  a.signature === b.signature &&
  a.consent === b.consent &&
  a.withdrawal === b.withdrawal

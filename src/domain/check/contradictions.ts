import { type Action, countsFrom, isConsent, isLeaving } from '../action.js'
import type { ActionKind, Day } from '../vocabulary.js'
import { firstDayOf } from './first-days.js'

/** Why acts cannot all be true, and which. */
export interface Contradiction {
  readonly rule: string
  readonly detail: string
}

type LastDayOf = (participant: string) => Day | null

/**
 * The contradictions between the acts of one participant to one instrument. A depositary prints such, so they refuse nothing.
 * What a predecessor performed is left out.
 * @param lastDayOf  the last day of a former State; null for any other participant
 * @see VCLT arts. 11 to 16, 54; an act needs a State that exists (art. 6)
 */
export function contradictionsIn(acts: readonly Action[], lastDayOf: LastDayOf): Contradiction[] {
  const own = acts.filter(({ performedBy }) => performedBy === null).toSorted(byDay)
  return [
    ...repeated(own.filter(isConsent), own, 'two consents to be bound without a withdrawal between'),
    ...repeated(own.filter(isOwnSignature), own, 'two signatures without a withdrawal between'),
    ...consentsBeforeSignature(own),
    ...withdrawalsBeforeConsent(own),
    ...own.filter(oneOf('withdrawal-revoked')).flatMap((act) => revokesNothing(act, own)),
    ...own.flatMap((act) => outsideOfExistence(act, lastDayOf)),
  ]
}

const byDay = (a: Action, b: Action): number =>
  countsFrom(a) === countsFrom(b) ? 0 : countsFrom(a) < countsFrom(b) ? -1 : 1

const oneOf =
  (...kinds: ActionKind[]) =>
  ({ action }: Action): boolean =>
    kinds.includes(action)

const isOwnSignature = oneOf('signature', 'succession-to-signature')
const followsSignature = oneOf('ratification', 'acceptance', 'approval', 'accession')

/** Each act that follows another of its kind, with no act that ends the first between. */
function repeated(acts: readonly Action[], own: readonly Action[], rule: string): Contradiction[] {
  return acts.flatMap((act, at) => {
    const before = acts[at - 1]
    if (before === undefined || leftBetween(before, act, own)) return []
    return [{ rule, detail: `${inWords(before)}, and ${withoutName(act)}` }]
  })
}

function consentsBeforeSignature(own: readonly Action[]): Contradiction[] {
  const first = own.find(isOwnSignature)
  const early = own.find(followsSignature)
  if (first === undefined || early === undefined) return []
  if (early.latest >= first.earliest || leftBetween(early, first, own)) return []
  const rule = 'a consent to be bound before the signature'
  return [{ rule, detail: `${inWords(early)}, and ${withoutName(first)}` }]
}

/** A withdrawal ends a consent (VCLT art. 54). Where no consent is known at all, nothing contradicts it. */
function withdrawalsBeforeConsent(own: readonly Action[]): Contradiction[] {
  const [first] = own.filter(isConsent)
  const early = own.find(
    ({ action, latest }) => action === 'withdrawal' && first !== undefined && latest < first.earliest,
  )
  if (first === undefined || early === undefined) return []
  const rule = 'a withdrawal before the first consent to be bound'
  return [{ rule, detail: `${inWords(early)}, and ${withoutName(first)}` }]
}

/** A withdrawal may be revoked before it takes effect (VCLT art. 68). */
function revokesNothing(revocation: Action, own: readonly Action[]): Contradiction[] {
  const { latest } = revocation
  const isPending = own.some(
    ({ action, earliest, effectOn }) =>
      action === 'withdrawal' && earliest <= latest && (effectOn === null || latest < effectOn),
  )
  return isPending ? [] : [{ rule: 'no withdrawal was pending on that day', detail: inWords(revocation) }]
}

/** Whether the participant may have left between two acts: bounds count in its favour. */
const leftBetween = (first: Action, second: Action, own: readonly Action[]): boolean =>
  own.some((one) => isLeaving(one) && first.earliest <= one.latest && one.earliest <= second.latest)

function outsideOfExistence(act: Action, lastDayOf: LastDayOf): Contradiction[] {
  const first = firstDayOf(act.participant)
  const last = lastDayOf(act.participant)
  if (first !== undefined && act.latest < first)
    return [{ rule: 'no act before the State exists', detail: `${inWords(act)}; it exists from ${first} on` }]
  if (last !== null && act.earliest > last)
    return [{ rule: 'no act after the State has ended', detail: `${inWords(act)}; its last day was ${last}` }]
  return []
}

const inWords = (act: Action): string => `${act.participant}: ${act.action} of ${act.instrument} ${when(act)}`
const withoutName = (act: Action): string => `${act.action} ${when(act)}`
const when = ({ earliest, latest }: Action): string =>
  earliest === latest ? `on ${latest}` : `between ${earliest} and ${latest}`

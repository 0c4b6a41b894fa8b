import { laterOf, plusMonths } from '../calendar.js'
import type { Day } from '../vocabulary.js'
import type { Statement, StatementEvent } from './statement.js'
import type { ObjectionEffect, StatementEventKind, StatementKind } from './vocabulary.js'

/** What decides until when a reservation may be objected to. */
export interface ObjectionTerms {
  /** The day on which the reservation, or its modification, was notified to the objector. */
  readonly notifiedOn: Day
  /** The day from which the objector's own consent counts; null if it has given none. */
  readonly consentOn: Day | null
}

/**
 * The last day for an objection: twelve months after the notification of the reservation, or the day of the objector’s own
 * consent if that is later.
 * @see VCLT art. 20(5)
 */
export const lastDayToObject = ({ notifiedOn, consentOn }: ObjectionTerms): Day =>
  laterOf(plusMonths(notifiedOn, 12), consentOn ?? '')

/** What a reaction is by its day: an objection in time, otherwise a communication. */
export const kindByTime = (madeOn: Day, terms: ObjectionTerms): StatementKind =>
  madeOn <= lastDayToObject(terms) ? 'objection' : 'communication'

/** The effect that an objection has: silence does not bar entry into force (VCLT art. 20(4)(b)). Null for other kinds. */
export const effectOf = ({ kind, effect }: Pick<Statement, 'kind' | 'effect'>): ObjectionEffect | null =>
  kind === 'objection' ? (effect ?? 'not-stated') : null

/** Whether it keeps the treaty from entering into force between the two States. */
export const barsEntryIntoForce = (one: Pick<Statement, 'kind' | 'effect'>): boolean =>
  effectOf(one) === 'bars-entry-into-force'

/** The days through which an objection stands. */
export interface ObjectionDays {
  readonly from: Day
  /** The day of its withdrawal; null if it was not withdrawn. */
  readonly until: Day | null
}

/** From when and until when an objection stands; null for what is none. */
export function objectionDays({
  kind,
  events,
}: Pick<Statement, 'kind'> & {
  readonly events: readonly Pick<StatementEvent, 'event' | 'latest'>[]
}): ObjectionDays | null {
  const first = (which: StatementEventKind): Day | undefined =>
    events
      .filter(({ event }) => event === which)
      .map(({ latest }) => latest)
      .sort()[0]
  const from = first('made')
  return kind !== 'objection' || from === undefined ? null : { from, until: first('withdrawn') ?? null }
}

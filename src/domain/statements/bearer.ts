import { laterOf } from '../calendar.js'
import { successionDay } from '../participant.js'
import type { Day } from '../vocabulary.js'
import type { Statement, StatementEvent } from './statement.js'

/** Finds the last day of a former State; null for a participant that has not ended. */
export type LastDayOf = (participant: string) => Day | null

/**
 * Whose statement it is on `day`. A former State's statement that the depositary prints for its successor is the former
 * State's own until its end; a successor maintains it from the next day on.
 * @see Vienna Convention on Succession of States in respect of Treaties, art. 20
 */
export function bearerOn(
  day: Day,
  { participant, performedBy }: Pick<Statement, 'participant' | 'performedBy'>,
  lastDayOf: LastDayOf,
): string {
  if (performedBy === null) return participant
  const lastDay = lastDayOf(performedBy)
  return lastDay === null || day <= lastDay ? performedBy : participant
}

/** The events of a statement as they count for its bearer: for a successor, from the day that it took the other's place. */
export function eventsFor<E extends Pick<StatementEvent, 'earliest' | 'latest'>>(
  bearer: string,
  { performedBy }: Pick<Statement, 'performedBy'>,
  events: readonly E[],
  lastDayOf: LastDayOf,
): readonly E[] {
  const lastDay = performedBy === null || performedBy === bearer ? null : lastDayOf(performedBy)
  if (lastDay === null) return events
  const from = successionDay(lastDay)
  return events.map((one) => ({
    ...one,
    earliest: laterOf(from, one.earliest),
    latest: laterOf(from, one.latest),
  }))
}

import type { Fault } from '../check/check.js'
import { successionDay } from '../participant.js'
import type { Day } from '../vocabulary.js'
import { countsFrom, type MembershipPeriod, periodFault } from './membership.js'

/** A group to check, with the periods of its members by code. */
export interface CheckedGroup {
  readonly code: string
  readonly members: ReadonlyMap<string, readonly MembershipPeriod[]>
}

/**
 * Memberships that contradict each other, or outlast the State.
 * @param lastDayOf  the last day of a former State; null for any other participant
 */
export const groupFaults = (
  groups: readonly CheckedGroup[],
  lastDayOf: (participant: string) => Day | null,
): Fault[] =>
  groups.flatMap(({ code, members }) =>
    [...members].flatMap(([participant, periods]) => {
      const who = `${participant} in ${code}`
      const found = periodFault(periods)
      const last = lastDayOf(participant)
      return [
        ...(found === null
          ? []
          : [{ rule: 'periods of membership follow each other', detail: `${who}: ${found.reason}` }]),
        ...(last === null || periods.every((one) => endsBy(successionDay(last), one))
          ? []
          : [
              { rule: 'no membership after the State has ended', detail: `${who}: its last day was ${last}` },
            ]),
      ]
    }),
  )

const endsBy = (day: Day, { until }: MembershipPeriod): boolean => until !== null && countsFrom(until) <= day

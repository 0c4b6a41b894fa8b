import { z } from 'zod'
import { daysOf, laterOf } from '../calendar.js'
import { Day } from '../vocabulary.js'

/** Whether the first and the last day of a printed day, month or year are days. */
const isOfCalendar = (printed: string): boolean => daysOf(printed).every((day) => Day.safeParse(day).success)

const isMonthOrYear = /^\d{4}(-(0[1-9]|1[0-2]))?$/

/** A day of joining or leaving, as a source gives it: `1963-05-25`, or no more than `1963-05` or `1963`. */
export const DayMonthOrYear = z
  .string()
  .refine((printed) => (isMonthOrYear.test(printed) || printed.length === 10) && isOfCalendar(printed), {
    error: ({ input }) =>
      `“${String(input)}” is neither a day like 2003-03-05, nor a month like 2003-03, nor a year`,
  })

/** A period of membership, from `from` on, until the day before `until`. */
export interface MembershipPeriod {
  /** Null where there is no day to name: a landlocked country is so by its geography. */
  readonly from: string | null
  /** The first day on which it no longer held; null while it holds. */
  readonly until: string | null
}

/**
 * The day from which joining or leaving counts: the last that it may have been, as for treaty actions.
 *
 *     countsFrom('1976-12')  // '1976-12-31'
 */
export const countsFrom = (printed: string): Day => daysOf(printed)[1]

/** Whether somebody with these periods is a member at the end of `day`. The day of joining counts, that of leaving does not. */
export const isInGroupOn = (day: Day, periods: readonly MembershipPeriod[]): boolean =>
  periods.some((one) => periodOn(day, one))

/** Whether a period holds at the end of `day`. */
export const periodOn = (day: Day, { from, until }: MembershipPeriod): boolean =>
  (from === null || countsFrom(from) <= day) && (until === null || day < countsFrom(until))

/** Why the periods of one member in one group cannot all hold, with the later of the two periods; null if they can. */
export function periodFault<Period extends MembershipPeriod>(
  periods: readonly Period[],
): { readonly period: Period; readonly column: 'from' | 'until'; readonly reason: string } | null {
  const inOrder = periods.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1))
  for (const [at, period] of inOrder.entries()) {
    if (period.until !== null && countsFrom(period.until) <= startOf(period))
      return { period, column: 'until', reason: `is not later than “from”, ${period.from}` }
    const before = inOrder[at - 1]
    if (before === undefined) continue
    if (before.until === null || laterOf(countsFrom(before.until), startOf(period)) !== startOf(period))
      return {
        period,
        column: 'from',
        reason: `lies in another period of the same member, ${inWords(before)}`,
      }
  }
  return null
}

const startOf = ({ from }: MembershipPeriod): Day => (from === null ? '' : countsFrom(from))

const inWords = ({ from, until }: MembershipPeriod): string =>
  `${from === null ? 'without a first day' : `from ${from}`}${until === null ? ' on' : ` until ${until}`}`

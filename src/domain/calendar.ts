import type { Day } from './vocabulary.js'

/** The day `days` days after `day`. */
export function plusDays(day: Day, days: number): Day {
  const { year, month, date } = parts(day)
  return iso(Date.UTC(year, month - 1, date + days))
}

/** The same day of the month `months` calendar months later, or the last day of a shorter month. */
export function plusMonths(day: Day, months: number): Day {
  const { year, month, date } = parts(day)
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return iso(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)))
}

/** ISO days sort as text. */
export const laterOf = (a: Day, b: Day): Day => (a > b ? a : b)

/**
 * The first and the last day of a printed day, month, year or interval.
 *
 *     daysOf('2015')                   // ['2015-01-01', '2015-12-31']
 *     daysOf('2015-02')                // ['2015-02-01', '2015-02-28']
 *     daysOf('2019-01-14/2019-02-01')  // ['2019-01-14', '2019-02-01']
 */
export function daysOf(printed: string): readonly [Day, Day] {
  const [first = '', last = first] = printed.split('/')
  if (printed.length === 4) return [`${printed}-01-01`, `${printed}-12-31`]
  if (printed.length === 7) return [`${printed}-01`, plusDays(plusMonths(`${printed}-01`, 1), -1)]
  return [first, last]
}

function parts(day: Day): { year: number; month: number; date: number } {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return { year, month, date }
}

/** The day of an instant, in UTC. */
export const utcDay = (instant: Date): Day => instant.toISOString().slice(0, 10)

const iso = (milliseconds: number): Day => utcDay(new Date(milliseconds))

/** Whether the days `[from, until)` have a day among them: what begins on it holds at its end. A null `until` is open-ended. */
export const holdsOn = (
  day: Day,
  { from, until }: { readonly from: Day; readonly until: Day | null },
): boolean => from <= day && (until === null || day < until)

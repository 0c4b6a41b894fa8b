import type { DayOrder } from '../../../domain/vocabulary.js'

const dayFirst = /\b(?:d{1,2}|j{1,2})[ ./-]?m{1,2}[ ./-]?[ya]{2,4}\b/i
const monthFirst = /\bm{1,2}[ ./-]?(?:d{1,2}|j{1,2})[ ./-]?[ya]{2,4}\b/i

/** The order of days that a heading or the row of units below it gives: “Ratified (DD/MM/YYYY)”. null if they differ. */
export function orderSaid(cells: readonly string[]): DayOrder | null {
  const isDayFirst = cells.some((cell) => dayFirst.test(cell))
  const isMonthFirst = cells.some((cell) => monthFirst.test(cell))
  return isDayFirst === isMonthFirst ? null : isDayFirst ? 'day-first' : 'month-first'
}

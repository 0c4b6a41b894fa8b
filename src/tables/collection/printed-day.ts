import { Day } from '../../domain/vocabulary.js'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const
const names =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/

/** Which ways of writing a day a format uses. Numbers alone are read only where the format says which is which. */
export type DayStyle = 'depositary' | 'day-first'

/**
 * Reads a day as `5 Mar 2003` or `2003-03-05`, and as `05/03/2003` or `05-03-2003` where the format puts days first.
 * @returns null for what is no such day, or no day of the calendar
 */
export function readDay(text: string, style: DayStyle): Day | null {
  const [, date = '', month = '', year = ''] = /^(\d{1,2}) ([A-Za-z]+)\.? (\d{4})$/.exec(text) ?? []
  if (date !== '') return names.test(month.toLowerCase()) ? valid(year, numberOf(month), date) : null
  const [, first = '', second = '', last = ''] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text) ?? []
  if (first !== '') return style === 'day-first' ? valid(last, second, first) : null
  const [, isoYear = '', isoMonth = '', isoDate = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  return isoYear === '' ? null : valid(isoYear, isoMonth, isoDate)
}

/** How a day is to be written, for whoever wrote it otherwise. */
export const expectedDay = (style: DayStyle): string =>
  style === 'day-first' ? '5 Mar 2003, 2003-03-05 or 05/03/2003 (day first)' : '5 Mar 2003 or 2003-03-05'

const numberOf = (month: string): string =>
  String(months.findIndex((one) => month.toLowerCase().startsWith(one)) + 1)

/** A day of the calendar, from the time on from which treaties are deposited. */
const valid = (year: string, month: string, date: string): Day | null =>
  Number(year) < 1800
    ? null
    : (Day.safeParse(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`).data ?? null)

import { Day } from '../../domain/vocabulary.js'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const
const names =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/

/** How a format prints days. Only `day-first` accepts all-numeric days, because their order is ambiguous elsewhere. */
export type DayStyle = 'depositary' | 'day-first'

/**
 * Reads a day as `5 Mar 2003` or `2003-03-05`, and with `day-first` also as `05/03/2003` or `05-03-2003`.
 * @returns null for any other form, and for a day that is not in the calendar
 */
export function readDay(text: string, style: DayStyle): Day | null {
  const [, date = '', month = '', year = ''] = /^(\d{1,2}) ([A-Za-z]+)\.? (\d{4})$/.exec(text) ?? []
  if (date !== '') return names.test(month.toLowerCase()) ? valid(year, numberOf(month), date) : null
  const [, first = '', second = '', last = ''] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text) ?? []
  if (first !== '') return style === 'day-first' ? valid(last, second, first) : null
  const [, isoYear = '', isoMonth = '', isoDate = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  return isoYear === '' ? null : valid(isoYear, isoMonth, isoDate)
}

/** The expected forms of a day, for messages. */
export const expectedDay = (style: DayStyle): string =>
  style === 'day-first' ? '5 Mar 2003, 2003-03-05 or 05/03/2003 (day first)' : '5 Mar 2003 or 2003-03-05'

const numberOf = (month: string): string =>
  String(months.findIndex((one) => month.toLowerCase().startsWith(one)) + 1)

/** A calendar day from 1800 on: treaties were not deposited earlier. */
const valid = (year: string, month: string, date: string): Day | null =>
  Number(year) < 1800
    ? null
    : (Day.safeParse(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`).data ?? null)

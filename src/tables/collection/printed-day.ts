import type { Day, DayOrder } from '../../domain/vocabulary.js'
import { monthNumber } from './month-names.js'

/** How one file orders all-numeric days. */
export interface DayStyle {
  /** The order that its format or the user gives; null if nobody does. */
  readonly given: DayOrder | null
  /** The order that a day such as `25/05/2016` proved. One file must not have both. */
  proven: DayOrder | null
}

/** The style of a file of which no day is read yet. */
export const printedDays = (given: DayOrder | null = null): DayStyle => ({ given, proven: given })

/**
 * Reads a day whose form leaves no doubt: `5 Mar 2003`, `March 5, 2003`, `1er mars 2003`, `2003-03-05`, `20030305`. It reads
 * `10/05/2016` only in a given order, and `25/05/2016` always, unless the file orders days otherwise.
 * @returns null for any other form, and for a day that is not in the calendar
 */
export function readDay(text: string, style: DayStyle): Day | null {
  const [, on, month, of] = common.exec(text) ?? []
  if (on && month && of) return ofMonth(of, month, on)
  const found = yearFirst(text) ?? withMonthName(withoutWeekday(text))
  if (found !== undefined) return found
  const [, first, , second, year] = numeric.exec(text) ?? []
  return first && second && year ? inOrder(Number(first), Number(second), year, style) : null
}

/** The depositary's form, by far the most frequent. */
const common = /^(\d{1,2}) ([A-Za-z]{3,9}) (\d{4})$/

const yearFirst = (text: string): Day | null | undefined => {
  const [, year, , month, date] = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? []
  if (year && month && date) return valid(year, month, date)
  const [, isoYear, isoMonth, isoDate] = /^(\d{4})(\d{2})(\d{2})(?:\.0)?$/.exec(text) ?? []
  return isoYear && isoMonth && isoDate ? valid(isoYear, isoMonth, isoDate) : undefined
}

const gap = String.raw`[\s./–‑-]{0,2}`
const word = String.raw`(?:de )?([\p{L}\p{M}]{3,12}|[IVX]{1,4})`
const date = String.raw`(\d{1,2})(?:st|nd|rd|th|er)?`
const dateFirst = new RegExp(`^${date}${gap}${word}${gap},? ?(?:de )?(\\d{4})$`, 'iu')
const monthFirst = new RegExp(`^${word}${gap}${date}(?:,? |,|-|/)(\\d{4})$`, 'iu')
const yearThenMonth = new RegExp(`^(\\d{4})${gap}${word}${gap}(\\d{1,2})$`, 'iu')

function withMonthName(text: string): Day | null | undefined {
  const [, first, second, last] = dateFirst.exec(text) ?? []
  if (first && second && last) return ofMonth(last, second, first)
  const [, month, day, year] = monthFirst.exec(text) ?? []
  if (month && day && year) return ofMonth(year, month, day)
  const [, leading, name, end] = yearThenMonth.exec(text) ?? []
  return leading && name && end ? ofMonth(leading, name, end) : undefined
}

function ofMonth(year: string, name: string, date: string): Day | null {
  const month = monthNumber(name)
  return month === null ? null : valid(year, String(month), date)
}

/** Excel's long form, “Tuesday, May 10, 2016”: the weekday says nothing new. */
const withoutWeekday = (text: string): string =>
  text.replace(/^(mon|tues?|wed(nes)?|thu(rs)?|fri|satu?r?|sun)(day)?\.?,? (?=\S)/i, '')

const numeric = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/

function inOrder(first: number, second: number, year: string, style: DayStyle): Day | null {
  const proof = orderProven(first, second)
  const order = proof ?? style.given
  if (first === second) return valid(year, String(first), String(second))
  if (order === null || (proof !== null && style.proven !== null && proof !== style.proven)) return null
  const [date, month] = order === 'day-first' ? [first, second] : [second, first]
  const on = valid(year, String(month), String(date))
  if (on !== null && proof !== null) style.proven = proof
  return on
}

/** No month has a number above 12. */
const orderProven = (first: number, second: number): DayOrder | null =>
  first > 12 && second <= 12 ? 'day-first' : second > 12 && first <= 12 ? 'month-first' : null

const inWords = { 'day-first': 'the day first', 'month-first': 'the month first' } as const
const forms = '5 Mar 2003 or 2003-03-05'

const zeroPrinted =
  /^(?:0?1[ ./-](?:0?1|jan\w*)[ ./-]1900|1900-01-01|3[01][ ./-](?:12|dec\w*)[ ./-]1899|1899-12-3[01]|12[./-]3[01][./-]1899)$/i

/** Why `readDay` does not read a text, or any text of a cell, as a sentence without its subject. */
export function whyNoDay(text: string, { given, proven }: DayStyle): string {
  if (/^\d{5}(\.\d+)?$/.test(text))
    return `is a number, perhaps of days as Excel counts them: write it as a date like ${forms}`
  if (/^(\d{1,2}[\s./-]+(\p{L}+\.?|\d{1,2})|\p{L}+\.? \d{1,2},?)[\s./-]+['’]?\d{2}$/u.test(text))
    return `has a year of two digits, and nothing tells the century: write a date like ${forms}`
  if (/^\d{4}$|^\p{L}{3,12}\.?,? \d{4}$|^\d{4}[-/]\d{1,2}$|^\d{1,2}[-/]\d{4}$/u.test(text))
    return `gives no day, and an act counts from its day: write a date like ${forms}, or give the first and last day it may be as “earliest” and “latest” in the format long`
  if (zeroPrinted.test(text))
    return `is what spreadsheets show for no date at all: leave the cell empty, or write the date`
  if (/\d:\d\d/.test(text))
    return `has a time of day, which may belong to another day elsewhere: write a date like ${forms}`
  const [, first, , second] = numeric.exec(text) ?? []
  const proof = orderProven(Number(first), Number(second))
  if (proof !== null && proven !== null && proof !== proven)
    return `has ${inWords[proof]}, and ${given === proven ? 'the file is said to have' : 'another row has'} ${inWords[proven]}`
  if (first !== undefined && given === null && proof === null && Number(first) <= 12)
    return `may be day first or month first: say which with --day-first or --month-first (dayOrder over HTTP), or write a date like ${forms}`
  return `is not a date like ${forms}${given === null ? '' : ` or 05/03/2003 (${inWords[given]})`}`
}

/** What spreadsheets and databases show for no date at all. */
const zeros = new Set(['1899-12-30', '1899-12-31', '1900-01-01'])

/** A calendar day from 1800 on: treaties were not deposited earlier. */
function valid(year: string, month: string, date: string): Day | null {
  const [inYear, inMonth, on] = [Number(year), Number(month), Number(date)]
  const exists = inYear >= 1800 && inMonth >= 1 && inMonth <= 12 && on >= 1 && on <= lastOf(inYear, inMonth)
  const day = exists ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : null
  return day !== null && zeros.has(day) ? null : day
}

const lastOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

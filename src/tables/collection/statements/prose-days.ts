import type { Day } from '../../../domain/vocabulary.js'
import { printedDays, readDay } from '../printed-day.js'

/** The names that pages print, in English and French: they have “4 Octobre 2002”. */
const monthWords =
  'Jan(?:uary|vier)?|Feb(?:ruary)?|F[ée]vr(?:ier)?|Mar(?:ch|s)?|Apr(?:il)?|Avril|May|Mai|June?|Juin|July?|Juillet|Aug(?:ust)?|Ao[ûu]t|Sept?(?:ember|embre)?|Oct(?:ober|obre)?|Nov(?:ember|embre)?|Dec(?:ember)?|D[ée]c(?:embre)?'

const printed = new RegExp(`(\\d+)\\s*(${monthWords})\\.?\\s*(\\d{4,})`, 'gi')

/** A day printed in prose, and where. */
export interface ProseDay {
  /** null for one that is not in the calendar, or has digits glued to it that are no end note. */
  readonly on: Day | null
  readonly at: number
  readonly end: number
}

/**
 * Finds the days of a text: “11 January 1980”.
 * @param notes  the numbers of the end notes that may be glued to a day: with note 20, “2011 January 1980” is the 11th
 */
export function daysIn(text: string, notes: readonly string[] = []): ProseDay[] {
  return [...text.matchAll(printed)].map((match) => {
    const [all, date = '', month = '', year = ''] = match
    return { on: dayOf(date, month, year, notes), at: match.index, end: match.index + all.length }
  })
}

function dayOf(digits: string, month: string, years: string, notes: readonly string[]): Day | null {
  const dates = digits.length < 3 ? [digits] : withoutNote(digits, notes)
  const [year, glued] = [years.slice(0, 4), years.slice(4)]
  const [date] = dates
  if (date === undefined || dates.length > 1 || !(glued === '' || notes.includes(glued))) return null
  return readDay(`${date} ${month} ${year}`, printedDays())
}

/** The dates that remain when an end note’s number is taken from the front. */
const withoutNote = (digits: string, notes: readonly string[]): string[] => [
  ...new Set(
    notes
      .filter((note) => digits.startsWith(note))
      .map((note) => digits.slice(note.length))
      .filter((date) => /^([1-9]|[12]\d|3[01])$/.test(date)),
  ),
]

/** The day of a block that is nothing but a day, with marks round it: “12 August 2003*”. */
export function dayOnly(text: string, notes: readonly string[] = []): Day | null {
  const days = daysIn(text, notes)
  const [day] = days
  const rest = day === undefined ? '' : text.slice(0, day.at) + text.slice(day.end)
  return days.length === 1 && !/[\p{L}\d]/u.test(rest) ? (day?.on ?? null) : null
}

import { readDatedCell } from '../dated-cell.js'
import type { DayStyle } from '../printed-day.js'

/** The depositaries of treaties that several governments keep, by capital or by its letter in brackets. */
const names = 'washington(?:,? d\\.? ?c\\.?)?|london|moscow'
const inName = new RegExp(`\\b(${names})\\b\\.?`, 'i')
const inBrackets = new RegExp(`\\(\\s*(?:[LMW]|${names})(?:\\s*[,/&;]\\s*(?:[LMW]|${names}))*\\s*\\)`, 'g')
const inBracketsAnyCase = new RegExp(inBrackets.source, 'gi')

/** The place that a text names; null without one. */
export const placeIn = (text: string): string | null =>
  inName.exec(text)?.[1] ?? text.match(inBrackets)?.[0] ?? null

/** A text without its place: “Deposit (London)”, “Signed in Moscow”. */
export const withoutPlace = (text: string): string =>
  text
    .replace(inBracketsAnyCase, ' ')
    .replace(new RegExp(`\\s*[-–:,]?\\s*(?:\\b(?:in|at)\\s+)?\\b(?:${names})\\b\\s*[-–:]?`, 'gi'), ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Whether a cell has dates, each with its place. */
export const isAtPlaces = (cell: string): boolean => /\d{4}/.test(cell) && placeIn(cell) !== null

/** Between the dates of a cell: a line end, a semicolon, or a comma before the next date or place. */
const between = new RegExp(
  `\\s*(?:;|\\n|\\||\\band\\b)\\s*|(?<=\\)),?\\s+(?=\\d|\\p{Lu})|(?<=\\d{4}),?\\s+(?=(?:${names})\\b|\\d{1,2}[ ./-])`,
  'iu',
)

/** The earliest date of an act, as text that a column of dates may hold. */
interface Earliest {
  readonly text: string
  /** How many different dates it is the earliest of. */
  readonly isOneOf: number
}

/** @returns null without a date that is read; the reader of dates then says why */
export function earliestOf(cells: readonly string[], days: DayStyle): Earliest | 'several acts' | null {
  const texts = cells
    .flatMap((cell) => cell.split(between))
    .map(withoutPlace)
    .filter((text) => text !== '')
  const dates = texts.map((text) => ({ text, cell: readDatedCell(text, days) }))
  const read = dates.flatMap(({ text, cell }) =>
    cell === null || cell === 'unreadable' ? [] : [{ text, ...cell }],
  )
  if (read.length === 0 || read.length < dates.length) return null
  if (new Set(read.map(({ marker }) => marker)).size > 1) return 'several acts'
  const [earliest] = read.toSorted((a, b) => (a.on < b.on ? -1 : 1))
  return earliest ? { text: earliest.text, isOneOf: new Set(read.map(({ on }) => on)).size } : null
}

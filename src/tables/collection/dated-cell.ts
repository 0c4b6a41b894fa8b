import type { Day } from '../../domain/vocabulary.js'
import { isBlank, plainText } from './plain-text.js'
import { type DayStyle, readDay, whyNoDay } from './printed-day.js'

/** `28 Jun 1985 a`: a day and the marker that names the act. Brackets mean that the act was undone. */
export interface DatedCell {
  readonly on: Day
  readonly marker: string | null
  readonly isBracketed: boolean
}

const bracketed = /^\[([^[\]]*)\]\s*(.*)$/

/** @returns null for an empty cell, 'unreadable' unless it is a date with an optional marker and brackets round both */
export function readDatedCell(cell: string, style: DayStyle): DatedCell | null | 'unreadable' {
  const text = plainText(cell)
  if (isBlank(text)) return null
  const isBracketed = text.startsWith('[')
  const [, inner = text, rest = ''] = isBracketed ? (bracketed.exec(text) ?? []) : []
  if (isBracketed && !onlyNotes.test(rest)) return 'unreadable'
  const found = readMarked(inner.trim(), style)
  return found === null ? 'unreadable' : { ...found, isBracketed }
}

/** Reads a cell of several dates: `[23 Sep 1976] 11 Jan 2013`, undone and then done again. */
export function readDatedCells(cell: string, style: DayStyle): readonly DatedCell[] | 'unreadable' {
  const whole = readDatedCell(cell, style)
  if (whole === null) return []
  if (whole !== 'unreadable') return [whole]
  const [, undone, again] = /^(\[[^[\]]*\])[\s,;]*(.+)$/.exec(plainText(cell)) ?? []
  const both = [undone, again].map((part = '') => readDatedCell(part, style))
  return both.every((one) => one !== null && one !== 'unreadable') ? (both as DatedCell[]) : 'unreadable'
}

/** Why a cell is unreadable: a sentence without its subject. */
export function whyUnreadable(cell: string, style: DayStyle): string {
  const text = plainText(cell).replace(/^\[(.*)\]$/, '$1')
  const reason = whyNoDay(withoutMidnight(text).replace(withMarker, '$1'), style)
  return reason.startsWith('is not a date') ? `${reason}, with at most a marker` : reason
}

/** Midnight of a spreadsheet or a program adds nothing to its day. Another time may belong to another day elsewhere. */
const withoutMidnight = (text: string): string =>
  text.replace(
    /(?<=\d)(T|,? )(0?0:00(:00(\.0+)?)?|12:00(:00)? ?AM)( ?(Z|UTC|GMT|[+-]\d\d:?\d\d))?(?=$|[\s\])])/i,
    '',
  )

const withMarker = /^(.*\d)\s*(?:([A-Za-z]{1,2})|\(([A-Za-z]{1,2})\))$/
/** Footnotes after a day or a marker: ` 3`, ` 4,5`, `[6]`, `(7)`, `[note 8]`, `¹`, `*`. */
const note = String.raw`\s+\d{1,2}(?:\s*,\s*\d{1,2})*|\s*[[(](?:(?:note|nb|n) ?)?\d{1,2}[\])]|\s*[¹²³⁰⁴-⁹*†‡]+`
const notes = new RegExp(`(?:${note})+$`, 'u')
const onlyNotes = new RegExp(String.raw`^(?:\d{1,2}(?:\s*,\s*\d{1,2})*|${note})*$`, 'u')
/** Digits that stick to the year after a month's name: no treaty is of the year 20163. */
const gluedToYear = /(?<=\p{L}.*[\s./-][12]\d{3})\d{1,2}$/u
/** Digits that stick to a marker: `a3`, `(a)3,4`. */
const gluedToMarker = /(?<=\d\s*(?:[A-Za-z]{1,2}|\([A-Za-z]{1,2}\)))\d{1,2}(?:,\d{1,2})*$/

/** What keeps a spreadsheet from reading a date, and a full stop behind it: `'10 May 2016`, `="10 May 2016"`. */
const ofSpreadsheet = /^(?:['’]|=")|[".]$/g

const endsInDigit = /\d$/

type Marked = Pick<DatedCell, 'on' | 'marker'>

/** A day, or a day and a marker, with footnotes after either. */
function readMarked(text: string, style: DayStyle): Marked | null {
  const timeless = text.includes(':') ? withoutMidnight(text) : text
  const found = readOne(timeless, style)
  if (found !== null) return found
  const bare = [notes, gluedToYear, gluedToMarker, ofSpreadsheet].map((pattern) =>
    timeless.replace(pattern, ''),
  )
  return firstOf(
    bare.filter((one) => one !== timeless),
    (one) => readOne(one, style),
  )
}

function readOne(text: string, style: DayStyle): Marked | null {
  const plain = endsInDigit.test(text) ? readDay(text, style) : null
  if (plain !== null) return { on: plain, marker: null }
  const [, day, unenclosed, inParentheses] = withMarker.exec(text) ?? []
  const marker = unenclosed ?? inParentheses
  if (day === undefined || marker === undefined) return null
  const days = [day, day.replace(notes, ''), day.replace(gluedToYear, '')]
  const on = firstOf(days, (one) => readDay(withoutMidnight(one), style))
  return on === null ? null : { on, marker }
}

function firstOf<T>(texts: readonly string[], read: (text: string) => T | null): T | null {
  for (const text of texts) {
    const found = read(text)
    if (found !== null) return found
  }
  return null
}

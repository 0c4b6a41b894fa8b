import type { Day } from '../../domain/vocabulary.js'
import { plainText } from './plain-text.js'
import { type DayStyle, readDay } from './printed-day.js'

/** `28 Jun 1985 a`: a day, the marker that names the act, and whether brackets say that it was undone. */
export interface DatedCell {
  readonly on: Day
  readonly marker: string | null
  readonly isBracketed: boolean
}

const shape = /^(\[?)\s*(.*?\d)\s*(?:([A-Za-z]{1,2})|\(([A-Za-z]{1,2})\))?\s*(\]?)$/

/** @returns null for an empty cell, 'unreadable' for one that is no date with at most a marker and brackets round both */
export function readDatedCell(cell: string, style: DayStyle): DatedCell | null | 'unreadable' {
  const text = plainText(cell)
  if (text === '') return null
  const [match, open = '', day = '', bare, inParentheses, close = ''] = shape.exec(text) ?? []
  const on = readDay(day, style)
  if (match === undefined || on === null || (open === '') !== (close === '')) return 'unreadable'
  return { on, marker: bare ?? inParentheses ?? null, isBracketed: open !== '' }
}

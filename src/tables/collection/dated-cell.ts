import type { Day } from '../../domain/vocabulary.js'
import { plainText } from './plain-text.js'
import { type DayStyle, readDay } from './printed-day.js'

/** `28 Jun 1985 a`: a day and the marker that names the act. Brackets mean that the act was undone. */
export interface DatedCell {
  readonly on: Day
  readonly marker: string | null
  readonly isBracketed: boolean
}

const shape = /^(\[?)\s*(.*?\d)\s*(?:([A-Za-z]{1,2})|\(([A-Za-z]{1,2})\))?\s*(\]?)$/

/** @returns null for an empty cell, 'unreadable' unless it is a date with an optional marker and brackets round both */
export function readDatedCell(cell: string, style: DayStyle): DatedCell | null | 'unreadable' {
  const text = plainText(cell)
  if (text === '') return null
  const [match, open = '', day = '', bare, inParentheses, close = ''] = shape.exec(text) ?? []
  const on = readDay(day, style)
  if (match === undefined || on === null || (open === '') !== (close === '')) return 'unreadable'
  return { on, marker: bare ?? inParentheses ?? null, isBracketed: open !== '' }
}

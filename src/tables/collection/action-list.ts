import { type Action, effects } from '../../domain/action.js'
import type { ActionKind } from '../../domain/vocabulary.js'
import type { Line } from '../csv.js'
import type { ReadingTerms, RowReader, TableFormat } from '../format.js'
import { columnKey, effectHeading } from './column-words.js'
import { readDatedCell, whyUnreadable } from './dated-cell.js'
import { type Layout, layoutOf } from './layout.js'
import { actNamed } from './named-act.js'
import { readParticipant } from './names/participant-cell.js'
import { plainText } from './plain-text.js'
import { type DayStyle, printedDays } from './printed-day.js'
import { noteRows } from './rows/note-rows.js'
import { oneTreaty } from './table-checks.js'
import { unreadColumns } from './unread-columns.js'

interface Columns {
  readonly participant: number
  readonly action: number
  readonly on: number
  /** Absent in lists that do not give the day of effect. */
  readonly effectOn: number
  readonly headings: readonly string[]
  /** Whether the heading is that of the United Nations registers. Elsewhere, the order of numeric dates is unknown. */
  readonly isRegister: boolean
}

const register = /^date of (notification|deposit)\b/i

/** One row an action, as in the registers of the United Nations Treaty Series, whose numeric dates put the day first. */
export const actionList: TableFormat = {
  name: 'action-list',
  isOfOneInstrument: true,
  open: ({ cells }, context) => {
    const headings = cells.map(plainText)
    const at = (pattern: RegExp): number => headings.findIndex((heading) => pattern.test(heading))
    const columns = {
      participant: at(/^participants?$/i),
      action: at(/^(treaty )?action$/i),
      on: at(/^date of (notification|deposit)\b|^(action )?date$|^date of action$/i),
      effectOn: headings.findIndex((heading) => effectHeading.test(columnKey(heading))),
      isRegister: headings.some((heading) => register.test(heading)),
      headings,
    }
    if (columns.participant < 0 || columns.action < 0 || columns.on < 0) return null
    const layout = layoutOf(headings, { certainty: 'depositary' }, context)
    const reader = (terms: ReadingTerms) => actionReader(columns, layout, terms)
    return { speaksOf: effects, isByRows: true, reader }
  },
}

/** Counts what the other columns hold, and refuses dates there that no heading explains. */
function unreadIn(
  { participant, action, on, effectOn }: Columns,
  layout: Layout | null,
  terms: ReadingTerms,
): (line: Line) => void {
  const own = [participant, action, on, effectOn]
  const others =
    layout === null ? [] : [...layout.acts, ...layout.notRead, layout.code, layout.effect, layout.kind]
  const unread = others.filter((column) => column !== null && !own.includes(column.at))
  for (const words of layout?.missing ?? [])
    terms.notes.fault({
      line: null,
      column: words,
      value: null,
      reason: 'no column of the table has this heading',
    })
  return unreadColumns(
    unread.filter((column) => column !== null),
    layout?.ignored ?? [],
    terms,
  )
}

function actionReader(columns: Columns, layout: Layout | null, terms: ReadingTerms): RowReader {
  const { instrument, notes, asAt, source } = terms
  const passOver = unreadIn(columns, layout, terms)
  const isOfNobody = layout === null ? () => false : noteRows(layout, terms)
  const checkTreaty = layout === null ? () => {} : oneTreaty(layout, terms)
  const days = printedDays(
    terms.dayOrder ?? (columns.isRegister ? 'day-first' : (layout?.days.given ?? null)),
  )
  return (line) => {
    if (instrument === null || line.cells.every((cell) => plainText(cell) === '')) return []
    if (isOfNobody(line)) return []
    checkTreaty(line)
    passOver(line)
    const actName = plainText(line.cells[columns.action] ?? '')
    const kind = actNamed(actName)
    if (kind === 'another-matter') {
      notes.notRead(actName)
      return []
    }
    if (kind === null) fault(line, columns, columns.action, terms, 'names no treaty action that is known')
    const cell = line.cells[columns.participant] ?? ''
    const participant = readParticipant(cell, line.line, columns.headings[columns.participant] ?? '', terms)
    const on = readOn(line, columns, columns.on, days, terms)
    const effectOn = readOn(line, columns, columns.effectOn, days, terms)
    if (on === null) fault(line, columns, columns.on, terms, 'the day of the action is missing')
    if (kind === null || participant === null || typeof on !== 'string' || effectOn === undefined) return []
    if (on > asAt) {
      fault(line, columns, columns.on, terms, `lies after ${asAt}, the last day for which the table speaks`)
      return []
    }
    const certainty = columns.isRegister ? 'depositary' : 'secondary'
    return [toAction(kind, on, effectOn, { instrument, participant: participant.code, certainty, source })]
  }
}

const toAction = (
  action: ActionKind,
  on: string,
  effectOn: string | null,
  of: Pick<Action, 'instrument' | 'participant' | 'certainty' | 'source'>,
): Action => ({
  action,
  earliest: on,
  latest: on,
  effectOn,
  performedBy: null,
  ...of,
})

/** @returns null for an empty cell, undefined for an invalid date */
function readOn(
  line: Line,
  columns: Columns,
  at: number,
  days: DayStyle,
  terms: ReadingTerms,
): string | null | undefined {
  const text = line.cells[at] ?? ''
  const cell = readDatedCell(text, days)
  if (cell === null) return null
  if (cell !== 'unreadable' && cell.marker === null && !cell.isBracketed) return cell.on
  fault(line, columns, at, terms, whyUnreadable(text, days))
  return undefined
}

function fault(line: Line, { headings }: Columns, at: number, { notes }: ReadingTerms, reason: string): void {
  const value = plainText(line.cells[at] ?? '') || null
  notes.fault({ line: line.line, column: headings[at] ?? null, value, reason })
}

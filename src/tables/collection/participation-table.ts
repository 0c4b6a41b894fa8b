import { type Action, effectOf } from '../../domain/action.js'
import type { Day } from '../../domain/vocabulary.js'
import { counted } from '../../domain/wording.js'
import type { Line } from '../csv.js'
import type { ReadingTerms, RowReader } from '../format.js'
import { type Dated, declares, faultAt, readDated } from './dated-acts.js'
import { readDatedCell, whyUnreadable } from './dated-cell.js'
import { effectsOf, type Layout, type TableColumn } from './layout.js'
import { readParticipant } from './names/participant-cell.js'
import { readParticipantCode } from './names/participant-code.js'
import { isBlank, participantName, plainText } from './plain-text.js'
import { printedDays } from './printed-day.js'
import { withoutDeposit } from './rows/deposit.js'
import { noteRows } from './rows/note-rows.js'
import { warnOfEarly, warnOfUnmarked } from './rows/warnings.js'
import { checkUndated } from './rows/whether.js'
import { checkKinds, noteHeadings, noteTreaties, oneTreaty } from './table-checks.js'
import { unreadColumns } from './unread-columns.js'

/** Reads a table with one row a participant. Each column holds one act, or several with markers. */
export function participationReader(opened: Layout, terms: ReadingTerms): RowReader {
  const layout = { ...opened, days: printedDays(terms.dayOrder ?? opened.days.given) }
  const { instrument, notes } = terms
  for (const words of layout.missing)
    notes.fault({ line: null, column: words, value: null, reason: 'no column of the table has this heading' })
  noteHeadings(layout, notes)
  noteTreaties(layout, notes)
  const checkTreaty = oneTreaty(layout, terms)
  const passOver = unreadColumns(layout.notRead, layout.ignored, terms)
  const isOfNobody = noteRows(layout, terms)
  const width = Math.max(...allColumns(layout).map(({ at }) => at)) + 1
  return (line) => {
    if (line.cells.every((cell) => plainText(cell) === '') || isOfNobody(line)) return []
    if (isOfWrongWidth(line, width, layout)) {
      notes.fault({
        line: line.line,
        column: null,
        value: line.cells.join(' | '),
        reason: widthReason(line, width),
      })
      return []
    }
    checkTreaty(line)
    const participant = participantOf(line, layout, terms)
    const printed = layout.acts.flatMap((column) => readDated(line, column, layout, terms))
    passOver(
      line,
      printed.some(({ kind }) => effectOf(kind) === 'binds'),
    )
    const dated = withoutDeposit(line, printed, terms)
    const effectOn = effectDay(line, dated, layout, terms)
    checkKinds(line, dated, layout, terms)
    checkUndated(line, dated, layout, terms)
    if (participant === null || instrument === null) return []
    const undone = dated.map((one) => ({ ...one, isBracketed: one.isBracketed || participant.isBracketed }))
    warnOfUnmarked(line, undone, layout, terms)
    return toActions(undone, effectOn, layout, terms).map((action) => ({
      ...action,
      instrument,
      participant: participant.code,
    }))
  }
}

const allColumns = ({ participant, code, acts, kind, effect, notRead, ignored }: Layout): TableColumn[] =>
  [participant, code, kind, effect, ...acts, ...notRead, ...ignored].filter((column) => column !== null)

/**
 * A row may lack cells at its end. If a cell is missing before a date, only the marker can show the column of the date: exactly
 * one column must declare it.
 */
function isOfWrongWidth({ cells }: Line, width: number, { acts, participant, days }: Layout): boolean {
  if (cells.slice(width).some((cell) => plainText(cell) !== '')) return true
  if (cells.length >= width || acts.length < 2) return false
  const dated = cells
    .filter((_, at) => at !== participant.at)
    .map((cell) => readDatedCell(cell, days))
    .filter((cell) => cell !== null && cell !== 'unreadable')
  return dated.some(({ marker }) => acts.filter(({ heading }) => declares(heading, marker)).length !== 1)
}

const widthReason = ({ cells }: Line, width: number): string =>
  `the row has ${counted(cells.length, 'cell')} where the heading has ${width}: quote a cell that holds the delimiter, and leave none out`

function participantOf(line: Line, { participant, code }: Layout, terms: ReadingTerms) {
  if (participant === code) return readParticipantCode(line, code, terms)
  const given = code === null ? '' : plainText(line.cells[code.at] ?? '').toUpperCase()
  const name = line.cells[participant.at] ?? ''
  if (given === '' || !terms.names.hasCode(given))
    return readParticipant(name, line.line, participant.heading.words, terms)
  const { name: bare, isBracketed } = participantName(name)
  const named = terms.names.codeOf(bare)
  if (named === undefined)
    terms.notes.warn(
      `line ${line.line}: the name “${bare}” is not known; the row is taken by its code, ${given}`,
    )
  if (named === undefined || named === given) return { code: given, isBracketed }
  terms.notes.fault({
    line: line.line,
    column: code?.heading.words ?? null,
    value: given,
    reason: `the code is not that of “${plainText(name)}”, which is ${named}`,
  })
  return null
}

/** The day of entry into force, if the row has one consent. It is never passed over without a word. */
function effectDay(line: Line, dated: readonly Dated[], layout: Layout, terms: ReadingTerms): Day | null {
  const { effect, days } = layout
  if (effect === null) return null
  const text = line.cells[effect.at] ?? ''
  const consents = dated.filter(({ kind }) => effectOf(kind) === 'binds').length
  if (!effectsOf(layout).includes('binds')) {
    if (isBlank(plainText(text))) return null
    const reason = `says from when the treaty binds, and no column says by which act. Add that column, or leave this one out, --ignore-column "${effect.heading.words}" (over HTTP: ignoreColumn)`
    faultAt(line, effect, terms, reason)
    return null
  }
  const cell = readDatedCell(text, days)
  if (cell === null || cell === 'unreadable' || cell.marker !== null) {
    if (cell !== null) faultAt(line, effect, terms, whyUnreadable(text, days))
    return null
  }
  warnOfEarly(line, cell.on, dated, terms)
  if (consents !== 1) {
    terms.notes.notRead(effect.heading.words)
    terms.notes.warn(
      `line ${line.line}: “${effect.heading.words}” ${cell.on} is not read, because the row has ${consents === 0 ? 'no act' : 'several acts'} to which it belongs`,
    )
  }
  return cell.on
}

type RowAction = Omit<Action, 'instrument' | 'participant'>

/** The actions of a row. Dates in brackets were undone: the participant withdrew, on some day up to “as at”. */
function toActions(
  dated: readonly Dated[],
  effectOn: Day | null,
  { certainty }: Layout,
  { asAt, source }: ReadingTerms,
): RowAction[] {
  const consents = dated.filter(({ kind }) => effectOf(kind) === 'binds')
  const actions: RowAction[] = dated.map((one) => ({
    action: one.kind,
    earliest: one.on,
    latest: one.on,
    effectOn: consents.length === 1 && consents[0] === one ? effectOn : null,
    performedBy: null,
    certainty,
    source,
  }))
  const bracketed = dated.filter(({ isBracketed, kind }) => isBracketed && effectOf(kind) !== 'applies')
  // If a consent is not in brackets, brackets round the signature undo nothing.
  const stands = consents.length > 0 && consents.every(({ isBracketed }) => !isBracketed)
  const undone = stands ? [] : bracketed
  const last = undone
    .map(({ on }) => on)
    .sort()
    .at(-1)
  if (last === undefined) return actions
  return [
    ...actions,
    {
      action: 'withdrawal',
      earliest: last,
      latest: asAt,
      effectOn: asAt,
      performedBy: null,
      certainty,
      source: `${source}: in brackets`,
    },
  ]
}

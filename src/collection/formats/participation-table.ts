import { type Action, effectOf } from '../../domain/action.js'
import type { ActionKind, Day } from '../../domain/vocabulary.js'
import { type DatedCell, readDatedCell } from '../cells/dated-cell.js'
import { actMarked, type Heading, kindNamed } from '../cells/heading.js'
import { readParticipant } from '../cells/participant-cell.js'
import { plainText } from '../cells/plain-text.js'
import { expectedDay } from '../cells/printed-day.js'
import type { ReadingTerms, RowReader } from '../format.js'
import type { Line } from '../text/csv-lines.js'
import type { Column, Layout } from './layout.js'

/** A date of a row, and the act that its column and marker make it. */
interface Dated extends DatedCell {
  readonly kind: ActionKind
  readonly column: Column
}

type Found = Dated | 'not-read' | 'fault'

/** Reads a table with one row a participant and one column an act, or a list of acts. */
export function participationReader(layout: Layout, terms: ReadingTerms): RowReader {
  const { instrument, notes } = terms
  for (const { heading } of layout.acts)
    if (actMarked(heading, null) === 'several')
      notes.warn(
        `“${heading.words}” names several acts and no marker for them: a date without one is recorded as participation, a consent to be bound`,
      )
  const width = Math.max(...allColumns(layout).map(({ at }) => at)) + 1
  return (line) => {
    if (line.cells.every((cell) => plainText(cell) === '')) return []
    if (isOfWrongWidth(line, width, layout)) {
      notes.fault({
        line: line.line,
        column: null,
        value: line.cells.join(' | '),
        reason: widthReason(line, width),
      })
      return []
    }
    for (const { at, heading } of layout.notRead)
      if (plainText(line.cells[at] ?? '') !== '') notes.notRead(heading.words)
    const participant = participantOf(line, layout, terms)
    const dated = layout.acts.flatMap((column) => readCell(line, column, layout, terms))
    const effectOn = effectDay(line, layout, terms)
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

const allColumns = ({ participant, code, acts, kind, effect, notRead }: Layout): Column[] =>
  [participant, code, kind, effect, ...acts, ...notRead].filter((column) => column !== null)

/**
 * A row may lack cells at its end. Where what is missing stood before a date, only the date's marker can tell which
 * column it belongs to; without one, nothing can.
 */
function isOfWrongWidth({ cells }: Line, width: number, { acts, participant }: Layout): boolean {
  if (cells.slice(width).some((cell) => plainText(cell) !== '')) return true
  if (cells.length >= width || acts.length < 2) return false
  return cells.some((cell, at) => at !== participant.at && /\d\s*\]?$/.test(plainText(cell)))
}

const widthReason = ({ cells }: Line, width: number): string =>
  `the row has ${cells.length} cells where the heading has ${width}: quote a cell that holds the delimiter, and leave none out`

function participantOf(line: Line, { participant, code }: Layout, terms: ReadingTerms) {
  const given = code === null ? '' : plainText(line.cells[code.at] ?? '').toUpperCase()
  const name = line.cells[participant.at] ?? ''
  if (given === '' || !terms.names.hasCode(given))
    return readParticipant(name, line.line, participant.heading.words, terms)
  const named = terms.names.codeOf(plainText(name))
  if (named === undefined || named === given) return { code: given, isBracketed: false }
  terms.notes.fault({
    line: line.line,
    column: code?.heading.words ?? null,
    value: given,
    reason: `the code is not that of “${plainText(name)}”, which is ${named}`,
  })
  return null
}

function readCell(line: Line, column: Column, layout: Layout, terms: ReadingTerms): Dated[] {
  const cell = readDatedCell(line.cells[column.at] ?? '', layout.days)
  if (cell === null) return []
  const found =
    cell === 'unreadable'
      ? faultAt(line, column, terms, `is not a date like ${expectedDay(layout.days)}, with at most a marker`)
      : interpret(cell, line, column, layout, terms)
  return typeof found === 'string' ? [] : [found]
}

function interpret(cell: DatedCell, line: Line, column: Column, layout: Layout, terms: ReadingTerms): Found {
  if (cell.on > terms.asAt)
    return faultAt(line, column, terms, `lies after ${terms.asAt}, the last day for which the table speaks`)
  const { kind } = layout
  if (kind !== null && isDatedByKind(column)) {
    const word = plainText(line.cells[kind.at] ?? '')
    const named = word === '' && column.heading.acts[0]?.kind ? column.heading.acts[0].kind : kindNamed(word)
    if (named !== null) return { ...cell, kind: named, column }
    return faultAt(line, kind, terms, 'names no treaty action such as Ratification, Acceptance or Accession')
  }
  const act = actMarked(column.heading, cell.marker)
  if (act === undefined) return elsewhere(cell, line, column, layout, terms)
  if (act === 'several') return { ...cell, kind: 'participation', column }
  if (act.kind !== null) return { ...cell, kind: act.kind, column }
  terms.notes.notRead(`${column.heading.words}, marked ${cell.marker ?? 'with nothing'}`)
  return 'not-read'
}

/** The column whose dates the column of kinds names: one of plain “Date”, or of consents. */
const isDatedByKind = ({ heading }: Column): boolean =>
  heading.acts.every(({ kind, marker }) => marker === null && (kind === null || effectOf(kind) === 'binds'))

/**
 * Where an empty cell was lost, a date stands in the column before its own: its marker tells, if the heading gives that
 * marker to one other column, whose own cell is empty.
 */
function elsewhere(
  cell: DatedCell,
  line: Line,
  column: Column,
  { acts }: Layout,
  terms: ReadingTerms,
): Found {
  const { marker } = cell
  const candidates = acts.filter(
    (other) =>
      other !== column && plainText(line.cells[other.at] ?? '') === '' && declares(other.heading, marker),
  )
  const [own, ...more] = candidates
  const act = own === undefined || marker === null ? undefined : actMarked(own.heading, marker)
  if (own !== undefined && more.length === 0 && act !== undefined && act !== 'several' && act.kind !== null) {
    terms.notes.warn(
      `line ${line.line}: “${plainText(line.cells[column.at] ?? '')}” stands in “${column.heading.words}”, where an empty cell was lost; its marker makes it ${act.kind}`,
    )
    return { ...cell, kind: act.kind, column: own }
  }
  return faultAt(line, column, terms, markerReason(marker, column.heading))
}

const declares = ({ acts }: Heading, marker: string | null): boolean =>
  marker !== null && acts.some((act) => act.marker === marker)

function markerReason(marker: string | null, { acts }: Heading): string {
  const allowed = acts.map((act) => act.marker ?? 'no marker').join(', ')
  return marker === null
    ? `has no marker, and the heading has several acts, each with one: ${allowed}`
    : `has the marker “${marker}”, which the heading does not declare; it declares: ${allowed}`
}

function faultAt(line: Line, { at, heading }: Column, { notes }: ReadingTerms, reason: string): 'fault' {
  notes.fault({ line: line.line, column: heading.words, value: plainText(line.cells[at] ?? ''), reason })
  return 'fault'
}

function effectDay(line: Line, { effect, days }: Layout, terms: ReadingTerms): Day | null {
  if (effect === null) return null
  const cell = readDatedCell(line.cells[effect.at] ?? '', days)
  if (cell === null || cell === 'unreadable' || cell.marker !== null) {
    if (cell !== null) faultAt(line, effect, terms, `is not a date like ${expectedDay(days)}`)
    return null
  }
  return cell.on
}

/** The domain's own trap: who consents without a mark should have signed. It is recorded as printed. */
function warnOfUnmarked(
  line: Line,
  dated: readonly Dated[],
  { acts }: Layout,
  { notes }: ReadingTerms,
): void {
  const signs = acts.some(({ heading }) =>
    heading.acts.some(({ kind }) => kind && effectOf(kind) === 'signs'),
  )
  if (!signs || dated.some(({ kind }) => effectOf(kind) === 'signs')) return
  for (const { kind, marker, on, column } of dated)
    if (
      kind === 'ratification' &&
      marker === null &&
      column.heading.acts.some((act) => act.kind === 'accession')
    )
      notes.warn(
        `line ${line.line}: ratification on ${on} without a signature and without a marker, recorded as printed`,
      )
}

type RowAction = Omit<Action, 'instrument' | 'participant'>

/** The actions of a row. Dates in brackets were undone: what bound was left again, some day up to “as at”. */
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
    certainty,
    source,
  }))
  const undone = dated.filter(({ isBracketed, kind }) => isBracketed && effectOf(kind) !== 'applies')
  const last = undone
    .map(({ on }) => on)
    .sort()
    .at(-1)
  if (last === undefined) return actions
  const stands = consents
    .filter(({ isBracketed, on }) => !isBracketed && on > last)
    .map(({ on }) => on)
    .sort()[0]
  const left = stands ?? asAt
  return [
    ...actions,
    {
      action: 'withdrawal',
      earliest: last,
      latest: left,
      effectOn: left,
      certainty,
      source: `${source}: in brackets`,
    },
  ]
}

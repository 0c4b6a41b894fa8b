import { effectOf } from '../../domain/action.js'
import type { ActionKind } from '../../domain/vocabulary.js'
import type { Line } from '../csv.js'
import type { ReadingTerms } from '../format.js'
import { type DatedCell, readDatedCells, whyUnreadable } from './dated-cell.js'
import { actMarked, type Heading, recordsActions } from './heading.js'
import type { Layout, TableColumn } from './layout.js'
import { actNamed } from './named-act.js'
import { saysWhether } from './other-matters.js'
import { isBlank, plainText } from './plain-text.js'
import { markerBehind, readWorded, type WordedCell } from './rows/worded-cell.js'

/** A date of a row, with the act that its column and marker give it. */
export interface Dated extends DatedCell {
  readonly kind: ActionKind
  readonly column: TableColumn
}

type Found = Dated | 'not-read' | 'fault'

/** Reads the act that a cell dates. @returns nothing if the cell is empty, faulty or not a treaty action */
export function readDated(line: Line, column: TableColumn, layout: Layout, terms: ReadingTerms): Dated[] {
  const text = line.cells[column.at] ?? ''
  if (text === '' || saysWhether(text.trim())) return []
  const printed = readDatedCells(text, layout.days)
  const worded = printed === 'unreadable' ? readWorded(text, layout.days) : null
  if (worded !== null) return byWords(worded, line, column, layout, terms)
  const dated = printed === 'unreadable' ? readDatedCells(markerBehind(text), layout.days) : printed
  if (dated === 'unreadable') {
    faultAt(line, column, terms, whyUnreadable(text, layout.days))
    return []
  }
  return dated
    .map((cell) => interpret(cell, line, column, layout, terms))
    .filter((found) => typeof found !== 'string')
}

/** Reads a date whose act its own cell names. It must be of the sort that the heading names: “Ratification”, “Acceded 2016-05-10”. */
function byWords(
  { on, kind }: WordedCell,
  line: Line,
  column: TableColumn,
  layout: Layout,
  terms: ReadingTerms,
): Dated[] {
  const named = layout.kind === null ? null : actNamed(plainText(line.cells[layout.kind.at] ?? ''))
  const isOfColumn = column.heading.acts.some((act) => act.kind && effectOf(act.kind) === effectOf(kind))
  if (on > terms.asAt) faultAt(line, column, terms, afterAsAt(terms))
  else if (!isOfColumn || (named !== null && named !== kind))
    faultAt(line, column, terms, 'names another act than its column or the column of acts')
  else return [{ on, kind, marker: null, isBracketed: false, column }]
  return []
}

const afterAsAt = ({ asAt }: ReadingTerms): string =>
  `lies after ${asAt}, the last day for which the table speaks`

function interpret(
  cell: DatedCell,
  line: Line,
  column: TableColumn,
  layout: Layout,
  terms: ReadingTerms,
): Found {
  if (cell.on > terms.asAt) return faultAt(line, column, terms, afterAsAt(terms))
  const { kind } = layout
  if (kind !== null && isDatedByKind(column)) {
    const actName = plainText(line.cells[kind.at] ?? '')
    if (!isBlank(actName) || !recordsActions(column.heading))
      return byKind(cell, actName, line, column, layout, terms)
  }
  const act = actMarked(column.heading, cell.marker)
  if (act === undefined) return readShifted(cell, line, column, layout, terms)
  if (act === 'several') {
    if (kind !== null)
      terms.notes.warn(
        `line ${line.line}: neither “${column.heading.words}” nor “${kind.heading.words}” says which act bound it: recorded as participation`,
      )
    return { ...cell, kind: 'participation', column }
  }
  if (act.kind !== null) return { ...cell, kind: act.kind, column }
  if (!act.isOther)
    return faultAt(
      line,
      column,
      terms,
      `${cell.marker === null ? 'has no marker, and is of the act in the heading that has none and' : `has the marker “${cell.marker}”, whose act in the heading`} is not known. Known are Ratification, Acceptance, Approval, Accession, Succession …, in English, French and Spanish`,
    )
  terms.notes.notRead(`${column.heading.words}, marked ${cell.marker ?? 'with nothing'}`)
  return 'not-read'
}

/** Reads a date whose act the column of kinds names. It must fit the heading, if that names an act as well. */
function byKind(
  cell: DatedCell,
  name: string,
  line: Line,
  column: TableColumn,
  { kind, acts }: Layout,
  terms: ReadingTerms,
): Found {
  const place = kind ?? column
  const named = actNamed(name)
  if (named === 'another-matter') {
    terms.notes.notRead(name)
    return 'not-read'
  }
  if (named === null)
    return faultAt(line, place, terms, 'names no treaty action such as Ratification, Acceptance or Accession')
  if (fits(named, cell.marker, column, acts)) return { ...cell, kind: named, column }
  const reason = `is not the act of “${column.heading.words}”, which has the date ${cell.on}`
  return faultAt(line, place, terms, reason)
}

/** Whether a column may date an act: its heading names it, or it is the only column of consents. */
function fits(
  named: ActionKind,
  marker: string | null,
  { heading }: TableColumn,
  acts: readonly TableColumn[],
): boolean {
  const own = heading.acts.filter((act) => act.kind !== null)
  const marked = own.filter((act) => marker !== null && act.marker === marker)
  if (marked.length > 0) return marked.some(({ kind }) => kind === named)
  if (own.length === 0 || own.some(({ kind }) => kind === named)) return true
  return effectOf(named) === 'binds' && acts.filter(hasConsents).length === 1
}

const hasConsents = ({ heading }: TableColumn): boolean =>
  heading.acts.some(({ kind }) => kind !== null && effectOf(kind) === 'binds')

/** Whether the column of kinds names the acts of this one: a plain “Date” column, or one of consents. */
const isDatedByKind = ({ heading }: TableColumn): boolean =>
  heading.acts.every(({ kind }) => kind === null || effectOf(kind) === 'binds')

/**
 * Recovers a date that slipped one column to the left because an empty cell was lost. Its marker must belong to exactly
 * one later column, whose own cell is empty.
 */
function readShifted(
  cell: DatedCell,
  line: Line,
  column: TableColumn,
  { acts }: Layout,
  terms: ReadingTerms,
): Found {
  const { marker } = cell
  const candidates = acts.filter(
    (other) =>
      other.at > column.at &&
      isBlank(plainText(line.cells[other.at] ?? '')) &&
      declares(other.heading, marker),
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

/** Whether a heading declares the marker; false without a marker. */
export const declares = ({ acts }: Heading, marker: string | null): boolean =>
  marker !== null && acts.some((act) => act.marker === marker)

function markerReason(marker: string | null, { acts }: Heading): string {
  const allowed = acts.map((act) => act.marker ?? 'no marker').join(', ')
  if (marker === null && acts.filter((act) => act.marker === null).length > 1)
    return 'may be any of the acts that the heading names: it needs a marker, a column that names the act, or a column for each act'
  return marker === null
    ? `has no marker, and the heading has several acts, each with one: ${allowed}`
    : `has the marker “${marker}”, which the heading does not declare; it declares: ${allowed}`
}

export function faultAt(
  line: Line,
  { at, heading }: TableColumn,
  { notes }: ReadingTerms,
  reason: string,
): 'fault' {
  notes.fault({ line: line.line, column: heading.words, value: plainText(line.cells[at] ?? ''), reason })
  return 'fault'
}

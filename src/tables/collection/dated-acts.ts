import { effectOf } from '../../domain/action.js'
import type { ActionKind } from '../../domain/vocabulary.js'
import type { Line } from '../csv.js'
import type { ReadingTerms } from '../format.js'
import { type DatedCell, isEmptyDate, readDatedCells, whyUnreadable } from './dated-cell.js'
import { actMarked, type Heading } from './heading.js'
import type { Layout, TableColumn } from './layout.js'
import { actNamed } from './named-act.js'
import { plainText } from './plain-text.js'

/** A date of a row, with the act that its column and marker give it. */
export interface Dated extends DatedCell {
  readonly kind: ActionKind
  readonly column: TableColumn
}

type Found = Dated | 'not-read' | 'fault'

/** Reads the act that a cell dates. @returns nothing if the cell is empty, faulty or not a treaty action */
export function readDated(line: Line, column: TableColumn, layout: Layout, terms: ReadingTerms): Dated[] {
  const text = line.cells[column.at] ?? ''
  const dated = readDatedCells(text, layout.days)
  if (dated === 'unreadable') {
    faultAt(line, column, terms, whyUnreadable(text, layout.days))
    return []
  }
  return dated
    .map((cell) => interpret(cell, line, column, layout, terms))
    .filter((found) => typeof found !== 'string')
}

function interpret(
  cell: DatedCell,
  line: Line,
  column: TableColumn,
  layout: Layout,
  terms: ReadingTerms,
): Found {
  if (cell.on > terms.asAt)
    return faultAt(line, column, terms, `lies after ${terms.asAt}, the last day for which the table speaks`)
  const { kind } = layout
  if (kind !== null && isDatedByKind(column)) {
    const actName = plainText(line.cells[kind.at] ?? '')
    const named =
      actName === '' && column.heading.acts[0]?.kind ? column.heading.acts[0].kind : actNamed(actName)
    if (named === 'another-matter') {
      terms.notes.notRead(actName)
      return 'not-read'
    }
    if (named !== null) return { ...cell, kind: named, column }
    return faultAt(line, kind, terms, 'names no treaty action such as Ratification, Acceptance or Accession')
  }
  const act = actMarked(column.heading, cell.marker)
  if (act === undefined) return readShifted(cell, line, column, layout, terms)
  if (act === 'several') return { ...cell, kind: 'participation', column }
  if (act.kind !== null) return { ...cell, kind: act.kind, column }
  terms.notes.notRead(`${column.heading.words}, marked ${cell.marker ?? 'with nothing'}`)
  return 'not-read'
}

/** Whether the column of kinds names the acts of this one: a plain “Date” column, or one of consents. */
const isDatedByKind = ({ heading }: TableColumn): boolean =>
  heading.acts.every(({ kind, marker }) => marker === null && (kind === null || effectOf(kind) === 'binds'))

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
      other.at > column.at && isEmptyDate(line.cells[other.at] ?? '') && declares(other.heading, marker),
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

import type { Line } from '../../csv.js'
import { longestCell } from './page-limits.js'
import type { Place } from './page-markup.js'

/** All are kept in memory. Known tables have under a thousand. */
const mostCells = 50_000

/** Collects the rows of one table of a page. A table within a cell belongs to the cell's text. */
export interface Grid {
  readonly begin: (depth: number) => void
  readonly opens: (name: string, place: Place) => void
  readonly text: (text: string) => void
  readonly closes: (name: string, place: Place, isImplied: boolean) => void
  readonly rows: readonly Line[]
  /** `open` also if the page goes on without the table's closing tag. */
  readonly state: () => 'absent' | 'open' | 'closed'
}

/** @param refuse  called for a cell that is too long, and for too many of them */
export function collectGrid(refuse: (reason: string, line: number) => never): Grid {
  const rows: Line[] = []
  let state: 'absent' | 'open' | 'closed' = 'absent'
  let depth: number | null = null
  let nested = 0
  let row: { line: number; cells: string[] } | null = null
  let isInCell = false
  let cells = 0
  const endRow = (): void => {
    if (row !== null && row.cells.length > 0) rows.push(row)
    row = null
    isInCell = false
  }
  const text = (piece: string): void => {
    if (row === null || !isInCell) return
    const cell = `${row.cells.pop() ?? ''}${piece}`
    if (cell.length > longestCell) refuse(`has a cell longer than ${longestCell} characters`, row.line)
    row.cells.push(cell)
  }
  /** Where a browser shows another table than the text says. */
  const isOutOfPlace = (name: string): boolean => {
    if (name === 'table') return !isInCell
    if (name === 'td' || name === 'th') return row === null
    return /^(tbody|thead|tfoot)$/.test(name) && row !== null
  }
  return {
    rows,
    text,
    state: () => state,
    begin: (from) => {
      if (state !== 'absent') return
      state = 'open'
      depth = from
    },
    opens: (name, { line }) => {
      if (depth === null) return
      if (nested === 0 && isOutOfPlace(name))
        refuse(`has <${name}> out of place in its table of participants: its markup is damaged`, line)
      if (name === 'table') nested++
      if (name === 'br' || nested > 0) return text(' ')
      if (name === 'tr') {
        endRow()
        row = { line, cells: [] }
      }
      if (name !== 'td' && name !== 'th') return
      if (row === null) return
      // The line of a row is that of its first cell, which names the participant.
      if (row.cells.length === 0) row.line = line
      if (++cells > mostCells) refuse(`has a table of more than ${mostCells} cells`, line)
      row.cells.push('')
      isInCell = true
    },
    closes: (name, place, isImplied) => {
      if (depth === null) return
      if (place.depth === depth) {
        endRow()
        depth = null
        if (!isImplied) state = 'closed'
      } else if (name === 'table') nested--
      else if (nested === 0 && (name === 'td' || name === 'th')) isInCell = false
      else if (nested === 0 && name === 'tr') endRow()
    },
  }
}

import type { ImportFormat } from '../../../domain/vocabulary.js'
import type { Line } from '../../csv.js'
import type { ReadingTerms, RowReader, TableFormat } from '../../format.js'
import type { DeclaredAct } from '../heading.js'
import { effectsOf, type Layout, layoutOf, type OwnColumns } from '../layout.js'
import { namesIn } from '../names/names-in.js'
import { participationReader } from '../participation-table.js'
import { plainText } from '../plain-text.js'

/** How a publisher's table is read: by the roles of its columns, and what it does with each row before and after. */
export interface PublishedTable extends OwnColumns {
  /** The language of its names, if the record does not speak it. */
  readonly language?: string | undefined
  /** Reads a row by the reader of participation tables, or passes it over. */
  readonly read: (base: RowReader, terms: ReadingTerms, layout: Layout) => RowReader
}

/**
 * A format of one publisher, whose days always put the day first.
 * @param tableOf  the table under a heading of this publisher; null under any other heading
 */
export const publisherFormat = (
  name: ImportFormat,
  tableOf: (headings: readonly string[], rows: readonly Line[]) => PublishedTable | null,
): TableFormat => ({
  name,
  isOfOneInstrument: true,
  open: ({ cells }, context) => {
    const table = tableOf(cells.map(withoutNotes), context?.rows ?? [])
    const layout =
      table && layoutOf(cells, { certainty: 'secondary', dayOrder: 'day-first', own: table }, context)
    if (!table || !layout) return null
    return {
      speaksOf: effectsOf(layout),
      isByRows: layout.kind !== null,
      reader: (terms) => {
        const { language } = table
        const own = language === undefined ? terms : { ...terms, names: namesIn(language, terms) }
        return table.read(participationReader(layout, own), own, layout)
      },
    }
  },
})

/** A heading without the numbers of footnotes: `Type3`, `S 1`, `Contracting Party*`. */
const withoutNotes = (cell: string): string => plainText(cell).replace(/(?<=[\p{L}.])[\s\d*]+$/u, '')

/** The position of the first heading that matches; −1 without one. */
export const positionOf = (headings: readonly string[], pattern: RegExp): number =>
  headings.findIndex((heading) => pattern.test(heading))

/** Acts by their letters. */
export const lettered = (acts: Readonly<Record<string, DeclaredAct['kind']>>): DeclaredAct[] =>
  Object.entries(acts).map(([letter, kind]) => ({ kind, marker: letter === '' ? null : letter }))

/** Matters beside treaty actions, which are counted and not read. */
export const otherMatter: readonly DeclaredAct[] = [{ kind: null, marker: null, isOther: true }]

/** The text of a cell; empty where a row is too short to have it. */
export const cellAt = ({ cells }: Line, at: number): string => plainText(cells[at] ?? '')

/** A row with other cells in the places given. */
export const withCells = (line: Line, cells: Readonly<Record<number, string>>): Line => ({
  ...line,
  cells: line.cells.map((cell, at) => cells[at] ?? cell),
})

/** Whether a row has nothing but the cell at one place. */
export const isAlone = ({ cells }: Line, at: number): boolean =>
  cells.every((cell, place) => place === at || plainText(cell) === '')

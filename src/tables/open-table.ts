import type { ImportFormat } from '../domain/vocabulary.js'
import { type GivenColumns, nothingGiven } from './collection/columns-given.js'
import { isPage, readDepositaryPage } from './collection/pages/depositary-page.js'
import { readDepositaryXml } from './collection/pages/depositary-xml.js'
import { reconciled } from './collection/pages/printed-totals.js'
import type { TreatyPage } from './collection/pages/treaty-page.js'
import { depositaryTable } from './collection/participation-formats.js'
import { headOf, isXml, recognise, type StatedDay } from './collection/recognise.js'
import type { PageSections } from './collection/statements/page-sections.js'
import { csvLines, dialectOf, type Line } from './csv.js'
import { FileRefused } from './fault.js'
import type { OpenedTable } from './format.js'
import type { Notes } from './notes.js'
import type { Source } from './source.js'
import type { IndexedTreaty } from './treaty-index.js'

/** A recognised table whose rows are still to be read. */
export interface TableFile {
  readonly format: ImportFormat
  /** Whether the table is of one instrument. The file may not name it. */
  readonly isOfOneInstrument: boolean
  readonly table: OpenedTable
  /** The rows in batches. */
  readonly lines: AsyncIterable<readonly Line[]>
  readonly asAt: StatedDay | null
  /** The treaty that the file itself names. */
  readonly treaty: IndexedTreaty | null
  /** The statements of a depositary's page; null for any other table. */
  readonly sections: PageSections | null
}

/**
 * Recognises a file by its content, or tries the forced format.
 * @throws FileRefused if it is not a readable table
 */
export async function openTable(
  source: Source,
  forced: ImportFormat | undefined,
  notes: Notes,
  given: GivenColumns = nothingGiven,
): Promise<TableFile> {
  const head = await headOf(source)
  const format = forced ?? (isPage(head) ? 'depositary-page' : isXml(head) ? 'depositary-xml' : undefined)
  if (format === 'depositary-page')
    return openPage(format, await readDepositaryPage(source, notes), source.file, notes, given)
  if (format === 'depositary-xml')
    return openPage(format, await readDepositaryXml(source), source.file, notes, given)
  return openCsv(source, head, forced, notes, given)
}

function openCsv(
  source: Source,
  head: string,
  forced: ImportFormat | undefined,
  notes: Notes,
  given: GivenColumns,
): TableFile {
  const { format, table, delimiter, headingLine, asAt, above } = recognise(source.file, head, forced, given)
  for (const row of above)
    notes.warn(`line ${row.line} stands above the heading and is not read: “${row.cells.join(' ').trim()}”`)
  return {
    format: format.name,
    isOfOneInstrument: format.isOfOneInstrument,
    table,
    lines: linesAfter(headingLine, csvLines(source.text, dialectOf(head, delimiter), notes.fault)),
    asAt,
    treaty: null,
    sections: null,
  }
}

/** @throws FileRefused if its table is not of participants */
function openPage(
  format: ImportFormat,
  page: TreatyPage,
  file: string,
  notes: Notes,
  given: GivenColumns,
): TableFile {
  const [heading, ...rows] = page.rows
  const table = heading && depositaryTable.open(heading, { rows: rows.slice(0, 200), given })
  if (!heading || !table) {
    const reason = `its table does not begin with “Participant” but with “${heading?.cells[0]?.trim() ?? ''}”`
    throw new FileRefused([{ file, line: heading?.line ?? null, column: null, value: null, reason }])
  }
  const lines = inOnePiece(rows)
  return {
    format,
    isOfOneInstrument: true,
    ...(page.totals === null ? { table, lines } : reconciled({ table, lines }, page.totals, notes)),
    asAt: page.asAt,
    treaty: page.treaty,
    sections: page.sections,
  }
}

async function* linesAfter(heading: number, batches: AsyncIterable<Line[]>): AsyncGenerator<Line[]> {
  for await (const lines of batches) yield lines.filter(({ line }) => line > heading)
}

async function* inOnePiece(lines: Line[]): AsyncGenerator<Line[]> {
  yield lines
}

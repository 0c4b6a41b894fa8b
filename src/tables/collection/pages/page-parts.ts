import type { Line } from '../../csv.js'
import { FileRefused } from '../../fault.js'
import type { Source } from '../../source.js'
import { collectSections, type PageSections } from '../statements/page-sections.js'
import { collectGrid } from './page-grid.js'
import { walkPage } from './page-markup.js'

/** What stands above the table of participants, by the end of its element's id. */
const headers = {
  div3: 'asAt',
  rptHead_tcHead: 'chapter',
  rptTreaty_tcTreaty: 'treaty',
  rptTreaty_tcText: 'conclusion',
  rptEIF_tcText: 'entryIntoForce',
  rptRegistration_tcText: 'registration',
  rptStatus_tcText: 'status',
} as const
type HeaderField = (typeof headers)[keyof typeof headers]

/** Tables that hold no treaty action. Their first row is a heading. */
const otherTables: Readonly<Record<string, string>> = {
  Table1: 'rows of the special table',
}

interface Header {
  readonly text: string
  readonly line: number
}

/** The parts of a treaty's page, before anything of them is judged. */
export interface PageParts {
  readonly headers: Readonly<Partial<Record<HeaderField, Header>>>
  /** The address that the page's form is sent to, which names the treaty. */
  readonly address: string
  readonly rows: readonly Line[]
  readonly table: 'absent' | 'open' | 'closed'
  /** Whether the page reaches its end, `</html>`. */
  readonly isWhole: boolean
  /** The number of rows of each table that is not read. */
  readonly notRead: ReadonlyMap<string, number>
  /** Statements, end notes and territories, with their text: it must not leave the reader. */
  readonly sections: PageSections
  readonly title: string
  /** The beginning of its visible text. */
  readonly beginning: string
}

/** `ctl00_ctl00_…InnerPage_rptHead_ctl00_tcHead`, without its counters: `rptHead_tcHead`. */
const endOfId = /(?:^|_)((?:rpt|dg)[A-Za-z]+_\w+|div3|tblgrid|tblDec|Table1)$/
const shownText = 300

/** @throws FileRefused if the page is too long, nests too deep, or has a cell that is too long */
export async function partsOf(source: Source): Promise<PageParts> {
  const found: Partial<Record<HeaderField, { text: string; readonly line: number }>> = {}
  const notRead = new Map<string, number>()
  const refuse = (reason: string, line: number): never => {
    throw new FileRefused([{ file: source.file, line, column: null, value: null, reason }])
  }
  const grid = collectGrid(refuse)
  const territories = collectGrid(refuse)
  const statements = collectSections()
  const count = (section: string): unknown => notRead.set(section, (notRead.get(section) ?? 0) + 1)
  let [address, title, beginning, isInTitle, isWhole] = ['', '', '', false, false]
  let header: { readonly text: { text: string }; readonly depth: number } | null = null
  let other: { readonly section: string; readonly depth: number; rows: number } | null = null

  const opensPart = (end: string, line: number, depth: number): void => {
    const field = headers[end as keyof typeof headers]
    if (field !== undefined && found[field] === undefined) {
      const text = { text: '', line }
      found[field] = text
      header = { text, depth }
    }
    const table = otherTables[end]
    if (table !== undefined) other = { section: table, depth, rows: 0 }
    if (end === 'tblgrid') grid.begin(depth)
    if (end === 'tblDec') territories.begin(depth)
  }

  await walkPage(source, {
    opens: (name, attributes, place) => {
      const { id = '', action } = attributes
      for (const table of [grid, territories]) table.opens(name, place)
      statements.opens(name, attributes, place)
      if (name === 'title') isInTitle = true
      if (name === 'form' && address === '') address = action ?? ''
      if (name === 'tr' && other !== null && other.rows++ > 0) count(other.section)
      if (name === 'br' && header !== null) header.text.text += ' '
      const [, end] = endOfId.exec(id.replace(/ctl\d+_/g, '')) ?? []
      if (end !== undefined) opensPart(end, place.line, place.depth)
    },
    text: (text) => {
      for (const table of [grid, territories]) table.text(text)
      statements.text(text)
      if (header !== null) header.text.text += text
      if (isInTitle && title.length < shownText) title += text
      else if (beginning.length < shownText) beginning += text.replace(/\s+/g, ' ')
    },
    closes: (name, place, isImplied) => {
      for (const table of [grid, territories]) table.closes(name, place, isImplied)
      statements.closes(name, place)
      if (name === 'title') isInTitle = false
      if (header?.depth === place.depth) header = null
      if (other?.depth === place.depth) other = null
      if (name === 'html' && !isImplied) isWhole = true
    },
  })
  return {
    headers: found,
    address,
    rows: grid.rows,
    table: grid.state(),
    isWhole,
    notRead,
    sections: statements.sections(territories.rows),
    title,
    beginning,
  }
}

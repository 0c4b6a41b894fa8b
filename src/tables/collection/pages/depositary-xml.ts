import { SaxesParser } from 'saxes'
import type { Line } from '../../csv.js'
import { FileRefused } from '../../fault.js'
import type { Source } from '../../source.js'
import { plainText } from '../plain-text.js'
import { readXmlSections } from '../statements/xml-sections.js'
import { longestCell, longestPage } from './page-limits.js'
import { type TreatyPage, treatyOf } from './treaty-page.js'

const deepest = 32

const header = ['Document', 'Treaty', 'Header']
const paths = {
  chapter: [...header, 'Chapter', 'Header'],
  number: [...header, 'ExternalData', 'Numsect'],
  title: [...header, 'ExternalData', 'Titlesect'],
  conclusion: [...header, 'ExternalData', 'Conclusion'],
  entryIntoForce: [...header, 'ExternalData', 'EIF', 'Labeltext'],
  registration: [...header, 'ExternalData', 'Registration', 'Labeltext'],
  signatories: [...header, 'ExternalData', 'Status', 'Signatories'],
  parties: [...header, 'ExternalData', 'Status', 'Parties'],
} as const
type Field = keyof typeof paths

/**
 * Reads the depositary's XML. It reads only the grid of participants; the grid of territories may have the same heading.
 * A document type is refused, so that no entity is expanded and no other file is fetched.
 * @throws FileRefused if the XML is not well-formed, has a document type, or is not a treaty's page with a table
 */
export async function readDepositaryXml(source: Source): Promise<TreatyPage> {
  const { file } = source
  const parser = new SaxesParser()
  const open: string[] = []
  const fields: Partial<Record<Field, string>> = {}
  const rows: Line[] = []
  let totalsLine = 1
  let row: string[] | null = null
  const refuse = (reason: string, line: number | null = parser.line): never => {
    throw new FileRefused([{ file, line, column: null, value: null, reason }])
  }
  const isIn = (...names: string[]): boolean => names.every((name) => open.includes(name))

  parser.on('doctype', () =>
    refuse('has a document type (<!DOCTYPE>): none is accepted, because entities could be defined there'),
  )
  parser.on('error', ({ message }) => refuse(`is not well-formed XML: ${message.replace(/^\d+:\d+: /, '')}`))
  parser.on('opentag', ({ name }) => {
    if (open.length === 0 && name !== 'Document')
      refuse(
        `is no page of the depositary in XML: it begins with <${name}>, not with <Document>. A page that does not exist is answered with a web page`,
      )
    open.push(name)
    if (open.length > deepest) refuse(`nests more than ${deepest} elements`)
    if (!isIn('Participants', 'Table')) return
    if (name === 'Row') row = []
    if (name === 'Entry') row?.push('')
  })
  const take = (text: string): void => {
    const isNote = open.includes('superscript') || open.includes('sup')
    if (row !== null && open.includes('Entry') && !isNote) row[row.length - 1] += text
    for (const [field, path] of Object.entries(paths) as [Field, readonly string[]][])
      if (path.length === open.length && path.every((name, at) => open[at] === name)) {
        fields[field] = (fields[field] ?? '') + text
        if (field === 'parties') totalsLine = parser.line
      }
  }
  parser.on('text', take)
  parser.on('cdata', take)
  parser.on('closetag', ({ name }) => {
    if (name === 'Entry' && (row?.at(-1)?.length ?? 0) > longestCell)
      refuse(`has a cell longer than ${longestCell} characters`)
    if (name === 'Row' && row !== null) {
      rows.push({ line: parser.line, cells: row })
      row = null
    }
    open.pop()
  })
  let length = 0
  for await (const piece of source.text()) {
    length += piece.length
    if (length > longestPage)
      refuse(`is longer than ${longestPage} characters, which no page of a treaty is`, null)
    parser.write(piece)
  }
  parser.close()
  if (rows.length === 0)
    refuse('has no table of participants: its participants stand in running text, or nowhere', null)
  const [signatories, parties] = [numberIn(fields.signatories), numberIn(fields.parties)]
  const totals = signatories === null && parties === null ? null : { signatories, parties, line: totalsLine }
  return { treaty: treatyOf(fields), asAt: null, totals, sections: await readXmlSections(source), rows }
}

/** A total may have a footnote behind it. */
const numberIn = (text = ''): number | null =>
  /^\d+/.test(plainText(text)) ? Number.parseInt(plainText(text), 10) : null

import { Parser } from 'htmlparser2'
import type { Line } from '../../csv.js'
import { FileRefused } from '../../fault.js'
import type { Source } from '../../source.js'
import type { PageSections, SectionEntry } from './page-sections.js'
import type { StatementSectionName } from './statement.js'
import { collectBlocks, type TextBlock } from './text-blocks.js'
import { elements, markup, treesOf, type XmlNode } from './xml-tree.js'

const sections: Readonly<Record<string, StatementSectionName>> = {
  Declarations: 'declarations',
  Objections: 'objections',
  DeclarationsUnderArticle: 'declarations under an article',
  Notifications: 'notifications',
  EndNotes: 'end notes',
}
const territories = 'TerritorialApplications'
const titles = /^(?:Header|Title|Label|Labeltext|Text)$/
const wrappers = /^(?:Declaration|Objection|DeclarationUnderArticle|Notification|EndNote|Note)$/
const marks = /^(?:superscript|sup)$/i
const inline = /^(?:i|b|u|em|n|p|br|center|title|index|superscript|sup)$/i

type Refuse = (node: XmlNode, within: string) => never

/**
 * Reads the sections of the depositary's XML that stand beside its table. Only the shape of a declaration is known, a
 * participant with texts; any other element is refused with its name and line.
 * @throws FileRefused for XML that is not well-formed, and for an element that is not known
 */
export async function readXmlSections(source: Source): Promise<PageSections> {
  const entries: SectionEntry[] = []
  const read = new Map<StatementSectionName, string>()
  let rows: readonly Line[] = []
  const refuse: Refuse = ({ name, line }, within) => {
    const reason = `holds <${name}> within <${within}>, which is not known there: its statements cannot be read`
    throw new FileRefused([{ file: source.file, line, column: null, value: null, reason }])
  }
  for (const node of await treesOf(source, (name) => name in sections || name === territories)) {
    const section = sections[node.name]
    if (section === undefined) rows = rowsOf(node)
    else {
      const { title, found } = entriesOf(node, section, refuse)
      read.set(section, title)
      entries.push(...found)
    }
  }
  return { entries, titles: read, territories: rows }
}

function entriesOf(
  node: XmlNode,
  section: StatementSectionName,
  refuse: Refuse,
): { readonly title: string; readonly found: readonly SectionEntry[] } {
  const found: SectionEntry[] = []
  let title = ''
  for (const child of elements(node)) {
    const isNote = section === 'end notes' && wrappers.test(child.name)
    if (child.name === 'Participant' || isNote) found.push(entryOf(child, section, refuse))
    else if (wrappers.test(child.name)) found.push(...entriesOf(child, section, refuse).found)
    else if (titles.test(child.name)) title = `${title} ${markup(child)}`.trim()
    else refuse(child, node.name)
  }
  return { title, found }
}

/** A participant, or an end note: its name or number, then its texts. */
function entryOf(node: XmlNode, section: StatementSectionName, refuse: Refuse): SectionEntry {
  const notes: string[] = []
  const blocks: TextBlock[] = []
  let participant = ''
  for (const child of node.children)
    if (typeof child === 'string') participant += child
    else if (marks.test(child.name)) notes.push(...(markup(child).match(/\d+/g) ?? []))
    else if (child.name === 'Text') blocks.push(...blocksOf(child))
    else if (child.name === 'Name' || child.name === 'Number') participant += markup(child)
    else if (!inline.test(child.name)) refuse(child, node.name)
  const name = participant.replace(/\s+/g, ' ').trim()
  const isNote = section === 'end notes'
  return {
    section,
    participant: isNote ? '' : name,
    notes: isNote ? [/\d+/.exec(name)?.[0] ?? notes[0] ?? ''] : notes,
    line: node.line,
    blocks,
  }
}

/** A text has markup of its own, in elements or escaped. Its type tells headings and days. */
function blocksOf(node: XmlNode): readonly TextBlock[] {
  const collector = collectBlocks()
  const { type = '' } = node.attributes
  const align = /date|right/i.test(type) ? 'right' : /head|title|left/i.test(type) ? 'left' : ''
  let raised = 0
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (marks.test(name)) raised++
      collector.opens(name, attributes)
    },
    ontext: (text) => {
      if (raised === 0) collector.text(text)
    },
    onclosetag: (name) => {
      if (marks.test(name)) raised--
      collector.closes(name)
    },
  })
  parser.end(align === '' ? markup(node) : `<p align="${align}">${markup(node)}</p>`)
  return collector.blocks()
}

/** The rows of a table, with its heading, as that of participants has them. */
function rowsOf(node: XmlNode): Line[] {
  if (node.name !== 'Row') return elements(node).flatMap(rowsOf)
  const cells = elements(node)
    .filter(({ name }) => name === 'Entry')
    .map((cell) => markup(cell))
  return [{ line: node.line, cells }]
}

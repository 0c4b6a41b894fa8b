import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { row, statusPage } from '../fixtures/status-page.js'
import type { Cell } from './oracle.js'

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document
type Element = DefaultTreeAdapterTypes.Element

const participants: Readonly<Record<string, string>> = {
  Chad: 'TCD',
  Fiji: 'FJI',
  Kenya: 'KEN',
  Peru: 'PER',
  Oman: 'OMN',
  Niger: 'NER',
}

const long = statusPage([
  row('<a class="noteIndex" href="#x">Chad</a><SUP>1</SUP>', '&nbsp;5 Feb\t 2008', '&nbsp;9 Jun\t 2009'),
  row('Fiji', '', '28 Aug\t 1995 a'),
  row('Kenya<SUP>2, 3</SUP>', '', '&nbsp;9 Mar\t 1984 AA'),
  row('Niger', '13 Jul\t 1999', ''),
  row('Oman', '', '&nbsp;7 Feb\t 2006 a'),
  row('Peru', '23 Jul\t 1981', '13 Sep\t 1982'),
])
/** Without the state of the server, so that a failure can be read. */
const whole = long.replace(/value="x[^"]*"/, 'value="x"')
/** Without printed totals, so that nothing but the markup tells what is read. */
const unreconciled = whole.replace(/Signatories :[^<]*/, '')

type Mutation = (page: string) => string

const within = (page: string): [number, number] => {
  const begins = page.indexOf('tblgrid')
  return [begins, page.indexOf('</table>', begins)]
}

/** Changes one of the pieces of the table that match. */
const piece =
  (pattern: RegExp, change: (found: string) => string) =>
  (share: number): Mutation =>
  (page) => {
    const [from, to] = within(page)
    const found = [...page.matchAll(pattern)].filter(({ index }) => index > from && index < to)
    const one = found[Math.floor(share * found.length)]
    if (one === undefined) return page
    return page.slice(0, one.index) + change(one[0]) + page.slice(one.index + one[0].length)
  }

const tag = /<\/?[a-z]+[^>]*>/gi
const text = /(?<=>)[^<>\n]+(?=<)/g
const insertions = [
  '<td>',
  '</td>',
  '<tr>',
  '</tr>',
  '<table><tr><td>1 Jan 2001</td></tr></table>',
  '<!-- <td>1 Jan 2001</td> -->',
  '<!--',
  '<script>"<td>1 Jan 2001</td>"</script>',
  '<style>td { }</style>',
  '<textarea>',
  '<td title="a > b">',
  '<sup>1</sup>',
  '<i>',
  '<br>',
  '</n></p>',
  '<tbody>',
  '<![CDATA[<td>]]>',
  '<template><td>1 Jan 2001</td></template>',
  '<td hidden>1 Jan 2001</td>',
  '<th>1 Jan 2001</th>',
  '<td colspan=2>1 Jan 2001</td>',
]
const texts = [
  'Chad',
  'Fiji',
  '1 Jan 2001',
  '1 Jan 2001 a',
  '[1 Jan 2001]',
  'Atlantis',
  '&nbsp;',
  'Signature',
  'Accession(a)',
]

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
const mutations: fc.Arbitrary<Mutation> = fc.oneof(
  share.map(piece(tag, () => '')),
  share.map(piece(tag, (found) => found + found)),
  share.map(piece(tag, (found) => found.toUpperCase())),
  share.map(piece(text, () => '')),
  share.map(piece(/<tr.*?<\/tr>/gis, () => '')),
  share.map(piece(/<tr.*?<\/tr>/gis, (found) => found + found)),
  fc
    .tuple(share, fc.constantFrom(...insertions))
    .map(([at, given]) => piece(tag, (found) => found + given)(at)),
  fc.tuple(share, fc.constantFrom(...texts)).map(([at, given]) => piece(text, () => given)(at)),
)

export const mutatedPages: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(whole, unreconciled, unreconciled), fc.array(mutations, { maxLength: 3 }))
  .map(([page, changes]) => changes.reduce((held, change) => change(held), page))

/** The dates of the table of participants, as a browser shows them. */
export function cellsOf(page: string): { headings: string[]; cells: Cell[]; unread: string[] } {
  const table = descendants(parse(page)).find((one) => attribute(one, 'id').endsWith('tblgrid'))
  const rows = table === undefined ? [] : descendants(table).filter(({ tagName }) => tagName === 'tr')
  const [top = [], ...body] = rows
    .map((one) => one.childNodes.filter(isCell).map(shown))
    .filter((cells) => cells.length > 0)
  const headings = top.slice(1)
  const isRepeated = (cells: readonly string[]): boolean => cells.join('|') === top.join('|')
  const unread: string[] = []
  const cells = body
    .filter((row) => !isRepeated(row))
    .flatMap(([name = '', ...days]) =>
      days.flatMap((cell, at): Cell[] => {
        if (cell === '') return []
        const [, date, month, year, marker = null] =
          /^\[?(\d{1,2}) (\w{3}) (\d{4})(?: ([A-Za-z]{1,2}))?\]?$/.exec(cell) ?? []
        const participant = participants[name.replace(/[\d, ]+$/, '')]
        const heading = headings[at]
        if (!date || !participant || heading === undefined) unread.push(cell)
        if (!date || !participant || heading === undefined) return []
        const on = `${year}-${monthOf(month)}-${date.padStart(2, '0')}`
        return [{ participant, heading, act: null, on, marker }]
      }),
    )
  return { headings, cells, unread }
}

const isCell = (node: Node): node is Element => 'tagName' in node && /^t[dh]$/.test(node.tagName)

const monthOf = (name = ''): string =>
  String(
    1 +
      ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf(
        name.toLowerCase(),
      ),
  ).padStart(2, '0')

const descendants = (node: Node): Element[] =>
  'childNodes' in node
    ? node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...descendants(child)] : []))
    : []

const attribute = ({ attrs }: Element, name: string): string =>
  attrs.find((one) => one.name === name)?.value ?? ''

/** The text of a cell without footnotes and what is not shown. */
function shown(cell: Element): string {
  const textOf = (node: Node): string => {
    if ('value' in node) return node.value
    if (!('childNodes' in node)) return ''
    if ('tagName' in node && /^(sup|script|style|template)$/.test(node.tagName)) return ''
    return node.childNodes.map(textOf).join('')
  }
  return textOf(cell).replace(/\s+/g, ' ').trim()
}

import t from 'tap'
import { checkedText, type LineShape, LongLine, longestRow } from '../../src/tables/csv-text.js'

const comma: LineShape = { newline: '\n', delimiter: ',' }

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

async function checked(text: string, shape: LineShape, size: number): Promise<string> {
  let all = ''
  for await (const part of checkedText(inPieces(text, size), shape, 0)) all += part
  return all
}

const texts: [what: string, text: string, passedOn: string, shape?: LineShape][] = [
  [
    'rows as they are',
    'Country,Signature\nChad,\nFiji,5 Mar 1999',
    'Country,Signature\nChad,\nFiji,5 Mar 1999',
  ],
  ['a row of delimiters is empty', 'Chad,\n,,\nFiji,\n', 'Chad,\n\nFiji,\n'],
  ['blanks between them', 'Chad,\r\n , ,\r\nFiji,\r\n', 'Chad,\r\n\nFiji,\r\n'],
  ['a row that begins with a delimiter', ',5 Mar 1999\n,,\n', ',5 Mar 1999\n\n'],
  ['a line of commas in a quoted cell', '"Chad\n,,\nnote",\n,,\n', '"Chad\n,,\nnote",\n\n'],
  ['quotes in a quoted cell', '"the ""State"" of\n,,\n",\n,,\n', '"the ""State"" of\n,,\n",\n\n'],
  ['semicolons', ';;\n,,\n', '\n,,\n', { newline: '\n', delimiter: ';' }],
  ['carriage returns alone', 'Chad,\r,,\rFiji,\r', 'Chad,\r\rFiji,\r', { newline: '\r', delimiter: ',' }],
  ['no text', '', ''],
]
for (const [what, text, passedOn, shape = comma] of texts)
  t.test(what, async (t) => {
    for (const size of [1, 2, 5, 1000])
      t.equal(await checked(text, shape, size), passedOn, `pieces of ${size}`)
  })

const long = ','.repeat(longestRow + 1)
const tooLong: [what: string, text: string, line: number][] = [
  ['the first line', long, 1],
  ['a later line', `Country,Signature\nChad,\n${long}\nFiji,\n`, 3],
  ['a quote that is never closed', `Country,Signature\n"${'Chad'.repeat(longestRow)}`, 2],
]
for (const [what, text, line] of tooLong)
  t.test(`too long: ${what}`, async (t) => {
    for (const size of [100, 1_000_000]) {
      const error: unknown = await checked(text, comma, size).catch((error) => error)
      t.ok(error instanceof LongLine)
      t.match(error, { line, beginning: text.split('\n')[line - 1]?.slice(0, 120) })
    }
  })

t.test('a row of the greatest length', async (t) => {
  const row = 'x'.repeat(longestRow)
  t.equal(await checked(`${row}\n${row}`, comma, 999), `${row}\n${row}`)
})

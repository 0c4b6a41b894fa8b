import t from 'tap'
import { lettersIn, wrapped } from '../../../src/pages/pictures/line-breaking.js'

t.test('a text is broken between words, and Chinese between characters', async (t) => {
  const cases = [
    ['Bosnia and Herzegovina', 12, ['Bosnia and', 'Herzegovina']],
    ['Liechtenstein', 5, ['Liechtenstein']],
    ['Демократическая Республика Конго', 20, ['Демократическая', 'Республика Конго']],
    ['États\u00A0: 8', 6, ['États\u00A0:', '8']],
    ['联合国会员国', 6, ['联合国', '会员国']],
    ['', 6, ['']],
  ] as const
  for (const [text, most, lines] of cases) t.strictSame(wrapped(text, most), lines, text)
})

t.test('no line begins with a mark that ends something, or ends with one that begins it', async (t) => {
  const text = '截至2008年12月18日有185个缔约方。《消除对妇女歧视公约》（“尚未”）成为缔约方，其中1个已签署。'
  for (let most = 12; most < 40; most++)
    for (const line of wrapped(text, most)) t.notMatch(line, /^[。，）”》]|[（“《]$/, `${most}: ${line}`)
})

t.test('letters of other scripts count by their width', async (t) => {
  t.equal(lettersIn('abc'), 3)
  t.ok(lettersIn('жшм') > 3 && lettersIn('批准') > 3)
  t.equal(lettersIn('مَن'), 2, 'a mark above a letter takes no room')
})

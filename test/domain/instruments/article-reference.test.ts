import t from 'tap'
import { articleReference } from '../../../src/domain/instruments/article-reference.js'

t.test('a reference is taken apart, and what is none is left alone', async (t) => {
  const cases = [
    ['UNTOC art. 38(1)', { instrument: 'UNTOC', article: '38', paragraph: '1' }],
    [
      'Trafficking Protocol art. 17(2)',
      { instrument: 'Trafficking Protocol', article: '17', paragraph: '2' },
    ],
    ['CRC art. 46', { instrument: 'CRC', article: '46', paragraph: null }],
    ['CEDAW arts. 25 and 27', null],
    ['CEDAW art. 16(1)(c)', null],
    ['CEDAW art. 25, paragraph 1', null],
    ['art. 38(1)', null],
    ['Final provisions', null],
    ['', null],
  ] as const
  for (const [text, parts] of cases) t.strictSame(articleReference(text), parts, text)
})

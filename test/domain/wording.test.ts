import t from 'tap'
import { agreeing, counted } from '../../src/domain/wording.js'

t.test('a word agrees with its number', (t) => {
  const cases = [
    [counted(0, 'State'), '0 States'],
    [counted(1, 'State'), '1 State'],
    [counted(2, 'State'), '2 States'],
    [counted(1, 'party', 'parties'), '1 party'],
    [counted(0, 'party', 'parties'), '0 parties'],
    [agreeing(1, 'is', 'are'), 'is'],
    [agreeing(0, 'is', 'are'), 'are'],
  ] as const
  for (const [words, expected] of cases) t.equal(words, expected)
  t.end()
})

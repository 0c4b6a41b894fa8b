import t from 'tap'
import { actionKinds } from '../../src/domain/vocabulary.js'
import { actionInWords, agreeing, counted } from '../../src/domain/wording.js'
import { action } from '../fixtures/actions.js'

t.test('an action as a sentence', (t) => {
  const cases = [
    [action('accession', '1995-09-08'), 'Vanuatu acceded to CEDAW on 8 September 1995'],
    [action('signature', '2000-12-01'), 'Vanuatu signed CEDAW on 1 December 2000'],
    [
      action('ratification', ['2018-10-19', '2023-02-20']),
      'Vanuatu ratified CEDAW between 19 October 2018 and 20 February 2023',
    ],
    [action('withdrawal', '2001-01-31'), 'Vanuatu withdrew from CEDAW on 31 January 2001'],
  ] as const
  for (const [taken, words] of cases) t.equal(actionInWords(taken, 'Vanuatu', 'CEDAW'), words)
  for (const kind of actionKinds)
    t.match(actionInWords(action(kind, '2000-01-01'), 'A', 'B'), /^A [a-z ]+ B on 1 January 2000$/, kind)
  t.end()
})

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

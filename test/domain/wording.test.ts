import t from 'tap'
import { actionKinds } from '../../src/domain/vocabulary.js'
import { actionInWords } from '../../src/domain/wording.js'
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

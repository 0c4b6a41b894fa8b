import t from 'tap'
import { choiceInWords, tallyInWords } from '../../../../src/pages/parts/statements/choice-words.js'

t.test('what a reader chose', (t) => {
  t.equal(choiceInWords({}), 'a standing reservation')
  t.equal(choiceInWords({ article: '16(1)(c)' }), 'a standing reservation to article 16(1)(c)')
  t.equal(
    choiceInWords({ article: 'general', standing: 'withdrawn' }),
    'a withdrawn reservation to the whole treaty',
  )
  t.equal(
    choiceInWords({ kind: 'declaration', article: 'preamble' }),
    'a standing declaration on the preamble',
  )
  t.equal(
    choiceInWords({ exceptPurpose: 'disputes' }),
    'a standing reservation other than an opt-out of dispute settlement',
  )
  t.end()
})

t.test('nobody is not none where the record holds only some', (t) => {
  const of = (coverage: 'whole' | 'partial', asAt: string) =>
    tallyInWords(
      { choice: {}, groups: { chosen: [] }, coverage: { coverage, asAt, what: null }, shown: [] },
      '2026-11-23',
    ).trim()
  t.equal(of('whole', '2026-02-03'), 'No State has a standing reservation, as at 3 February 2026.')
  t.equal(
    of('partial', '2027-01-01'),
    'No State has a standing reservation that the record holds, on 23 November 2026.',
  )
  t.end()
})

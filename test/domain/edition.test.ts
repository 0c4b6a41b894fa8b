import t from 'tap'
import type { Action } from '../../src/domain/action.js'
import { mergeEdition } from '../../src/domain/edition.js'
import { action } from '../fixtures/actions.js'

const bounds = action('accession', ['2014-01-01', '2014-12-31'])
const day = action('accession', '2014-08-15')
const own = action('accession', '2014-09-01', { source: 'the operator’s own table' })
const newerSource = { ...day, source: 'a newer table' }
const signed = action('signature', '2000-12-12')

/** What the record holds, what the last edition brought, what the new one has; and what becomes of it. */
const cases: [string, Action[], Action[], Action[], object][] = [
  ['a day in place of bounds', [bounds], [bounds], [day], { corrections: [{ from: bounds, to: day }] }],
  ['a row for which there is no evidence', [bounds], [bounds], [], { removals: [bounds] }],
  ['a row that was missing', [], [], [day], { additions: [day] }],
  ['nothing but a newer source', [day], [day], [newerSource], {}],
  ['what the operator corrected', [own], [bounds], [day], { kept: [{ held: [own], edition: [day] }] }],
  ['what the operator removed', [], [bounds], [bounds], { kept: [{ held: [], edition: [bounds] }] }],
  ['what the operator added', [own], [], [], { kept: [{ held: [own], edition: [] }] }],
  ['what the operator had before the edition', [{ ...own, ...day }], [bounds], [day], {}],
  [
    'a signature of the seed beside a consent of the operator',
    [signed, own],
    [signed, bounds],
    [{ ...signed, earliest: '2000-12-13', latest: '2000-12-13' }, day],
    { corrections: [{ from: signed }], kept: [{ effect: 'binds', held: [own] }] },
  ],
]

for (const [title, held, base, edition, expected] of cases)
  t.test(title, async (t) => {
    const nothing = { additions: [], corrections: [], removals: [], kept: [] }
    const merged = mergeEdition(held, [base], edition)
    t.match(merged, { ...nothing, ...expected })
    for (const [name, list] of Object.entries(merged))
      t.equal(list.length, ((expected as Record<string, unknown[]>)[name] ?? []).length, name)
  })

t.test('what a revert has set back to an earlier edition is the seed’s, and taken up again', async (t) => {
  t.match(mergeEdition([bounds], [[bounds], []], [day]), {
    corrections: [{ from: bounds, to: day }],
    kept: [],
  })
})

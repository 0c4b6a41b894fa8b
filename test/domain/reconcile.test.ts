import t from 'tap'
import type { Action } from '../../src/domain/action.js'
import { reconcile } from '../../src/domain/reconcile.js'
import { action } from '../fixtures/actions.js'

const asAt = '2014-01-27'
const signed = action('signature', '2000-12-12')
const ratified = action('ratification', '2004-02-01')
const bounded = action('ratification', ['2004-01-01', '2004-12-31'])
const other = action('accession', '2005-06-30', { participant: 'AGO' })

const say = (one: Action) =>
  `${one.participant} ${one.action} ${one.earliest}${one.earliest === one.latest ? '' : `…${one.latest}`}`

type Case = [
  title: string,
  record: Action[],
  table: Action[],
  expected: { added?: string[]; corrected?: string[]; removed?: string[] },
]
const cases: Case[] = [
  ['an empty record takes everything', [], [signed, ratified], { added: [say(signed), say(ratified)] }],
  ['the same again changes nothing', [signed, ratified], [ratified, signed], {}],
  ['a new action is added', [signed], [signed, ratified], { added: [say(ratified)] }],
  [
    'another’s action is not one’s own',
    [signed, ratified],
    [signed, ratified, other],
    { added: [say(other)] },
  ],
  [
    'another day is a correction',
    [ratified],
    [action('ratification', '2004-02-11')],
    { corrected: [`${say(ratified)} → AFG ratification 2004-02-11`] },
  ],
  [
    'another kind of consent is a correction',
    [ratified],
    [action('accession', '2004-02-01')],
    { corrected: [`${say(ratified)} → AFG accession 2004-02-01`] },
  ],
  [
    'a known day replaces the bounds that contain it',
    [bounded],
    [ratified],
    { corrected: [`${say(bounded)} → ${say(ratified)}`] },
  ],
  ['bounds never replace a known day', [ratified], [bounded], {}],
  [
    'bounds beside the day that they contain are one action',
    [],
    [bounded, ratified],
    { added: [say(ratified)] },
  ],
  [
    'narrower bounds replace wider ones',
    [action('ratification', ['2003-01-01', '2005-12-31'])],
    [bounded],
    {
      corrected: ['AFG ratification 2003-01-01…2005-12-31 → AFG ratification 2004-01-01…2004-12-31'],
    },
  ],
  [
    'wider bounds never replace narrower ones',
    [bounded],
    [action('ratification', ['2003-01-01', '2005-12-31'])],
    {},
  ],
  [
    'a more certain source of the same day replaces a less certain one',
    [action('accession', '2004-02-01', { certainty: 'secondary' })],
    [action('accession', '2004-02-01')],
    {
      corrected: ['AFG accession 2004-02-01 → AFG accession 2004-02-01'],
    },
  ],
  [
    'a less certain source of the same day says nothing new',
    [ratified],
    [action('ratification', '2004-02-01', { certainty: 'inferred' })],
    {},
  ],
  [
    'a day of effect is news',
    [ratified],
    [action('ratification', '2004-02-01', { effectOn: '2004-03-02' })],
    {
      corrected: [`${say(ratified)} → ${say(ratified)}`],
    },
  ],
  [
    'who left and is not printed: the table denies neither',
    [signed, ratified, action('withdrawal', '2008-01-01')],
    [],
    {},
  ],
  [
    'who left and joined again, of which only that is printed',
    [ratified, action('withdrawal', '2008-01-01')],
    [action('ratification', '2012-01-01')],
    {
      added: ['AFG ratification 2012-01-01'],
    },
  ],
  [
    'who left and is printed as if it had not',
    [ratified, action('withdrawal', '2008-01-01')],
    [ratified],
    {
      removed: ['AFG withdrawal 2008-01-01'],
    },
  ],
  [
    'brackets contain the known day of a withdrawal',
    [ratified, action('withdrawal', '2008-01-01')],
    [ratified, action('withdrawal', ['2004-02-01', asAt], { effectOn: asAt })],
    {},
  ],
  [
    'a withdrawal known by brackets has ended before the next consent',
    [],
    [
      ratified,
      action('withdrawal', ['2004-02-01', asAt], { effectOn: asAt }),
      action('accession', '2010-05-05'),
    ],
    {
      added: [say(ratified), 'AFG withdrawal 2004-02-01…2010-05-05', 'AFG accession 2010-05-05'],
    },
  ],
  [
    'who left is printed with another day and no brackets: it would be a party again, so the withdrawal would go',
    [ratified, action('withdrawal', ['2004-02-01', asAt], { effectOn: asAt })],
    [action('ratification', '2004-02-11')],
    {
      corrected: [`${say(ratified)} → AFG ratification 2004-02-11`],
      removed: [`AFG withdrawal 2004-02-01…${asAt}`],
    },
  ],
  [
    'bounds that do not contain the day do not replace it',
    [ratified],
    [action('ratification', ['2010-01-01', '2010-12-31'])],
    { added: ['AFG ratification 2010-01-01…2010-12-31'], removed: [say(ratified)] },
  ],
  [
    'a less certain source moves no day of a more certain one',
    [ratified],
    [action('ratification', '2004-02-11', { certainty: 'secondary' })],
    { added: ['AFG ratification 2004-02-11'], removed: [say(ratified)] },
  ],
  ['a row that vanished is a removal', [signed, ratified], [signed], { removed: [say(ratified)] }],
  ['what came after “as at” stands', [signed, action('ratification', '2014-01-28')], [signed], {}],
  ['what may have come after “as at” stands', [action('accession', ['2014-01-01', '2015-01-31'])], [], {}],
  [
    'a known day replaces bounds that reach past “as at”',
    [action('accession', ['2014-01-01', '2015-01-31'])],
    [action('accession', '2014-01-20')],
    { corrected: ['AFG accession 2014-01-01…2015-01-31 → AFG accession 2014-01-20'] },
  ],
  [
    'the same State twice: both consents stand',
    [ratified, action('withdrawal', '2008-01-01')],
    [ratified, action('withdrawal', '2008-01-01'), action('accession', '2012-01-01')],
    { added: ['AFG accession 2012-01-01'] },
  ],
]

for (const [title, record, table, { added = [], corrected = [], removed = [] }] of cases) {
  t.test(title, async (t) => {
    const result = reconcile(record, table, { asAt })
    t.strictSame(result.additions.map(say), added)
    t.strictSame(
      result.corrections.map(({ from, to }) => `${say(from)} → ${say(to)}`),
      corrected,
    )
    t.strictSame(result.removals.map(say), removed)
  })
}

t.test('a table is silent about what it has no column for', async (t) => {
  const record = [signed, ratified]
  t.strictSame(reconcile(record, [ratified], { asAt, speaksOf: ['binds', 'leaves'] }).removals, [])
  t.strictSame(reconcile(record, [signed], { asAt, speaksOf: ['signs'] }).removals, [])
})

t.test('a table that does not say who performed an act leaves it as it is', async (t) => {
  const held = action('accession', '1984-05-30', { performedBy: 'YMD' })
  const printed = action('accession', '1984-05-30')
  t.strictSame(reconcile([held], [printed], { asAt: '2026-01-01' }), {
    additions: [],
    corrections: [],
    removals: [],
  })
  const { corrections } = reconcile([{ ...held, certainty: 'secondary' }], [printed], { asAt: '2026-01-01' })
  t.match(corrections, [{ to: { performedBy: 'YMD', certainty: 'depositary' } }])
  const later = reconcile([printed], [held], { asAt: '2026-01-01' })
  t.match(later.corrections, [{ to: { performedBy: 'YMD' } }], 'one that says so corrects it')
})

t.test('a table need not list States that had ended before it', async (t) => {
  const former = action('ratification', '1982-02-16', { participant: 'CSK' })
  const mayOmit = new Set(['CSK'])
  t.match(reconcile([former, ratified], [ratified], { asAt }), { removals: [{ participant: 'CSK' }] })
  t.match(reconcile([former, ratified], [ratified], { asAt, mayOmit }), { removals: [], additions: [] })
  const redated = action('ratification', '1982-02-17', { participant: 'CSK' })
  t.equal(reconcile([former], [redated], { asAt, mayOmit }).corrections.length, 1, 'what it lists counts')
})

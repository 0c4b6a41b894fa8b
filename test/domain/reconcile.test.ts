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

import t from 'tap'
import type { Action } from '../../src/domain/action.js'
import { actsOf, byActor, historyOf, periods, statusOn } from '../../src/domain/status.js'
import type { Day, StatusKind } from '../../src/domain/vocabulary.js'
import { action } from '../fixtures/actions.js'

const untoc = {
  code: 'untoc',
  inForceOn: '2003-09-29',
  entryIntoForceRule: 'thirtieth-day-after-deposit',
  withdrawalRule: 'one-year-after-notification',
} as const
const cedaw = { code: 'cedaw', inForceOn: '1981-09-03', withdrawalRule: null } as const
const protocol = { ...untoc, code: 'trafficking-protocol', inForceOn: '2003-12-25' } as const

const signed = action('signature', '2000-12-12')
const ratified = action('ratification', '2004-02-01')
const acceded = action('accession', '2005-06-30')
const left = action('withdrawal', '2010-03-01')
const bracketed = action('withdrawal', ['2004-02-02', '2013-06-11'], { effectOn: '2013-06-11' })
const leftOnTheDay = action('withdrawal', '2012-05-01')
const rejoinedThatDay = action('accession', '2012-05-01')

const revoked = action('withdrawal-revoked', '2010-09-01')
const early = action('ratification', '2003-01-01')
const tookBack = action('consent-withdrawn', '2003-05-01')

type Case = [title: string, history: Action[], on: Day, expected: StatusKind]
const cases: Case[] = [
  ['nothing done', [], '2026-01-01', 'none'],
  ['signed only', [signed], '2026-01-01', 'signatory'],
  ['before it signed', [signed], '2000-12-11', 'none'],
  ['on the day of signature', [signed], '2000-12-12', 'signatory'],
  ['signed and ratified', [signed, ratified], '2004-02-01', 'party'],
  ['signed, the day before it ratified', [signed, ratified], '2004-01-31', 'signatory'],
  ['acceded', [acceded], '2005-06-30', 'party'],
  ['signed, and acceded all the same (Cambodia, CEDAW)', [signed, acceded], '2006-01-01', 'party'],
  ['consent without signature or marker (Antigua and Barbuda)', [ratified], '2006-01-01', 'party'],
  ['succeeded', [action('succession', '2001-03-12')], '2001-03-12', 'party'],
  ['succeeded to a signature', [action('succession-to-signature', '2001-03-12')], '2001-03-12', 'signatory'],
  ['definitive signature', [action('definitive-signature', '2001-03-12')], '2001-03-12', 'party'],
  ['formal confirmation', [action('formal-confirmation', '2004-05-21')], '2004-05-21', 'party'],
  ['simplified procedure', [action('simplified-procedure', '2004-05-21')], '2004-05-21', 'party'],
  ['provisional application alone', [action('provisional-application', '2004-05-21')], '2005-01-01', 'none'],
  [
    'known within bounds, before the last day',
    [action('accession', ['2018-10-19', '2023-02-20'])],
    '2023-02-19',
    'none',
  ],
  [
    'known within bounds, on the last day',
    [action('accession', ['2018-10-19', '2023-02-20'])],
    '2023-02-20',
    'party',
  ],
  ['withdrawal notified, not yet effective', [ratified, left], '2011-02-28', 'party'],
  ['withdrawal effective after a year (UNTOC art. 40(2))', [ratified, left], '2011-03-01', 'withdrawn'],
  ['withdrawal known from brackets, before “as at”', [ratified, bracketed], '2013-06-10', 'party'],
  ['withdrawal known from brackets, “as at”', [ratified, bracketed], '2013-06-11', 'withdrawn'],
  [
    'withdrawn then rejoined, in between',
    [ratified, left, action('accession', '2015-01-01')],
    '2012-01-01',
    'withdrawn',
  ],
  ['withdrawn then rejoined', [ratified, left, action('accession', '2015-01-01')], '2015-01-01', 'party'],
  ['rejoined on the day it gave notice', [ratified, leftOnTheDay, rejoinedThatDay], '2013-06-01', 'party'],
  [
    'rejoined before the notice ran out',
    [ratified, left, action('accession', '2010-09-01')],
    '2012-01-01',
    'party',
  ],
  [
    'withdrawn, and signed anew',
    [ratified, left, action('signature', '2012-01-01')],
    '2012-01-01',
    'signatory',
  ],
  ['a withdrawal whose consent the record does not hold', [left], '2012-01-01', 'withdrawn'],
  [
    'a provisional application ended: it was never bound',
    [action('provisional-application', '2001-01-01'), left],
    '2012-01-01',
    'none',
  ],
  ['a signature taken back: it was never bound, and has not left', [signed, left], '2012-01-01', 'none'],
  // VCLT art. 68
  ['a notice of withdrawal revoked, between both', [ratified, left, revoked], '2010-06-01', 'party'],
  [
    'a notice of withdrawal revoked, on the day it was to take effect',
    [ratified, left, revoked],
    '2011-03-01',
    'party',
  ],
  ['a notice of withdrawal revoked, years later', [ratified, left, revoked], '2020-01-01', 'party'],
  [
    'revoked on the day of the notice',
    [ratified, left, action('withdrawal-revoked', '2010-03-01')],
    '2020-01-01',
    'party',
  ],
  [
    'revoked when it had taken effect: nothing was left to revoke',
    [ratified, left, action('withdrawal-revoked', '2011-03-01')],
    '2020-01-01',
    'withdrawn',
  ],
  [
    'revoked before the effect that is printed',
    [ratified, { ...left, effectOn: '2012-01-01' }, action('withdrawal-revoked', '2011-06-01')],
    '2020-01-01',
    'party',
  ],
  [
    'revoked, and withdrawn once more',
    [ratified, left, revoked, action('withdrawal', '2015-01-01')],
    '2016-01-01',
    'withdrawn',
  ],
  [
    'revoked, withdrawn once more, and revoked once more',
    [ratified, left, revoked, action('withdrawal', '2015-01-01'), action('withdrawal-revoked', '2015-02-01')],
    '2017-01-01',
    'party',
  ],
  [
    'a revocation before the notice revokes nothing',
    [ratified, action('withdrawal-revoked', '2009-01-01'), left],
    '2012-01-01',
    'withdrawn',
  ],
  ['a revocation alone binds nobody', [revoked], '2020-01-01', 'none'],
  [
    'a revocation of what the record does not hold leaves a party',
    [signed, ratified, revoked],
    '2020-01-01',
    'party',
  ],
  // A consent taken back before the treaty is in force for the State
  ['ratified, and took it back: a signatory', [signed, early, tookBack], '2005-01-01', 'signatory'],
  ['ratified, the day before it took it back', [signed, early, tookBack], '2003-04-30', 'party'],
  ['acceded, and took it back', [action('accession', '2003-01-01'), tookBack], '2005-01-01', 'none'],
  ['took it back, and ratified after all', [signed, early, tookBack, ratified], '2005-01-01', 'party'],
  [
    'a withdrawal before the treaty is in force',
    [signed, early, action('withdrawal', '2003-05-01')],
    '2005-01-01',
    'signatory',
  ],
  [
    'a withdrawal before it is in force for the State',
    [signed, ratified, action('withdrawal', '2004-02-15')],
    '2005-01-01',
    'signatory',
  ],
  [
    'a withdrawal when it is in force for the State',
    [signed, ratified, action('withdrawal', '2004-03-02')],
    '2006-01-01',
    'withdrawn',
  ],
  [
    'a ratification taken back when the treaty binds: a withdrawal, with its notice',
    [signed, ratified, action('consent-withdrawn', '2010-03-01')],
    '2011-02-28',
    'party',
  ],
  [
    'a ratification taken back when the treaty binds: a withdrawal, in effect',
    [signed, ratified, action('consent-withdrawn', '2010-03-01')],
    '2011-03-01',
    'withdrawn',
  ],
  [
    'in brackets, on some day up to “as at”: not known to be before it was in force',
    [signed, early, action('withdrawal', ['2003-01-01', '2003-05-01'])],
    '2006-01-01',
    'withdrawn',
  ],
  [
    'withdrawn, joined again and taken back: it has withdrawn',
    [signed, ratified, left, action('accession', '2012-01-01'), action('consent-withdrawn', '2012-01-15')],
    '2013-01-01',
    'withdrawn',
  ],
]

for (const [title, history, on, expected] of cases) {
  t.test(title, async (t) => {
    const dated = historyOf(history, untoc, undefined)
    t.equal(statusOn(on, dated).status, expected)
    t.strictSame(statusOn(on, [...dated].reverse()), statusOn(on, dated), 'in any order')
    const later = historyOf([...history, action('withdrawal', '2026-06-01')], untoc, undefined)
    t.equal(statusOn(on, later).status, expected, 'whatever comes later')
  })
}

t.test('a withdrawal takes effect by the rule of its own instrument', async (t) => {
  const history = historyOf(
    [
      { ...ratified, instrument: 'cedaw' },
      { ...left, instrument: 'cedaw' },
    ],
    cedaw,
    undefined,
  )
  t.equal(statusOn('2010-03-01', history).status, 'withdrawn', 'CEDAW has no clause: from the notification')
})

t.test('leaving UNTOC entails leaving its protocols (UNTOC art. 40(3))', async (t) => {
  const actions = [ratified, left, { ...ratified, instrument: 'trafficking-protocol' }]
  const history = historyOf(actions, protocol, untoc)
  t.equal(statusOn('2011-02-28', history).status, 'party')
  t.equal(statusOn('2011-03-01', history).status, 'withdrawn')
  t.strictSame(
    historyOf([ratified, left], protocol, untoc),
    [],
    'one who never joined the protocol leaves nothing',
  )
})

t.test(
  'what leaving UNTOC entails depends on no later action, and on nothing but consents before it',
  async (t) => {
    const to = (one: Action) => ({ ...one, instrument: 'trafficking-protocol' })
    const statusIn2012 = (...own: Action[]) =>
      statusOn('2012-01-01', historyOf([ratified, left, ...own.map(to)], protocol, untoc)).status
    t.equal(statusIn2012(action('accession', '2010-09-01')), 'withdrawn', 'joined during the notice')
    t.equal(statusIn2012(signed, action('accession', '2016-01-01')), 'signatory', 'joined years later')
    t.equal(statusIn2012(action('accession', '2011-06-01')), 'party', 'joined after it had left')
  },
)

t.test('a treaty of which only actions are known: the words tell, and the days of effect', async (t) => {
  const unknown = { code: 'untoc', inForceOn: null, entryIntoForceRule: null, withdrawalRule: null } as const
  const statusIn2020 = (...history: Action[]) =>
    statusOn('2020-01-01', historyOf(history, unknown, undefined)).status
  t.equal(statusIn2020(signed, ratified, left, revoked), 'party')
  t.equal(statusIn2020(signed, ratified, { ...left, effectOn: '2011-03-01' }, revoked), 'party')
  t.equal(statusIn2020(signed, ratified, left), 'withdrawn')
  t.equal(statusIn2020(signed, ratified, action('consent-withdrawn', '2010-03-01')), 'signatory')
  const inForce = { ...ratified, effectOn: '2004-05-01' }
  t.equal(statusIn2020(signed, inForce, action('withdrawal', '2004-04-01')), 'signatory')
  t.equal(statusIn2020(signed, inForce, action('withdrawal', '2004-06-01')), 'withdrawn')
  t.equal(statusIn2020(signed, inForce, action('consent-withdrawn', '2004-06-01')), 'withdrawn')
  t.strictSame(
    periods(historyOf([signed, ratified, left, revoked], unknown, undefined)).map(
      ({ status, from, withdrawal }) => [status, from, withdrawal],
    ),
    [
      ['signatory', '2000-12-12', null],
      ['party', '2004-02-01', null],
    ],
    'a party throughout',
  )
})

t.test('a notice that is revoked is shown until then, and entails nothing', async (t) => {
  const history = historyOf([signed, ratified, left, revoked], untoc, undefined)
  t.strictSame(
    periods(history).map(({ status, from, until, withdrawal }) => [
      status,
      from,
      until,
      withdrawal?.effectiveOn,
    ]),
    [
      ['signatory', '2000-12-12', '2004-02-01', undefined],
      ['party', '2004-02-01', '2010-03-01', undefined],
      ['party', '2010-03-01', '2010-09-01', '2011-03-01'],
      ['party', '2010-09-01', null, undefined],
    ],
  )
  const actions = [ratified, left, revoked, { ...ratified, instrument: 'trafficking-protocol' }]
  t.equal(statusOn('2012-01-01', historyOf(actions, protocol, untoc)).status, 'party')
})

t.test('the standing names the actions that it rests on', async (t) => {
  const standing = statusOn('2010-06-01', historyOf([left, ratified, signed], untoc, undefined))
  t.match(standing, {
    status: 'party',
    signature: { action: 'signature' },
    consent: { action: 'ratification' },
    withdrawal: { action: 'withdrawal', effectiveOn: '2011-03-01' },
  })
})

t.test('periods cover every day once, and leave out the days on which nothing stood', async (t) => {
  const history = historyOf([signed, ratified, left, action('accession', '2015-01-01')], untoc, undefined)
  t.strictSame(
    periods(history).map(({ status, from, until, withdrawal }) => [status, from, until, withdrawal !== null]),
    [
      ['signatory', '2000-12-12', '2004-02-01', false],
      ['party', '2004-02-01', '2010-03-01', false],
      ['party', '2010-03-01', '2011-03-01', true],
      ['withdrawn', '2011-03-01', '2015-01-01', true],
      ['party', '2015-01-01', null, false],
    ],
  )
  t.strictSame(periods([]), [])
})

t.test(
  'an act that its predecessor performed counts for a State from the day it took its place',
  async (t) => {
    const cedaw = { code: 'cedaw', inForceOn: '1981-09-03', withdrawalRule: null }
    const accession = action('accession', '1984-05-30', {
      instrument: 'cedaw',
      participant: 'YEM',
      performedBy: 'YMD',
    })
    const actions = byActor([accession])
    const statusOf = (participant: string, day: string) => {
      const acts = actsOf(participant, actions.get(participant) ?? [], () => '1990-05-21')
      return statusOn(day, historyOf(acts, cedaw, undefined)).status
    }
    t.equal(statusOf('YMD', '1984-05-30'), 'party')
    t.equal(statusOf('YEM', '1990-05-21'), 'none')
    t.equal(statusOf('YEM', '1990-05-22'), 'party')
    const ofLiving = actsOf('YEM', actions.get('YEM') ?? [], () => null)
    t.strictSame(ofLiving, [], 'while the other State exists, the act is its own alone')
  },
)

import t from 'tap'
import { progress } from '../../src/domain/progress.js'
import { historyOf, periods } from '../../src/domain/status.js'
import { action } from '../fixtures/actions.js'

const state = (code: string, memberFrom = '1945-10-24') =>
  ({ code, kind: 'member-state', group: 'african', memberFrom, memberUntil: null }) as const
const participants = [
  state('AGO'),
  state('DZA'),
  state('SSD', '2011-07-14'),
  { ...state('CHE'), group: null },
]

const terms = { code: 'untoc', inForceOn: null, withdrawalRule: null }
const of = (participant: string, ...actions: Parameters<typeof historyOf>[0]) =>
  periods(historyOf(actions, terms, undefined)).map((period) => ({ ...period, participant }))

const made = progress('2008-12-18', '2012-06-30', participants, [
  ...of('AGO', action('accession', '2005-01-01')),
  ...of('DZA', action('signature', '2000-12-12'), action('ratification', '2010-05-05')),
  ...of('SSD', action('accession', '2012-01-01')),
])

t.test('parties at adoption, at every year’s end and now', async (t) => {
  t.strictSame(made.atAdoption, { on: '2008-12-18', parties: 1, memberParties: 1, members: 3 })
  t.strictSame(
    made.yearEnds.map(({ on, parties, members }) => [on, parties, members]),
    [
      ['2008-12-31', 1, 3],
      ['2009-12-31', 1, 3],
      ['2010-12-31', 2, 3],
      ['2011-12-31', 2, 4],
    ],
  )
  t.strictSame(made.now, { on: '2012-06-30', parties: 3, memberParties: 3, members: 4 })
})

t.test('by regional group, and who joined since', async (t) => {
  t.strictSame(made.groups[0], {
    group: 'african',
    atAdoption: { members: 2, parties: 1 },
    now: { members: 3, parties: 3 },
  })
  t.strictSame(
    made.joinedSince.map(({ participant, from }) => `${participant} ${from}`),
    ['DZA 2010-05-05', 'SSD 2012-01-01'],
  )
})

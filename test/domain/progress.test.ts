import t from 'tap'
import { groupsOverall, progress } from '../../src/domain/progress.js'
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
  t.match(made.atAdoption, { on: '2008-12-18', parties: 1, memberParties: 1, members: 3, remaining: 2 })
  t.strictSame(
    made.yearEnds.map(({ on, parties, members }) => [on, parties, members]),
    [
      ['2008-12-31', 1, 3],
      ['2009-12-31', 1, 3],
      ['2010-12-31', 2, 3],
      ['2011-12-31', 2, 4],
    ],
  )
  t.match(made.now, { on: '2012-06-30', parties: 3, memberParties: 3, members: 4, share: 0.75 })
})

t.test('by regional group, ranked, and who joined since', async (t) => {
  t.strictSame(made.atAdoption.groups[0], { group: 'african', members: 2, parties: 1, share: 0.5 })
  t.strictSame(made.now.groups[0], { group: 'african', members: 3, parties: 3, share: 1 })
  t.match(made.ranking[0], { rank: 1, group: 'african', share: 1 })
  t.match(made.ranking.slice(1), [
    { rank: 2, members: 0, share: null },
    { rank: 2 },
    { rank: 2 },
    { rank: 2 },
  ])
  t.match(groupsOverall([made.atAdoption, made.now])[0], {
    group: 'african',
    members: 5,
    parties: 4,
    share: 0.8,
  })
  t.strictSame(
    made.joinedSince.map(({ period: { participant, from }, ordinal }) => [participant, from, ...ordinal]),
    [
      ['DZA', '2010-05-05', 2, 2],
      ['SSD', '2012-01-01', 3, 3],
    ],
  )
})

t.test('the place in the order of joining: within bounds where days are shared or not known', async (t) => {
  const cases: [Parameters<typeof action>[1], Parameters<typeof action>[1], unknown][] = [
    ['2010-05-05', '2011-01-01', { AGO: [1, 1], DZA: [2, 2] }],
    ['2010-05-05', '2010-05-05', { AGO: [1, 2], DZA: [1, 2] }],
    ['2010-05-05', ['2010-01-01', '2011-01-01'], { AGO: [1, 2], DZA: [1, 2] }],
    ['2010-05-05', ['2010-05-06', '2011-01-01'], { AGO: [1, 1], DZA: [2, 2] }],
  ]
  for (const [first, second, expected] of cases) {
    const { joinedSince } = progress('2008-12-18', '2012-06-30', participants, [
      ...of('AGO', action('accession', first)),
      ...of('DZA', action('accession', second)),
    ])
    const found = joinedSince.map(({ period: { participant }, ordinal }) => [participant, ordinal])
    t.strictSame(Object.fromEntries(found), expected, `${first} and ${second}`)
  }
  const left = [
    action('accession', '2000-01-01'),
    action('withdrawal', '2009-06-01', { effectOn: '2009-06-01' }),
  ]
  const { joinedSince } = progress('2008-12-18', '2012-06-30', participants, [
    ...of('AGO', ...left),
    ...of('DZA', action('accession', '2011-01-01')),
  ])
  t.strictSame(
    joinedSince.map(({ ordinal }) => ordinal),
    [[1, 1]],
    'who has left is not counted',
  )
})

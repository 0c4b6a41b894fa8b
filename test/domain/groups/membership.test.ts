import t from 'tap'
import { groupFaults } from '../../../src/domain/groups/check.js'
import { DayMonthOrYear, isInGroupOn, periodFault } from '../../../src/domain/groups/membership.js'
import { regionalPeriodOf } from '../../../src/domain/groups/regional.js'

/** `1963-05-25 2020-02-01` is a period; `–` is no day. */
const periodsOf = (text: string) =>
  text.split(', ').map((period) => {
    const [from = '–', until = '–'] = period.split(' ')
    return { from: from === '–' ? null : from, until: until === '–' ? null : until }
  })

t.test('who is a member on a day', (t) => {
  const cases = [
    ['the day before joining', '1963-05-25', '1963-05-24', false],
    ['the day of joining counts', '1963-05-25', '1963-05-25', true],
    ['the day before leaving', '1973-01-01 2020-02-01', '2020-01-31', true],
    ['the day of leaving does not count', '1973-01-01 2020-02-01', '2020-02-01', false],
    ['a year counts from its last day', '1976', '1976-12-30', false],
    ['a year, on its last day', '1976', '1976-12-31', true],
    ['a month counts from its last day', '1968-02', '1968-02-28', false],
    ['a month of a leap year, on its last day', '1968-02', '1968-02-29', true],
    ['leaving in a year counts from its last day', '1994-12-08 1997', '1997-12-30', true],
    ['left by the last day of the year', '1994-12-08 1997', '1997-12-31', false],
    ['without a first day it always was', '–', '1945-01-01', true],
    ['without a first day, until it left', '– 1993-05-24', '1993-05-24', false],
    ['between two memberships', '1963-05-25 1985-11-12, 2017-01-31', '2000-01-01', false],
    ['back again', '1963-05-25 1985-11-12, 2017-01-31', '2017-01-31', true],
  ] as const
  for (const [of, periods, day, expected] of cases) {
    t.equal(isInGroupOn(day, periodsOf(periods)), expected, of)
    t.equal(isInGroupOn(day, periodsOf(periods).reverse()), expected, `${of}, in any order`)
  }
  t.equal(isInGroupOn('2026-11-26', []), false, 'nobody without a period')
  t.end()
})

t.test('periods that cannot all hold', (t) => {
  const cases = [
    ['1963-05-25', null],
    ['1963-05-25 1985-11-12, 2017-01-31', null],
    ['1963-05-25 1985-11-12, 1985-11-12', null],
    ['1963-05-25 1963-05-25', { column: 'until', reason: /not later than “from”, 1963-05-25/ }],
    ['1976 1976-06', { column: 'until', reason: /not later than “from”, 1976/ }],
    [
      '1963-05-25, 2017-01-31',
      { column: 'from', reason: /another period of the same member, from 1963-05-25 on/ },
    ],
    ['1963-05-25 1985-11-12, 1985', null],
    ['1963-05-25 1985-11-12, 1985-06', { column: 'from', reason: /until 1985-11-12/ }],
    ['– 1985, 1980', { column: 'from', reason: /without a first day until 1985/ }],
    ['–, 1980', { column: 'from', reason: /without a first day on/ }],
  ] as const
  for (const [periods, expected] of cases) {
    const found = periodFault(periodsOf(periods))
    if (expected === null) t.equal(found, null, periods)
    else t.match(found, expected, periods)
  }
  t.end()
})

t.test('a day, a month or a year', (t) => {
  for (const good of ['1963-05-25', '1963-05', '1963', '2024-02-29'])
    t.ok(DayMonthOrYear.safeParse(good).success, good)
  for (const bad of [
    '',
    '63',
    '1963-13',
    '1963-00',
    '1963-02-29',
    '1963-5',
    '25 May 1963',
    '1963/64',
    '1963-05-25/1964-05-25',
  ])
    t.match(DayMonthOrYear.safeParse(bad).error?.issues[0]?.message, /is neither a day like/, bad)
  t.end()
})

t.test('a regional group has Members alone, a former State up to its last day', (t) => {
  const of = (memberFrom: string | null, memberUntil: string | null) =>
    regionalPeriodOf({ kind: 'member-state', memberFrom, memberUntil })
  t.strictSame(of('2002-09-10', null), { from: '2002-09-10', until: null })
  t.strictSame(of('1945-10-24', '1992-12-31'), { from: '1945-10-24', until: '1993-01-01' })
  t.equal(of(null, null), null)
  t.end()
})

t.test('what contradicts itself in a record', (t) => {
  const group = (members: Record<string, string>) => [
    {
      code: 'friends',
      members: new Map(Object.entries(members).map(([code, text]) => [code, periodsOf(text)])),
    },
  ]
  const lastDayOf = (code: string) => (code === 'YUG' ? '1992-04-27' : null)
  t.strictSame(groupFaults(group({ FRA: '1990', YUG: '1961-09-01 1992-04-28' }), lastDayOf), [])
  t.match(groupFaults(group({ FRA: '1990, 1995', YUG: '1961-09-01' }), lastDayOf), [
    { rule: /follow each other/, detail: /^FRA in friends: / },
    { rule: /after the State has ended/, detail: 'YUG in friends: its last day was 1992-04-27' },
  ])
  t.end()
})

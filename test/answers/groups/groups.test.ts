import t from 'tap'
import { groupAt, groupOnDay, groupsIn, partiesIn } from '../../../src/answers/groups/groups.js'
import { groupsNamed, inGroups } from '../../../src/answers/groups/membership.js'
import { openReading } from '../../../src/answers/reading.js'
import { everFound, statesIn } from '../../../src/answers/states.js'
import { openStore } from '../../../src/db/store.js'
import { seededDatabase } from '../../fixtures/seeded.js'

// The totals that the groups themselves print, or that are known, on the day of this edition and on past ones.

const onEditionDay = `
  african 54  asia-pacific 54  eastern-european 23  latin-american-and-caribbean 33  western-european-and-others 29
  african-union 54  ecowas 12  sadc 16  eac 8  comesa 21  amu 5  alliance-of-sahel-states 3  igad 7  eccas 10
  league-of-arab-states 22  oic 57  gcc 6  asean 11  saarc 8  mercosur 6  sica 8  celac 33  cplp 9  nato 32  g7 7  oecd 38
  pacific-islands-forum 16  caricom 14  oas 34  european-union 27  council-of-europe 46  commonwealth 56  osce 57  cis 9  oif 50
  g20 20  brics 10  non-aligned-movement 121  un-security-council-permanent 5
  least-developed-countries 43  landlocked-developing-countries 32  small-island-developing-states 39
`

const onPastDays = [
  ['european-union', '1957-12-31', 0],
  ['european-union', '1958-01-01', 6],
  ['european-union', '1995-01-01', 15],
  ['european-union', '2004-05-01', 25],
  ['european-union', '2013-07-01', 28],
  ['european-union', '2020-01-31', 28],
  ['european-union', '2020-02-01', 27],
  ['council-of-europe', '2022-03-15', 47],
  ['council-of-europe', '2022-03-16', 46],
  ['commonwealth', '2016-12-31', 52],
  ['least-developed-countries', '1971-12-31', 24],
  ['least-developed-countries', '1991-12-31', 47],
  ['least-developed-countries', '2026-11-23', 44],
  ['least-developed-countries', '2026-11-24', 43],
  ['african-union', '1963-05-25', 32],
  ['eastern-european', '1990-01-01', 11],
] as const

const today = '2026-11-26'

t.test('every group has as many members as are printed or known', async (t) => {
  const store = openStore(seededDatabase(t))
  const on = (asOf: string) => openReading({ store, today: () => today }, { asOf })
  const expected = new Map(
    [...onEditionDay.matchAll(/(\S+) (\d+)/g)].map(([, code = '', members]) => [code, Number(members)]),
  )
  const counted = groupsIn(on(today), {})
  t.equal(counted.length, 42)
  for (const { group, members } of counted) {
    t.equal(members, expected.get(group.code), group.code)
    t.equal(groupOnDay(on(today), group).members.length, members, `${group.code}, listed`)
    t.equal(statesIn(on(today), { group: [group.code] }).length, members, `${group.code}, as a filter`)
  }
  for (const [code, day, members] of onPastDays)
    t.equal(statesIn(on(day), { group: [code] }).length, members, `${code} on ${day}`)
})

t.test('every row has its certainty and its source, and days that are days', async (t) => {
  const client = seededDatabase(t).$client
  const count = (where: string) =>
    client.prepare(`SELECT count(*) FROM group_members WHERE ${where}`).pluck().get()
  t.equal(count('TRUE'), 1007)
  t.equal(count("certainty = 'inferred'"), 424)
  t.equal(count('length(valid_from) = 4 OR length(valid_until) = 4'), 209)
  t.equal(count('length(valid_from) = 7 OR length(valid_until) = 7'), 6)
  t.equal(count("length(source) < 4 OR source LIKE '%own knowledge%' OR source LIKE '%[%'"), 0)
})

t.test('who is in a group on a day: the one function that filters ask', async (t) => {
  const store = openStore(seededDatabase(t))
  const isIn = (asOf: string, group: string, code: string) => {
    const reading = openReading({ store, today: () => today }, { asOf })
    const [state] = everFound(reading, { state: [code] })
    return state !== undefined && inGroups(reading, [group])(state)
  }
  const cases = [
    ['2020-01-31', 'european-union', 'GBR', true],
    ['2020-02-01', 'european-union', 'GBR', false],
    ['1985-11-11', 'african-union', 'MAR', true],
    ['2000-01-01', 'african-union', 'MAR', false],
    ['2017-01-31', 'AU', 'MAR', true],
    ['2025-01-28', 'ecowas', 'MLI', true],
    ['2025-01-29', 'ecowas', 'MLI', false],
    ['2026-11-26', 'OIC', 'PSE', true],
    ['2026-11-26', 'Pacific Islands Forum', 'COK', true],
    ['1990-05-21', 'league-of-arab-states', 'YMD', true],
    // A State that has ended is asked for its last day.
    ['2026-11-26', 'league-of-arab-states', 'YMD', true],
    ['2026-11-26', 'eastern-european', 'CSK', true],
    ['2026-11-26', 'european-union', 'DDR', false],
    // Not yet a Member of the United Nations, so in none of its groups.
    ['2002-09-09', 'western-european-and-others', 'CHE', false],
    ['2002-09-10', 'western-european-and-others', 'CHE', true],
    ['1956-09-07', 'landlocked-developing-countries', 'AFG', true],
  ] as const
  for (const [day, group, code, expected] of cases)
    t.equal(isIn(day, group, code), expected, `${code}, ${group}, ${day}`)
})

t.test('names, abbreviations, and hints where one is nearly right', async (t) => {
  const store = openStore(seededDatabase(t))
  const codeOf = (given: string) => groupsNamed({ store }, [given])[0]?.code
  for (const given of ['african-union', 'African Union', 'AU', 'au', 'AFRICAN-UNION'])
    t.equal(codeOf(given), 'african-union', given)
  t.equal(codeOf('grulac'), 'latin-american-and-caribbean')
  const hints = [
    ['afrcan', /did you mean african \(African States\)\? Allowed: african, asia-pacific/],
    ['arab league', /is not a group; allowed: .*small-island-developing-states, saarc, sadc, mercosur$/],
    ['arab', /did you mean amu \(Arab Maghreb Union\) or league-of-arab-states \(League of Arab States\)\?/],
    ['developing', /landlocked-developing-countries .* or small-island-developing-states/],
  ] as const
  for (const [given, message] of hints) t.throws(() => codeOf(given), { message, parameter: 'group' }, given)
})

t.test('a group’s counts are those of its States, on the list as on its page', async (t) => {
  const store = openStore(seededDatabase(t))
  for (const asOf of ['1965-01-01', '1999-06-30', '2026-11-26']) {
    const reading = openReading({ store, today: () => today }, { asOf })
    for (const code of ['african-union', 'pacific-islands-forum', 'g20', 'eastern-european', 'osce']) {
      const group = groupAt(reading, code)
      const { standings, members } = groupOnDay(reading, group)
      const shareOf = partiesIn(
        reading,
        [group],
        standings.map(({ instrument }) => instrument),
      )
      for (const { instrument, states, parties, missing } of standings) {
        t.strictSame(
          shareOf(group, instrument),
          { members: states, parties },
          `${code} ${instrument.code} ${asOf}`,
        )
        t.ok(parties + missing.length <= states)
        t.ok(states <= members.length)
      }
    }
  }
})

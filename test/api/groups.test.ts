import { parse } from 'csv-parse/sync'
import t from 'tap'
import { openStore } from '../../src/db/store.js'
import { addGroup } from '../../src/db/write/group-writer.js'
import { seededApp } from '../fixtures/seeded.js'

interface Coded {
  readonly code: string
}
interface Row extends Coded {
  readonly state?: Coded
}
const codesOf = (rows: readonly Coded[]): string[] => rows.map(({ code }) => code)
const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true })

t.test('groups, with the number of their members on the day', async (t) => {
  const { ask, app } = await seededApp(t)
  const { body, headers } = await ask('/v1/groups')
  t.equal(headers['x-total-count'], '42')
  t.match(body.data[0], { code: 'african', kind: 'regional-group', members: 54 })
  t.match(
    body.data.find(({ code }: Coded) => code === 'african-union'),
    {
      name: 'African Union',
      shortName: 'AU',
      kind: 'regional-organization',
      url: /^https:\/\/au\.int/,
      source: /World Population Review/,
      members: 54,
    },
  )
  t.strictSame(codesOf((await ask('/v1/groups?state=PSE,NIU')).body.data), [
    'league-of-arab-states',
    'non-aligned-movement',
    'oic',
    'pacific-islands-forum',
    'small-island-developing-states',
  ])
  t.match((await ask('/v1/groups?kind=regional-group')).body.data, { length: 5 })
  t.match((await ask('/v1/groups?kind=club')).body.detail, /“club” is not one of: regional-group/)
  t.match((await ask('/v1/groups?state=ZZZ')).body.errors, [{ parameter: 'state' }])
  const then = (await ask('/v1/groups?kind=economic&asOf=1960-01-01')).body.data
  t.ok(
    then.every(({ members }: { members: number }) => members === 0),
    'none of them was there yet',
  )
  const csv = rowsOf((await app.inject('/v1/groups.csv?state=FRA')).body)
  t.match(csv[0], { code: 'western-european-and-others', members: '29' })
})

t.test('one group: members with their days and sources, and who is missing', async (t) => {
  const { ask, app } = await seededApp(t)
  const { body } = await ask('/v1/groups/african-union')
  t.equal(body.members.length, 54)
  const member = (code: string) => body.members.find((one: Coded) => one.code === code)
  t.strictSame(member('GHA'), {
    code: 'GHA',
    name: 'Ghana',
    kind: 'member-state',
    from: { on: '1963-05-25', between: null, earliest: '1963-05-25', latest: '1963-05-25' },
    until: null,
    certainty: 'secondary',
    source: 'World Population Review: founder of the OAU',
  })
  t.strictSame(member('NAM').from, {
    on: null,
    between: ['1990-06-01', '1990-06-30'],
    earliest: '1990-06-01',
    latest: '1990-06-30',
  })
  t.match(body.formerMembers, [{ code: 'MAR', until: { on: '1985-11-12' }, certainty: 'inferred' }])
  t.match(
    body.instruments.find(({ instrument }: { instrument: Coded }) => instrument.code === 'cedaw'),
    { states: 54, parties: 52, missing: [{ code: 'SOM', status: 'none' }, { code: 'SDN' }] },
  )
  const lldc = (await ask('/v1/groups/landlocked-developing-countries')).body
  t.strictSame(lldc.members[0].from, null, 'by geography, without a day')
  t.strictSame(
    lldc.formerMembers.map(({ code, until }: Coded & { until: { on: string } }) => [code, until.on]),
    [],
  )

  const rows = rowsOf((await app.inject('/v1/groups/african-union.csv')).body)
  t.strictSame(
    rows.map(({ code }) => code),
    codesOf(body.members),
  )
  t.match(
    rows.find(({ code }) => code === 'NAM'),
    { 'from.on': '', 'from.earliest': '1990-06-01', 'from.latest': '1990-06-30', certainty: 'secondary' },
  )
  const asked = { url: '/v1/groups/african-union', headers: { accept: 'text/csv' } }
  t.strictSame(rowsOf((await app.inject(asked)).body), rows)

  for (const given of ['AU', 'African-Union', 'African%20Union'])
    t.equal(
      (await app.inject(`/v1/groups/${given}?asOf=2020-01-01`)).headers.location,
      '/v1/groups/african-union?asOf=2020-01-01',
    )
  t.equal((await app.inject('/v1/groups/AU.csv')).headers.location, '/v1/groups/african-union.csv')
  t.match(await ask('/v1/groups/nobody'), {
    status: 404,
    body: { detail: 'The group “nobody” is not in the record' },
  })
})

t.test(
  'Which parties to CEDAW in the African Union have a reservation to article 16, and who objected?',
  async (t) => {
    const { ask, app } = await seededApp(t)
    const query =
      'instrument=cedaw&article=16&group=african-union&kind=reservation&standing=standing,partly-withdrawn'
    const { data } = (await ask(`/v1/statements?${query}`)).body
    const found = data.map(({ state, objectedBy }: { state: Coded; objectedBy: Coded[] }) => [
      state.code,
      codesOf(objectedBy).join('; '),
    ])
    t.strictSame(found, [
      ['DZA', 'DEU; DNK; NLD; NOR; PRT; SWE'],
      ['EGY', 'DEU; MEX; NLD'],
      ['LBY', 'DEU; DNK; FIN; MEX; NLD; NOR; SWE'],
      ['MRT', 'AUT; DEU; DNK; FIN; GBR; NLD; NOR; PRT; SWE'],
      ['NER', 'DNK; FIN; NOR; SWE'],
    ])
    const rows = rowsOf((await app.inject(`/v1/statements.csv?${query}`)).body)
    t.strictSame(
      rows.map((row) => [row['state.code'], row['objectedBy.code']]),
      found,
    )
    // Morocco was outside of the Organization of African Unity when it acceded with its reservation to article 16.
    const then = (await ask(`/v1/statements?${query}&asOf=2005-01-01`)).body.data
    t.notOk(then.some(({ state }: { state: Coded }) => state.code === 'MAR'))
    t.ok(
      (
        await ask(`/v1/statements?${query.replace('african-union', 'african')}&asOf=2005-01-01`)
      ).body.data.some(({ state }: { state: Coded }) => state.code === 'MAR'),
    )
  },
)

t.test('every list takes any group, as of the day asked about', async (t) => {
  const { ask } = await seededApp(t)
  const total = async (url: string) => Number((await ask(url)).headers['x-total-count'])
  const members = new Set(codesOf((await ask('/v1/groups/african-union')).body.members))
  const lists = [
    '/v1/states?',
    '/v1/outstanding?complete=true&',
    '/v1/statuses?instrument=cedaw&',
    '/v1/instruments/cedaw/statuses?',
    '/v1/statuses?nextStep=ratify&',
    '/v1/actions?instrument=cedaw&action=accession&',
    '/v1/changes?instrument=cedaw&action=accession&',
    '/v1/statements?kind=reservation&article=29(1)&',
    '/v1/instruments/cedaw/statements?kind=reservation&',
    '/v1/changes/statements?instrument=cedaw&event=withdrawn&',
  ]
  for (const url of lists) {
    const all: Row[] = (await ask(`${url}limit=1000`)).body.data
    const own: Row[] = (await ask(`${url}limit=1000&group=african-union`)).body.data
    t.ok(own.length > 0 && own.length < all.length, url)
    t.strictSame(
      own,
      all.filter((row) => members.has(row.state?.code ?? row.code)),
      url,
    )
  }
  t.equal((await ask('/v1/instruments/cedaw/articles?group=african-union')).status, 200)
  t.equal((await ask('/v1/territories?group=european-union&territory=BMU')).headers['x-total-count'], '0')
  t.ok((await total('/v1/territories?group=commonwealth&territory=BMU')) > 0)
  for (const url of ['/v1/feeds/actions.json', '/v1/feeds/statements.json']) {
    const { items } = (await ask(`${url}?group=amu`)).body
    t.ok(items.length > 0, url)
    t.equal((await ask(`${url}?group=nobody`)).status, 400, url)
  }
  t.equal(await total('/v1/states?group=european-union,african-union'), 81, 'alternatives')
  t.equal(await total('/v1/states?group=EU&group=AU'), 81)
  t.equal(await total('/v1/states?group=european-union&asOf=2019-01-01'), 28)
  t.equal(
    await total('/v1/actions?state=YMD&group=league-of-arab-states'),
    1,
    'a State that has ended, as on its last day',
  )
  t.match((await ask('/v1/states?group=afrcan')).body, {
    status: 400,
    detail:
      /“afrcan” is not a group; did you mean african \(African States\)\? Allowed: african, .*sadc, mercosur$/,
    errors: [{ parameter: 'group' }],
  })
})

t.test('a group that an operator adds is there at once, without a new revision', async (t) => {
  const { ask, db } = await seededApp(t)
  const before = await ask('/v1/groups')
  const friend = { from: '2020', until: null, certainty: 'secondary' as const, source: 'our list' }
  addGroup(db, { code: 'friends', name: 'Friends of CEDAW', kind: 'other' }, [
    { participant: 'GHA', ...friend },
    { participant: 'FRA', ...friend },
  ])
  t.strictSame(codesOf((await ask('/v1/states?group=friends')).body.data), ['FRA', 'GHA'])
  t.equal((await ask('/v1/states?group=friends&asOf=2020-12-30')).headers['x-total-count'], '0')
  const after = await ask('/v1/groups')
  t.not(after.headers.etag, before.headers.etag, 'caches notice')
  t.equal(after.body.meta.revision, 1)
  t.match(openStore(db).groups.named('friends of cedaw'), { code: 'friends', isAdded: true })
})

import t from 'tap'
import { regionalGroups } from '../../src/domain/vocabulary.js'
import { seededApp } from '../fixtures/seeded.js'

t.test('the entry point leads everywhere, and tells how far the record goes', async (t) => {
  const { app, ask } = await seededApp(t)
  const { body } = await ask('/v1')
  t.match(body.instruments, [{ code: 'untoc', asAt: '2025-04-30', href: '/v1/instruments/untoc' }])
  t.equal(body.meta.revision, 1)
  for (const [name, address] of Object.entries<string>(body.resources))
    if (address.startsWith('/v1')) t.equal((await app.inject(address)).statusCode, 200, name)
})

t.test('an instrument, with its final clauses', async (t) => {
  const { ask } = await seededApp(t)
  const { body } = await ask('/v1/instruments/trafficking-protocol')
  t.match(body, {
    code: 'trafficking-protocol',
    number: 'XVIII-12-a',
    adopted: { on: '2000-11-15', place: 'New York' },
    inForceOn: '2003-12-25',
    depositary: { url: /mtdsg_no=XVIII-12-a/ },
    convention: { code: 'untoc' },
    rules: {
      entryIntoForce: { rule: 'thirtieth-day-after-deposit', article: 'Trafficking Protocol art. 17(2)' },
      signature: { openUntil: '2002-12-12' },
      withdrawal: { rule: 'one-year-after-notification' },
    },
    preconditions: [{ instrument: { code: 'untoc' }, requires: 'party', article: 'UNTOC art. 37(2)' }],
    urgedBy: [{ resolution: 'A/RES/63/194', paragraph: 1 }],
  })
  t.match(
    (await ask('/v1/instruments/crc')).body,
    { urgedBy: [], counts: { outstanding: 0 } },
    'no paragraph urges the CRC',
  )
  t.strictSame((await ask('/v1/instruments')).body.data.length, 6)
  const second = (await ask('/v1/instruments?paragraph=2')).body.data.map(
    ({ code }: { code: string }) => code,
  )
  t.strictSame(second, ['opsc', 'cedaw', 'supplementary-slavery-convention'])
})

t.test('actions, in order of date', async (t) => {
  const { ask } = await seededApp(t)
  const { body, headers } = await ask('/v1/actions?state=USA')
  const days: string[] = body.data.map(({ countsFrom }: { countsFrom: string }) => countsFrom)
  t.strictSame(days, [...days].sort())
  t.equal(headers['x-total-count'], '9')
  t.match(body.data[0], {
    state: { code: 'USA' },
    instrument: { code: 'supplementary-slavery-convention' },
    action: 'accession',
    on: '1967-12-06',
    between: null,
    certainty: 'depositary',
    revision: 1,
  })
  const count = async (query: string) =>
    Number((await ask(`/v1/actions?${query}&limit=1`)).headers['x-total-count'])
  t.equal(await count('instrument=cedaw&action=signature'), 102)
  t.equal(
    await count('instrument=cedaw&action=signature&asOf=1980-07-17'),
    await count('instrument=cedaw&action=signature&until=1980-07-17'),
  )
  t.equal(await count('since=1980-07-17&until=1980-07-17&instrument=cedaw'), 54)
  t.equal(await count('asOf=2026-11-23'), 1738)
  t.equal(
    await count('group=african&instrument=crc&action=accession'),
    await count('kind=member-state&group=african&instrument=crc&action=accession'),
  )
})

t.test('a resolution, and how far it was followed', async (t) => {
  const { ask } = await seededApp(t)
  const { body } = await ask('/v1/resolutions/a-res-63-194')
  t.match(body, {
    symbol: 'A/RES/63/194',
    adoptedOn: '2008-12-18',
    addresses: 'member-states',
    url: /undocs\.org/,
    paragraphs: [
      { paragraph: 1, summary: String, instruments: [{ code: 'untoc' }, { code: 'trafficking-protocol' }] },
      {
        paragraph: 2,
        summary: String,
        instruments: [{ code: 'opsc' }, { code: 'cedaw' }, { code: 'supplementary-slavery-convention' }],
      },
    ],
  })
  const progress = (await ask('/v1/resolutions/a-res-63-194/progress')).body
  t.equal(progress.instruments.length, 5)
  for (const { instrument, atAdoption, yearEnds, now, joinedSince, ranking } of progress.instruments) {
    const then = (await ask(`/v1/instruments/${instrument.code}?asOf=2008-12-18`)).body.counts
    const today = (await ask(`/v1/instruments/${instrument.code}`)).body.counts
    t.match(atAdoption, { on: '2008-12-18', parties: then.parties, members: 192 })
    t.equal(atAdoption.members - atAdoption.memberParties, then.outstanding)
    t.match(now, { parties: today.parties, members: 193 })
    t.equal(joinedSince.length, now.parties - atAdoption.parties)
    t.strictSame([yearEnds.length, yearEnds[0].on, yearEnds.at(-1).on], [18, '2008-12-31', '2025-12-31'])
    for (const { groups, memberParties, members, remaining, share } of [atAdoption, ...yearEnds, now]) {
      const sum = (of: 'members' | 'parties') =>
        groups.reduce((total: number, group: Record<typeof of, number>) => total + group[of], 0)
      t.strictSame([sum('parties'), sum('members')], [memberParties, members], 'every Member is in a group')
      t.equal(remaining, members - memberParties)
      t.equal(share, Number((memberParties / members).toFixed(4)))
    }
    t.strictSame(ranking.map(({ group }: { group: string }) => group).sort(), [...regionalGroups].sort())
    const places = joinedSince.map(
      ({ ordinal, ordinalBetween }: { ordinal: number; ordinalBetween: number[] }) =>
        ordinal ?? ordinalBetween[1],
    )
    t.equal(Math.max(...places), now.parties, 'the last to join is the newest party')
  }
  t.strictSame((await ask('/v1/resolutions?asOf=2008-12-17')).body.data, [])
})

t.test('where the record came from', async (t) => {
  const { ask } = await seededApp(t)
  const { body } = await ask('/v1/imports/1')
  t.match(body, {
    id: 1,
    fileName: 'seed/actions.csv',
    sha256: /^[0-9a-f]{64}$/,
    format: 'long',
    rows: 1738,
    warnings: [],
  })
  t.match(body.tables[0], {
    instrument: { code: 'cedaw' },
    asAt: '2026-04-13',
    added: 294,
    corrected: 0,
    removed: 0,
  })
  t.equal((await ask('/v1/imports')).body.data.length, 1)
})

t.test('ready once the record is there', async (t) => {
  const { ask } = await seededApp(t)
  t.strictSame((await ask('/readyz')).body, { status: 'ready', revision: 1, primary: null })
  t.strictSame((await ask('/healthz')).body, { status: 'ok' })
})

t.test('a node whose primary is away says so with every answer', async (t) => {
  const primary = { syncedAt: '2026-11-23T09:00:00.000Z', awaySince: '2026-11-23T09:00:01.000Z' }
  const { ask } = await seededApp(t, { replicaStatus: () => primary })
  t.strictSame((await ask('/readyz')).body, { status: 'ready', revision: 1, primary })
  for (const address of ['/v1', '/v1', '/v1/states/ZZZ'])
    t.equal((await ask(address)).headers['primary-away-since'], primary.awaySince)
})

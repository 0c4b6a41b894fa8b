import t from 'tap'
import { seededApp } from '../fixtures/seeded.js'

t.test('a status, with its dates, certainty and source', async (t) => {
  const { ask } = await seededApp(t)
  const { body } = await ask('/v1/states/AFG/statuses?instrument=cedaw')
  t.strictSame(body.data, [
    {
      state: { code: 'AFG', name: 'Afghanistan', kind: 'member-state' },
      instrument: { code: 'cedaw', shortName: 'CEDAW' },
      status: 'party',
      signature: {
        action: 'signature',
        on: '1980-08-14',
        between: null,
        earliest: '1980-08-14',
        latest: '1980-08-14',
        performedBy: null,
        certainty: 'depositary',
        source: 'depositary status page IV-8 as at 2026-02-03',
      },
      consent: {
        action: 'ratification',
        on: '2003-03-05',
        between: null,
        earliest: '2003-03-05',
        latest: '2003-03-05',
        performedBy: null,
        certainty: 'depositary',
        source: 'depositary status page IV-8 as at 2026-02-03',
        inForceOn: '2003-04-04',
      },
      withdrawal: null,
      statements: {
        standing: 0,
        reservations: 0,
        objectionsReceived: 0,
        coverage: 'whole',
        asAt: '2026-02-03',
      },
      asAt: '2026-04-13',
      gap: null,
    },
  ])
  t.match(body.links, { self: '/v1/states/AFG/statuses?instrument=cedaw', next: null })
})

t.test('the day the treaty entered into force for a State', async (t) => {
  const { ask } = await seededApp(t)
  const vectors = [
    ['DZA', 'trafficking-protocol', '2004-03-09', '2004-04-08'],
    ['BLZ', 'trafficking-protocol', '2003-09-26', '2003-12-25'],
    ['AND', 'opsc', '2001-04-30', '2002-01-18'],
    ['BEN', 'opsc', '2005-01-31', '2005-02-28'],
    ['USA', 'supplementary-slavery-convention', '1967-12-06', '1967-12-06'],
    ['BIH', 'cedaw', '1993-09-01', null],
  ]
  for (const [state, instrument, on, inForceOn] of vectors) {
    const { body } = await ask(`/v1/states/${state}/statuses?instrument=${instrument}`)
    t.match(body.data[0].consent, { on, inForceOn }, `${state} ${instrument}`)
  }
})

t.test('a consent known only within bounds counts from its latest day', async (t) => {
  const { ask } = await seededApp(t)
  const consent = async (asOf: string) =>
    (await ask(`/v1/states/PLW/statuses?instrument=untoc&asOf=${asOf}`)).body.data[0]
  t.match(await consent('2019-05-26'), { status: 'none', consent: null })
  t.match(await consent('2019-05-27'), {
    status: 'party',
    consent: {
      action: 'accession',
      on: null,
      between: ['2018-10-19', '2019-05-27'],
      earliest: '2018-10-19',
      latest: '2019-05-27',
      inForceOn: null,
      certainty: 'secondary',
    },
  })
})

t.test('everyone’s status to an instrument, and who is left out', async (t) => {
  const { ask } = await seededApp(t)
  const { body } = await ask('/v1/instruments/untoc/statuses')
  const kinds = (kind: string) =>
    body.data.filter((row: { state: { kind: string } }) => row.state.kind === kind).length
  t.equal(kinds('member-state'), 193)
  t.equal(kinds('observer-state'), 2)
  t.equal(kinds('other-state'), 2)
  t.equal(kinds('organization'), 1, 'the European Union alone has acted')
  const cedaw = (await ask('/v1/instruments/cedaw/statuses')).body
  t.notOk(
    cedaw.data.some((row: { state: { code: string } }) => row.state.code === 'EUE'),
    'and not on CEDAW',
  )
  t.strictSame(
    (await ask('/v1/states/EUE/statuses')).body.data.map(
      (row: { instrument: { code: string } }) => row.instrument.code,
    ),
    ['untoc', 'trafficking-protocol'],
  )
})

t.test('a State that joined before its admission is there, and is no Member yet', async (t) => {
  const { ask } = await seededApp(t)
  const { body } = await ask('/v1/instruments/cedaw/statuses?asOf=2002-09-09&kind=other-state')
  t.strictSame(body.data.map((row: { state: { code: string } }) => row.state.code).sort(), [
    'CHE',
    'COK',
    'NIU',
  ])
})

t.test('an instrument that did not exist yet says so', async (t) => {
  const { ask } = await seededApp(t)
  for (const path of [
    '/v1/instruments/cedaw',
    '/v1/instruments/cedaw/statuses',
    '/v1/statuses?instrument=cedaw',
    '/v1/outstanding?instrument=cedaw',
  ]) {
    const { status, body } = await ask(`${path}${path.includes('?') ? '&' : '?'}asOf=1979-12-17`)
    t.equal(status, 404)
    t.match(body, {
      type: '/problems/not-yet-adopted',
      detail: 'CEDAW did not exist on 1979-12-17: it was adopted on 1979-12-18',
    })
  }
  t.equal((await ask('/v1/instruments/cedaw?asOf=1979-12-18')).status, 200)
  t.notOk(
    (await ask('/v1/instruments?asOf=1979-12-17')).body.data.some(
      ({ code }: { code: string }) => code === 'cedaw',
    ),
  )
})

t.test('the matrix, filtered', async (t) => {
  const { ask } = await seededApp(t)
  const rows = async (query: string): Promise<string[]> =>
    (await ask(`/v1/statuses?${query}`)).body.data.map(
      (row: { state: { code: string }; instrument: { code: string }; status: string }) =>
        `${row.state.code} ${row.instrument.code} ${row.status}`,
    )
  t.strictSame(await rows('state=usa,ir&instrument=cedaw'), ['IRN cedaw none', 'USA cedaw signatory'])
  t.strictSame(await rows('state=USA&paragraph=1'), ['USA untoc party', 'USA trafficking-protocol party'])
  t.strictSame(await rows('state=USA&resolution=a-res-63-194&status=signatory'), ['USA cedaw signatory'])
  t.strictSame(await rows('instrument=cedaw&nextStep=ratify'), ['PLW cedaw signatory', 'USA cedaw signatory'])
  t.strictSame(
    (await rows('minimum=4')).slice(0, 2),
    ['PNG untoc none', 'PNG trafficking-protocol none'].slice(0, (await rows('minimum=4')).length),
  )
})

t.test('former States act and leave as they did', async (t) => {
  const { ask } = await seededApp(t)
  const parties = async (asOf: string): Promise<string[]> =>
    (await ask(`/v1/instruments/cedaw/statuses?status=party&asOf=${asOf}`)).body.data.map(
      ({ state }: { state: { code: string } }) => state.code,
    )
  const members = async (asOf: string): Promise<number> =>
    (await ask(`/v1/states?kind=member-state&limit=1000&asOf=${asOf}`)).body.data.length
  // Yugoslavia is counted until it broke up, and Serbia from its admission in 2000; the United Nations kept a seat between.
  /** A day, the parties to CEDAW among five States, and the number of Members of the United Nations. */
  const cases = [
    ['1980-07-10', ['DDR'], 152],
    ['1985-06-01', ['CSK', 'DDR', 'YMD', 'YUG'], 159],
    ['1990-06-01', ['CSK', 'DDR', 'YEM', 'YUG'], 159],
    ['1992-06-01', ['CSK', 'YEM'], 177],
    ['1993-06-01', ['YEM'], 182],
  ] as const
  for (const [asOf, codes, count] of cases) {
    const found = await parties(asOf)
    t.strictSame(
      found.filter((code) => ['CSK', 'DDR', 'YEM', 'YMD', 'YUG'].includes(code)).sort(),
      codes,
      asOf,
    )
    t.equal(await members(asOf), count, `Members on ${asOf}`)
  }
  t.equal((await parties('1981-08-04')).length, 20, 'the twentieth, thirty days before its entry into force')
  t.strictSame((await ask('/v1/states/CSK/statuses')).body.data, [], 'after its end')
})

t.test('what the record is known not to hold is said, in JSON and in CSV', async (t) => {
  const { ask, app } = await seededApp(t)
  const of = '/v1/instruments/supplementary-slavery-convention/statuses'
  const { body } = await ask(`${of}?asOf=1985-06-01`)
  t.match(body.meta.gaps, [{ instrument: 'supplementary-slavery-convention', until: '1993-01-01' }])
  t.match(body.data[0].gap, /Up to three parties are missing/)
  t.match((await app.inject(`${of}.csv?asOf=1985-06-01`)).body, /Up to three parties are missing/)
  t.strictSame((await ask(`${of}?asOf=1993-01-01`)).body.meta.gaps, [])
})

t.test('what it said of the instrument, in numbers', async (t) => {
  const { ask, app } = await seededApp(t)
  /** Standing, reservations, objections received, coverage. */
  const cases = [
    ['IRL', 'cedaw', '2026-02-03', [1, 1, 0, 'whole']],
    ['QAT', 'cedaw', '2026-02-03', [2, 1, 16, 'whole']],
    ['QAT', 'cedaw', '2009-04-28', [0, 0, 0, 'whole']],
    ['LTU', 'untoc', '2026-02-03', [1, 0, 0, 'partial']],
    ['YMD', 'cedaw', '1985-06-01', [1, 1, 0, 'whole']],
    ['USA', 'crc', '2026-02-03', [null, null, null, 'none']],
  ] as const
  for (const [state, instrument, asOf, [standing, reservations, objectionsReceived, coverage]] of cases) {
    const { body } = await ask(`/v1/states/${state}/statuses?instrument=${instrument}&asOf=${asOf}`)
    const expected = { standing, reservations, objectionsReceived, coverage }
    t.match(body.data[0].statements, expected, `${state} ${instrument} ${asOf}`)
  }
  const { data } = (await ask('/v1/instruments/cedaw/statuses?asOf=2026-02-03')).body
  const reserving = data.filter(
    (row: { statements: { reservations: number } }) => row.statements.reservations > 0,
  )
  t.ok(reserving.length >= 54, 'those with one for a territory alone are counted, too')
  const [header = '', first = ''] = (
    await app.inject('/v1/statuses.csv?state=QAT&instrument=cedaw&asOf=2026-02-03')
  ).body.split('\r\n')
  const columns = header.split(',')
  const from = columns.indexOf('statements.standing')
  t.strictSame(columns.slice(from, from + 5), [
    'statements.standing',
    'statements.reservations',
    'statements.objectionsReceived',
    'statements.coverage',
    'statements.asAt',
  ])
  t.match(first, ',2,1,16,whole,2026-02-03,')
})

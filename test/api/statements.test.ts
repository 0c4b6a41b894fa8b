import { parse } from 'csv-parse/sync'
import t from 'tap'
import { seededApp } from '../fixtures/seeded.js'

const day = 'asOf=2026-02-03'

t.test('Ireland’s reservation to CEDAW, as it stands and as it stood', async (t) => {
  const { ask } = await seededApp(t)
  const of = '/v1/statements?state=IRL&instrument=cedaw&kind=reservation'
  const { body, headers } = await ask(`${of}&${day}`)
  const source = 'depositary status page IV-8 as at 2026-02-03'
  const [reservation] = body.data
  t.equal(headers['x-total-count'], '1')
  t.match(reservation, {
    id: 'cedaw-IRL-reservation-1',
    state: { code: 'IRL', name: 'Ireland', kind: 'member-state' },
    instrument: { code: 'cedaw', shortName: 'CEDAW' },
    territory: null,
    performedBy: null,
    kind: 'reservation',
    purpose: 'excludes',
    effect: null,
    standing: 'partly-withdrawn',
    articles: ['11(1)', '13(a)', '16(1)(d)', '16(1)(f)'],
    without: [],
    toward: [],
    objections: 0,
    objectedBy: [],
    source,
    textUrl: /^https:\/\/treaties\.un\.org\/.*IV-8/,
  })
  t.strictSame(reservation.events[2], {
    event: 'withdrawn',
    on: '2000-03-24',
    between: null,
    earliest: '2000-03-24',
    latest: '2000-03-24',
    articles: ['15(3)'],
    summary: null,
    certainty: 'depositary',
    source: `${source}; note 28`,
  })
  t.match(body.meta, {
    source: 'Statements on CEDAW; depositary: Secretary-General of the United Nations; as at 2026-02-03',
    asAt: [{ instrument: 'cedaw', asAt: '2026-04-13' }],
    coverage: [{ instrument: 'cedaw', coverage: 'whole', asAt: '2026-02-03', what: null }],
  })
  const then = async (asOf: string) => (await ask(`${of}&asOf=${asOf}`)).body.data
  t.match(await then('1985-12-23'), [
    { standing: 'standing', articles: { length: 9 }, events: { length: 1 } },
  ])
  t.match(await then('2003-01-01'), [{ articles: { length: 6 }, events: { length: 3 } }])
  t.strictSame(await then('1985-12-22'), [])
  const one = (await ask(`/v1/statements/cedaw-IRL-reservation-1?${day}`)).body
  t.strictSame({ ...one, meta: null, links: null }, { ...reservation, meta: null, links: null })
  t.equal((await ask('/v1/statements/cedaw-IRL-reservation-1?asOf=1985-12-22')).status, 404)
  t.equal((await ask('/v1/statements/cedaw-IRL-reservation-9')).status, 404)
})

t.test('who in the African group reserves article 16 of CEDAW, and who objected', async (t) => {
  const { ask, app } = await seededApp(t)
  const query = `instrument=cedaw&group=african&article=16&kind=reservation&standing=standing,partly-withdrawn&${day}`
  const { data } = (await ask(`/v1/statements?${query}`)).body
  const found = data.map(({ state, objectedBy }: Row) => [
    state.code,
    objectedBy.map((one) => one.code).join('; '),
  ])
  t.strictSame(found, [
    ['DZA', 'DEU; DNK; NLD; NOR; PRT; SWE'],
    ['EGY', 'DEU; MEX; NLD'],
    ['LBY', 'DEU; DNK; FIN; MEX; NLD; NOR; SWE'],
    ['MRT', 'AUT; DEU; DNK; FIN; GBR; NLD; NOR; PRT; SWE'],
    ['NER', 'DNK; FIN; NOR; SWE'],
  ])
  const { body } = await app.inject(`/v1/statements.csv?${query}`)
  const rows: Record<string, string>[] = parse(body, { columns: true })
  t.strictSame(
    rows.map((row) => [row['state.code'], row['objectedBy.code']]),
    found,
  )
})

interface Row {
  readonly id: string
  readonly state: { readonly code: string }
  readonly objectedBy: readonly { readonly code: string }[]
}

interface Case {
  readonly title: string
  readonly query: string
  readonly found: readonly string[]
}
const cases: Case[] = [
  {
    title: 'the whole of 29 and a general one answer for 29(1)',
    query: 'instrument=cedaw&state=CUB,BRN&article=29(1)&kind=reservation',
    found: ['cedaw-BRN-reservation-1', 'cedaw-CUB-reservation-1'],
  },
  {
    title: '16 finds 16(1)(g)',
    query: 'instrument=IV-8&state=kr&article=16&standing=partly-withdrawn',
    found: ['cedaw-KOR-reservation-2'],
  },
  {
    title: 'other than the opt-outs of dispute settlement',
    query: 'instrument=cedaw&state=BRA,ARG,BGD&exceptPurpose=disputes&kind=reservation',
    found: ['cedaw-BGD-reservation-1'],
  },
  { title: 'by purpose', query: 'instrument=cedaw&purpose=federal', found: ['cedaw-AUS-declaration-1'] },
  {
    title: 'toward a State, of two',
    query: 'toward=iq&state=ISR,SWE&instrument=cedaw',
    found: ['cedaw-ISR-objection-1', 'cedaw-SWE-objection-5'],
  },
  {
    title: 'for territories alone',
    query: 'territory=hkg&territory=BMU',
    found: ['cedaw-CHN-reservation-2', 'cedaw-GBR-reservation-4'],
  },
  {
    title: 'what happened in some years',
    query: 'instrument=cedaw&since=2020-03-01&until=2026-01-31',
    found: ['cedaw-DZA-reservation-1', 'cedaw-GBR-reservation-5'],
  },
  { title: 'of a former State', query: 'state=DDR&kind=reservation', found: ['cedaw-DDR-reservation-1'] },
  {
    title: 'by region',
    query: 'region=057&instrument=cedaw&kind=reservation&standing=standing',
    found: ['cedaw-FSM-reservation-1'],
  },
]
for (const { title, query, found } of cases)
  t.test(title, async (t) => {
    const { ask } = await seededApp(t)
    const { status, body } = await ask(`/v1/statements?${query}&${day}`)
    t.equal(status, 200)
    t.strictSame(
      body.data.map(({ id }: Row) => id),
      found,
    )
  })

t.test('an objection says what it is about, and its effect', async (t) => {
  const { ask } = await seededApp(t)
  const of = async (id: string) => (await ask(`/v1/statements/${id}?${day}`)).body
  t.match(await of('cedaw-ARG-objection-1'), {
    effect: 'not-stated',
    toward: [
      { state: { code: 'GBR' }, statement: null, action: null, territory: { code: 'FLK' } },
      { state: { code: 'GBR' }, territory: { code: 'SGS' } },
    ],
  })
  t.match(await of('cedaw-DDR-objection-1'), { toward: [{ state: { code: 'KHM' }, action: 'signature' }] })
  t.match(await of('cedaw-QAT-reservation-1'), { objections: 16, objectedBy: { length: 16 } })
})

t.test('what could not be read is null, and what names nothing is empty', async (t) => {
  const { ask } = await seededApp(t)
  const { data } = (await ask(`/v1/statements?limit=1000&${day}`)).body
  const unread = data.filter(({ articles }: { articles: unknown }) => articles === null)
  t.ok(unread.length > 0)
  t.ok(data.some(({ articles }: { articles: unknown[] | null }) => articles?.length === 0))
})

t.test('whose a predecessor’s is', async (t) => {
  const { ask } = await seededApp(t)
  const of = async (asOf: string) =>
    (await ask(`/v1/statements?instrument=cedaw&kind=reservation&state=YEM,YMD&asOf=${asOf}`)).body.data
  t.match(await of('1990-05-21'), [{ state: { code: 'YMD' }, performedBy: null }])
  t.match(await of('2026-02-03'), [{ state: { code: 'YEM' }, performedBy: 'YMD', standing: 'standing' }])
})

t.test('what is not held is said, and an empty list is never taken for none', async (t) => {
  const { ask } = await seededApp(t)
  const { body } = await ask('/v1/statements?instrument=crc,untoc&kind=objection')
  t.strictSame(body.data, [])
  t.match(body.meta.coverage, [
    { instrument: 'untoc', coverage: 'partial', asAt: '2025-04-30', what: /^Objections are not held/ },
    { instrument: 'crc', coverage: 'none', asAt: null },
  ])
  t.match(body.meta.source, /as at 2025-04-30$/)
})

t.test('what is wrong is named, with what is allowed', async (t) => {
  const { ask } = await seededApp(t)
  const refused = [
    ['article=16.1', 'article', /“16.1” is no article like 16\(1\)\(c\)/],
    ['kind=objektion', 'kind', /is not one of: reservation, declaration/],
    ['standing=valid', 'standing', /is not one of: standing, partly-withdrawn/],
    ['purpose=none', 'purpose', /is not one of: disputes, excludes/],
    ['territory=USA', 'territory', /allowed: ABW, AIA/],
    ['toward=QZZ', 'toward', /is not the code of a participant/],
    ['since=2020-01-01&until=2019-01-01', 'until', /lies before “since”/],
    ['articles=16', 'articles', /the parameters are state, instrument/],
  ] as const
  for (const [query, parameter, detail] of refused) {
    const { status, body } = await ask(`/v1/statements?${query}`)
    t.equal(status, 400, query)
    t.match(body.errors, [{ parameter, detail }])
  }
})

t.test('pages, and validators', async (t) => {
  const { ask, app } = await seededApp(t)
  const first = await ask('/v1/statements?instrument=cedaw&limit=200')
  const second = await ask(first.body.links.next)
  t.equal(String(200 + second.body.data.length), first.headers['x-total-count'])
  const etag = String(first.headers.etag)
  const again = await app.inject({
    url: '/v1/statements?instrument=cedaw&limit=200',
    headers: { 'if-none-match': etag },
  })
  t.equal(again.statusCode, 304)
})

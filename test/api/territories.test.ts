import t from 'tap'
import { seededApp } from '../fixtures/seeded.js'

interface Row {
  readonly state: { readonly code: string }
  readonly territory: { readonly code: string }
  readonly status: string
  readonly since: string
}

interface Case {
  readonly title: string
  readonly address: string
  readonly found: readonly string[]
}
const cases: Case[] = [
  {
    title: 'Hong Kong before',
    address: '/v1/territories?territory=HKG&instrument=cedaw&asOf=1997-06-30',
    found: ['GBR HKG applies 1996-10-14'],
  },
  {
    title: 'Hong Kong after',
    address: '/v1/territories?territory=hkg&instrument=cedaw&asOf=1997-07-01',
    found: ['CHN HKG applies 1997-07-01', 'GBR HKG ended 1997-07-01'],
  },
  {
    title: 'excluded, by State',
    address: '/v1/instruments/opsc/territories?state=dk&asOf=2010-01-01',
    found: ['DNK FRO excluded 2003-07-24', 'DNK GRL excluded 2003-07-24'],
  },
  {
    title: 'by status',
    address: '/v1/instruments/trafficking-protocol/territories?status=excluded&group=asia-pacific',
    found: ['CHN HKG excluded 2010-02-08'],
  },
]
for (const { title, address, found } of cases)
  t.test(title, async (t) => {
    const { ask } = await seededApp(t)
    const { status, body } = await ask(address)
    t.equal(status, 200)
    t.strictSame(
      body.data.map(
        ({ state, territory, status, since }: Row) => `${state.code} ${territory.code} ${status} ${since}`,
      ),
      found,
    )
  })

t.test('a territory, with what was notified of it', async (t) => {
  const { ask } = await seededApp(t)
  const { body } = await ask('/v1/territories?territory=HKG&state=CHN&instrument=cedaw')
  t.strictSame(body.data, [
    {
      state: { code: 'CHN', name: 'China', kind: 'member-state' },
      instrument: { code: 'cedaw', shortName: 'CEDAW' },
      territory: { code: 'HKG', name: 'Hong Kong' },
      status: 'applies',
      since: '1997-07-01',
      events: [
        {
          event: 'continued',
          on: '1997-06-10',
          between: null,
          earliest: '1997-06-10',
          latest: '1997-06-10',
          effectOn: '1997-07-01',
          certainty: 'depositary',
          source:
            'depositary status page IV-8 as at 2026-02-03, End Note 13 (continued on resumption of sovereignty)',
        },
      ],
    },
  ])
  t.match(body.meta, {
    source: /^Territorial application of CEDAW; .* as at 2026-02-03$/,
    coverage: [{ instrument: 'cedaw', coverage: 'whole' }],
  })
})

t.test('what is wrong is named, with what is allowed', async (t) => {
  const { ask } = await seededApp(t)
  const refused = [
    ['territory=QZZ', 'territory', /allowed: ABW, AIA/],
    ['status=none', 'status', /is not one of: applies, excluded, ended/],
    ['kind=member-state', 'kind', /the parameters are/],
  ] as const
  for (const [query, parameter, detail] of refused) {
    const { status, body } = await ask(`/v1/territories?${query}`)
    t.equal(status, 400, query)
    t.match(body.errors, [{ parameter, detail }])
  }
})

import t from 'tap'
import { seededApp } from '../fixtures/seeded.js'

t.test('what the United States still has to ratify', async (t) => {
  const { ask } = await seededApp(t)
  const { status, body } = await ask('/v1/states/usa/outstanding')
  t.equal(status, 200)
  t.strictSame(body.state, { code: 'USA', name: 'United States of America', kind: 'member-state' })
  t.strictSame(body.counts, { urged: 5, party: 4, outstanding: 1 })
  t.strictSame(body.outstanding, [
    {
      instrument: { code: 'cedaw', shortName: 'CEDAW' },
      status: 'signatory',
      signedOn: '1980-07-17',
      nextStep: 'ratify',
      preconditions: [],
      urgedBy: [{ resolution: 'A/RES/63/194', paragraph: 2 }],
    },
  ])
  t.strictSame(Object.keys(body.meta), ['asOf', 'revision', 'source', 'asAt', 'gaps', 'cite'])
  t.match(body.meta, { asOf: '2026-11-23', revision: 1, source: /Secretary-General.*as at/ })
  t.match(body.meta, { asAt: [{ instrument: 'untoc', asAt: '2025-04-30' }], gaps: [] })
  t.strictSame(body.links, {
    self: '/v1/states/USA/outstanding',
    permalink: '/v1/states/USA/outstanding?asOf=2026-11-23&revision=1',
  })
})

t.test('a State with nothing outstanding answers an empty list', async (t) => {
  const { ask } = await seededApp(t)
  const { status, body } = await ask('/v1/states/FRA/outstanding')
  t.equal(status, 200)
  t.match(body, { counts: { urged: 5, party: 5, outstanding: 0 }, outstanding: [] })
})

t.test('every Member with something outstanding, and none without', async (t) => {
  const { ask } = await seededApp(t)
  const { body } = await ask('/v1/outstanding')
  const complete = (await ask('/v1/outstanding?complete=true')).body
  t.ok(body.data.every((entry: { outstanding: unknown[] }) => entry.outstanding.length > 0))
  t.equal(complete.data.length, 193)
  const having = complete.data.filter(
    (entry: { counts: { outstanding: number } }) => entry.counts.outstanding > 0,
  )
  t.strictSame(body.data, having)
})

t.test(
  'the sum over States is Members less Member parties, for each instrument and on each day',
  async (t) => {
    const { ask } = await seededApp(t)
    for (const [day, members] of [
      ['2008-12-18', 192],
      ['2014-01-27', 193],
      ['2026-11-23', 193],
    ] as const) {
      const { body } = await ask(`/v1/outstanding?asOf=${day}`)
      const instruments = (await ask(`/v1/instruments?resolution=a-res-63-194&asOf=${day}`)).body.data
      t.equal(instruments.length, 5)
      for (const { code, counts } of instruments) {
        const outstanding = body.data.filter((entry: { outstanding: { instrument: { code: string } }[] }) =>
          entry.outstanding.some((item) => item.instrument.code === code),
        ).length
        const parties = (
          await ask(`/v1/instruments/${code}/statuses?status=party&kind=member-state&asOf=${day}`)
        ).body
        t.equal(outstanding, members - parties.data.length, `${code} on ${day}`)
        t.equal(counts.outstanding, outstanding)
      }
    }
  },
)

t.test('on the day the resolution was adopted there were 192 Members', async (t) => {
  const { ask } = await seededApp(t)
  const { body } = await ask('/v1/outstanding?asOf=2008-12-18&complete=true')
  t.equal(body.data.length, 192)
  t.notOk(
    body.data.some((entry: { state: { code: string } }) => entry.state.code === 'SSD'),
    'South Sudan came in 2011',
  )
  t.strictSame(
    (await ask('/v1/outstanding?asOf=2008-12-17')).body.data,
    [],
    'the day before, nothing was urged',
  )
})

t.test('filters', async (t) => {
  const { ask } = await seededApp(t)
  type Entry = {
    state: { code: string }
    outstanding: { instrument: { code: string }; status: string; nextStep: string }[]
  }
  const entries = async (query: string): Promise<Entry[]> => (await ask(`/v1/outstanding?${query}`)).body.data
  const codes = async (query: string) => (await entries(query)).map(({ state }) => state.code)

  t.strictSame(await codes('instrument=cedaw'), ['IRN', 'PLW', 'SOM', 'SDN', 'TON', 'USA'])
  t.strictSame(await codes('instrument=CEDAW&status=signatory'), ['PLW', 'USA'])
  t.strictSame(await codes('instrument=IV-8&group=african'), ['SOM', 'SDN'])
  t.strictSame(await codes('instrument=cedaw&region=009'), ['PLW', 'TON'])
  t.strictSame(await codes('instrument=cedaw&region=polynesia'), ['TON'])
  t.strictSame(await codes('instrument=cedaw&nextStep=ratify'), ['PLW', 'USA'])
  t.strictSame(await codes('instrument=cedaw&kind=observer-state'), [], 'Member States alone are urged')
  t.strictSame(await codes('instrument=cedaw,opsc&minimum=2'), ['PLW', 'SOM', 'TON'])
  t.strictSame(
    await codes('instrument=cedaw&instrument=opsc&minimum=2'),
    ['PLW', 'SOM', 'TON'],
    'repeated or comma-separated',
  )
  t.ok(
    (await entries('paragraph=1')).every(({ outstanding }) =>
      outstanding.every(({ instrument }) => ['untoc', 'trafficking-protocol'].includes(instrument.code)),
    ),
  )
  const most = (await entries('sort=-count')).map(({ outstanding }) => outstanding.length)
  t.strictSame(
    most,
    [...most].sort((a, b) => b - a),
  )
})

t.test('preconditions are met or unmet on that day', async (t) => {
  const { ask } = await seededApp(t)
  const precondition = async (state: string, instrument: string) =>
    (await ask(`/v1/states/${state}/outstanding`)).body.outstanding.find(
      (item: { instrument: { code: string } }) => item.instrument.code === instrument,
    )?.preconditions[0]
  t.strictSame(await precondition('COG', 'trafficking-protocol'), {
    instrument: { code: 'untoc', shortName: 'UNTOC' },
    requires: 'party',
    article: 'UNTOC art. 37(2)',
    met: false,
  })
  t.match(await precondition('SGP', 'opsc'), {
    requires: 'party-or-signatory',
    article: 'OPSC art. 13',
    met: true,
  })
})

t.test('an observer, a former State and a State before its admission are urged nothing', async (t) => {
  const { ask } = await seededApp(t)
  for (const address of [
    '/v1/states/VAT/outstanding',
    '/v1/states/CSK/outstanding',
    '/v1/states/SSD/outstanding?asOf=2011-07-13',
  ]) {
    const { status, body } = await ask(address)
    t.equal(status, 200)
    t.match(body, { counts: { urged: 0, party: 0, outstanding: 0 }, outstanding: [] }, address)
  }
})

interface Holdout {
  readonly state: { readonly code: string; readonly kind: string }
  readonly counts: Record<'urged' | 'party' | 'outstanding', number>
  readonly outstanding: readonly {
    readonly instrument: { readonly code: string }
    readonly urgedBy: readonly unknown[]
  }[]
}

t.test('scope=all: who is not a party to an instrument that no resolution urges', async (t) => {
  const { ask, app } = await seededApp(t)
  const { status, body } = await ask('/v1/outstanding?instrument=crc&scope=all')
  t.equal(status, 200)
  t.match(body.data, [
    {
      state: { code: 'USA' },
      counts: { urged: 0, party: 0, outstanding: 1 },
      outstanding: [{ instrument: { code: 'crc' }, status: 'signatory', nextStep: 'ratify', urgedBy: [] }],
    },
  ])
  t.equal(body.data.length, 1, 'of the Members, the United States alone')
  t.match(body.meta.source, /^Participation in CRC;/)
  const csv = await app.inject('/v1/outstanding.csv?instrument=crc&scope=all')
  t.match(csv.body, /^[^\n]+\r?\nUSA,[^\n]+\r?\n$/)
})

t.test('scope=all covers every instrument, and says which of them are urged', async (t) => {
  const { ask } = await seededApp(t)
  const entries = async (query: string): Promise<Holdout[]> =>
    (await ask(`/v1/outstanding?scope=all&${query}`)).body.data
  const usa = (await entries('')).find(({ state }) => state.code === 'USA')
  t.strictSame(usa?.counts, { urged: 5, party: 4, outstanding: 2 }, 'the five and the CRC')
  const found = usa?.outstanding.map(({ instrument, urgedBy }) => [instrument.code, urgedBy])
  t.strictSame(found?.sort(), [
    ['cedaw', [{ resolution: 'A/RES/63/194', paragraph: 2 }]],
    ['crc', []],
  ])
  const codes = async (query: string) => (await entries(query)).map(({ state }) => state.code)
  t.strictSame(await codes('instrument=cedaw&kind=observer-state,other-state'), ['VAT', 'NIU'])
  t.ok((await entries('kind=observer-state')).every(({ counts }) => counts.urged === 0))
  t.strictSame(
    await codes('kind=organization,territory,former-state&complete=true'),
    [],
    'the record need not hold all that they did',
  )
  t.notOk((await codes('asOf=1985-01-01&complete=true')).includes('DDR'), 'nor of a former State')
  t.ok((await codes('instrument=cedaw&asOf=2000-01-01')).includes('USA'), 'before any resolution')
})

t.test('an instrument that is not urged is an error, not an empty list', async (t) => {
  const { ask } = await seededApp(t)
  const five = 'untoc, trafficking-protocol, opsc, cedaw, supplementary-slavery-convention'
  const urged = (where = '') =>
    `is not among the instruments that A/RES/63/194 urges States${where} to consider ratifying or acceding to`
  const elsewhere = 'Ask /v1/outstanding with “scope=all” for who is not a party to it'
  const cases = [
    ['/v1/outstanding?instrument=crc', `“crc” ${urged()}: ${five}. ${elsewhere}`],
    ['/v1/outstanding.csv?instrument=crc', `“crc” ${urged()}: ${five}. ${elsewhere}`],
    ['/v1/outstanding?instrument=cedaw,IV-11', `“crc” ${urged()}: ${five}. ${elsewhere}`],
    ['/v1/outstanding?instrument=crc&asOf=2000-01-01', `“crc” ${urged()}: ${five}. ${elsewhere}`],
    [
      '/v1/outstanding?instrument=cedaw&paragraph=1',
      `“cedaw” ${urged(' in paragraph 1')}: untoc, trafficking-protocol. ${elsewhere}`,
    ],
    ['/v1/statuses?instrument=crc&nextStep=ratify', `“crc” ${urged()}: ${five}. ${elsewhere}`],
  ] as const
  for (const [url, detail] of cases) {
    const { status, body } = await ask(url)
    t.equal(status, 400, url)
    t.match(body, { detail, errors: [{ parameter: 'instrument', detail }] }, url)
  }
  const early = await ask('/v1/outstanding?instrument=cedaw&asOf=2008-12-17')
  t.strictSame([early.status, early.body.data], [200, []], 'urged, if only later')
})

t.test('scope=all takes no resolution and no paragraph', async (t) => {
  const { ask } = await seededApp(t)
  for (const other of ['resolution=a-res-63-194', 'paragraph=2']) {
    const { status, body } = await ask(`/v1/outstanding?scope=all&${other}`)
    t.equal(status, 400, other)
    const detail = /“scope=all” and “(resolution|paragraph)” exclude each other/
    t.match(body, { detail, errors: [{ parameter: 'scope', detail }] })
  }
  const { status, body } = await ask('/v1/outstanding?scope=some')
  t.strictSame([status, body.errors[0].detail], [400, '“some” is not one of: urged, all'])
})

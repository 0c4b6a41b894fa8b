import t from 'tap'
import { openStore } from '../../../src/db/store.js'
import { recordImport } from '../../../src/db/write/record.js'
import { seededApp } from '../../fixtures/seeded.js'

const collections = [
  '/v1/states',
  '/v1/instruments',
  '/v1/instruments/cedaw/statuses',
  '/v1/states/USA/statuses',
  '/v1/outstanding',
  '/v1/statuses?paragraph=1',
  '/v1/actions?instrument=cedaw',
  '/v1/resolutions',
  '/v1/imports',
]

t.test('pages put together are the whole, in the same order', async (t) => {
  const { ask } = await seededApp(t)
  for (const address of collections) {
    const join = address.includes('?') ? '&' : '?'
    const whole = await ask(`${address}${join}limit=1000`)
    const size = Math.max(1, Math.ceil(whole.body.data.length / 4))
    const gathered = []
    let next: string | null = `${address}${join}limit=${size}`
    while (next !== null) {
      const { body, headers } = await ask(next)
      t.equal(headers['x-total-count'], whole.headers['x-total-count'])
      t.equal(headers.link, body.links.next === null ? undefined : `<${body.links.next}>; rel="next"`)
      gathered.push(...body.data)
      next = body.links.next
    }
    t.strictSame(gathered, whole.body.data, address)
    t.equal(whole.headers['x-total-count'], String(whole.body.data.length))
  }
})

t.test('an import between two pages neither skips nor repeats', async (t) => {
  const { ask, db } = await seededApp(t)
  const whole = (await ask('/v1/outstanding')).body.data
  const first = (await ask('/v1/outstanding?limit=60')).body
  const actions = openStore(db)
    .actions.known(1)
    .filter(({ instrument }) => instrument === 'cedaw')
    .map(({ id: _, knownFrom: __, ...one }) => one)
  const [signature] = actions.filter(({ participant }) => participant === 'USA')
  if (!signature) throw new Error('the United States has signed')
  const ratified = {
    ...signature,
    action: 'ratification' as const,
    earliest: '2026-10-01',
    latest: '2026-10-01',
  }
  const tables = [
    { instrument: 'cedaw', asAt: '2026-11-01', isAsAtStated: true, actions: [...actions, ratified] },
  ]
  recordImport(
    db,
    { fileName: '4-8.csv', sha256: '', format: 'long', rows: 1, warnings: [], tables },
    '2026-11-23T10:00:00Z',
  )
  const rest = (await ask(first.links.next)).body
  t.strictSame([...first.data, ...rest.data], whole)
  t.equal(rest.meta.revision, 1)
  t.equal((await ask('/v1/outstanding')).body.data.length, whole.length - 1)
})

t.test('links are absolute where the public origin is known', async (t) => {
  const { ask } = await seededApp(t, { publicUrl: 'https://api.example.org' })
  const { body, headers } = await ask('/v1/states?limit=1')
  t.equal(body.links.self, 'https://api.example.org/v1/states?limit=1')
  t.match(body.links.next, /^https:\/\/api\.example\.org\/v1\/states\?limit=1&cursor=/)
  t.match(headers.link, /^<https:\/\/api\.example\.org\//)
})

t.test('a question mark within the query is the query’s', async (t) => {
  const { ask } = await seededApp(t)
  const { body } = await ask('/v1/states?q=united?&kind=member-state&limit=1')
  t.match(body.links.permalink, /^\/v1\/states\?q=united%3F&kind=member-state&limit=1&asOf=/)
})

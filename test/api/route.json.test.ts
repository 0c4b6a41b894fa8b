import t from 'tap'
import { documentedApp } from '../fixtures/seeded.js'

t.test('.json at the end of any path answers JSON', async (t) => {
  const { app } = await documentedApp(t)
  const { paths } = (await app.inject('/openapi.json')).json()
  const codes: Record<string, string> = {
    state: 'IRL',
    instrument: 'cedaw',
    group: 'african-union',
    resolution: 'a-res-63-194',
  }
  const all = Object.keys(paths).filter((path) => path.startsWith('/v1') && !/\.\w+$/.test(path))
  t.ok(all.length >= 20)
  for (const path of all) {
    const id = path.startsWith('/v1/imports') ? '1' : 'cedaw-IRL-reservation-1'
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) => codes[name] ?? id)
    const reply = await app.inject({ url: `${address}.json`, headers: { accept: 'text/csv' } })
    t.match(reply.headers['content-type'], 'application/json', `${address}.json, whatever is accepted`)
    const { links, meta, ...own } = reply.json()
    t.equal(links.self, `${address}.json`)
    const { links: _, meta: liveMeta, ...live } = (await app.inject(address)).json()
    t.strictSame({ own, asAt: meta.asAt }, { own: live, asAt: liveMeta.asAt }, address)
  }
})

t.test('it is an address like any other', async (t) => {
  const { app } = await documentedApp(t)
  const cases = [
    {
      url: '/v1/states/us/outstanding.json?asOf=2020-01-01',
      status: 308,
      to: '/v1/states/USA/outstanding.json?asOf=2020-01-01',
    },
    { url: '/v1/instruments/XVIII-12-a.json', status: 308, to: '/v1/instruments/trafficking-protocol.json' },
    { url: '/v1/states.json/', status: 308, to: '/v1/states.json' },
    { url: '/v1/states/ZZZ.json', status: 404 },
    { url: '/v1/states/.json', status: 400 },
    { url: '/v1/states.json?nonsense=1', status: 400 },
    { url: '/v1/states.json?asOf=2999-01-01', status: 400 },
    { url: '/v1/states/USA/outstanding.json.json', status: 404 },
    { method: 'POST', url: '/v1/imports.json', status: 405 },
  ] as const
  for (const { status, to, ...asked } of cases.map((one) => ({ to: undefined, ...one }))) {
    const reply = await app.inject(asked)
    t.equal(reply.statusCode, status, asked.url)
    t.equal(reply.headers.location, to, asked.url)
    if (status >= 400) t.match(reply.headers['content-type'], 'application/problem+json', asked.url)
  }
})

t.test('it has validators of its own, pages and a length', async (t) => {
  const { app } = await documentedApp(t)
  const [url, bare] = ['/v1/states/USA/outstanding.json', '/v1/states/USA/outstanding']
  const { headers, body } = await app.inject(url)
  t.not(headers.etag, (await app.inject(bare)).headers.etag, 'its links are others')
  t.equal((await app.inject({ url, headers: { 'if-none-match': headers.etag } })).statusCode, 304)
  const head = await app.inject({ method: 'HEAD', url })
  t.equal(Number(head.headers['content-length']), Buffer.byteLength(body))
  const { links } = (await app.inject('/v1/states.json?limit=2')).json()
  t.match(links.next, /^\/v1\/states\.json\?limit=2&cursor=/)
})

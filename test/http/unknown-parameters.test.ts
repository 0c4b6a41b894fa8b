import { readFileSync } from 'node:fs'
import t from 'tap'
import { packageFile } from '../../src/cli/package-files.js'
import { trackingParameters, withoutTracking } from '../../src/http/unknown-parameters.js'
import { seededApp } from '../fixtures/seeded.js'

t.test('tracking parameters are removed, and the rest stays as sent', async (t) => {
  const cases = [
    ['/v1/states', '/v1/states'],
    ['/v1/states?fbclid=IwAR0', '/v1/states'],
    ['/v1/states?q=c%C3%B4te+d%27&utm_source=a%26b&limit=2', '/v1/states?q=c%C3%B4te+d%27&limit=2'],
    ['/v1/states?UTM_Campaign=x&_=1700000000&v=2', '/v1/states'],
    ['/v1/states?utm%5Fsource=x&%ZZ=1', '/v1/states?%ZZ=1'],
    ['/v1/states?fbclid', '/v1/states'],
    ['/v1/states?vv=1&utm=2&my_fbclid=3', '/v1/states?vv=1&utm=2&my_fbclid=3'],
    ['/v1/states?', '/v1/states'],
    ['/v1/states?&&_=1&', '/v1/states?&&'],
  ] as const
  for (const [given, kept] of cases) t.equal(withoutTracking(given), kept, given)
})

t.test('no parameter of ours is one of them', async (t) => {
  const document = readFileSync(packageFile('openapi/openapi.json'), 'utf8')
  const named = [...document.matchAll(/"in":\s*"query",\s*"name":\s*"(\w+)"/g)].map(([, name = '']) => name)
  const ofPages = ['lang', 'of', 'sort', 'q', 'article', 'kind', 'standing', 'exceptPurpose']
  t.ok(named.length > 100)
  for (const name of new Set([...named, ...ofPages])) t.equal(withoutTracking(`/?${name}=1`), `/?${name}=1`)
})

t.test('every address passes over them, and its answer is the same to the last byte', async (t) => {
  const { app } = await seededApp(t)
  const added = trackingParameters.map((name) => `${name.replace('*', 'source')}=1`)
  const addresses = [
    '/v1',
    '/v1/states?limit=3',
    '/v1/states/USA/outstanding',
    '/v1/datapackage.json',
    '/healthz',
    '/fr/states/USA?asOf=2020-01-01',
    '/badges/states/USA.svg',
    '/v1/feeds/actions.json?state=VUT',
    '/v1/outstanding.csv',
  ]
  for (const address of addresses) {
    const plain = await app.inject(address)
    for (const parameters of [added.join('&'), ...added]) {
      const joint = address.includes('?') ? '&' : '?'
      const reply = await app.inject(address + joint + parameters)
      t.equal(reply.statusCode, 200, `${address} ${parameters}`)
      t.equal(reply.body, plain.body, `${address} ${parameters}`)
      t.equal(reply.headers.etag, plain.headers.etag, `${address} ${parameters}`)
    }
  }
  const paged = (await app.inject('/v1/states?utm_source=x&limit=3&_=7')).json()
  t.equal(paged.links.self, '/v1/states?limit=3')
  t.match(paged.links.next, /^\/v1\/states\?limit=3&cursor=\w+$/)
  t.equal((await app.inject('/v1/states/us?utm_source=x')).headers.location, '/v1/states/USA')
})

t.test('what people share passes over any other parameter as well', async (t) => {
  const { app } = await seededApp(t)
  const addresses = [
    '/',
    '/states/USA?asOf=2008-12-18',
    '/instruments/cedaw',
    '/instruments/cedaw/statements',
    '/outstanding?group=african',
    '/search?q=guinea',
    '/share?of=states/USA',
    '/embed/states/USA',
    '/badges/instruments/cedaw.svg',
    '/og/home.png',
    '/v1/feeds/statements.atom',
    '/v1/states.csv?limit=3',
    '/v1/states/USA/outstanding.csv',
    '/v1/datapackage/urges.csv',
  ]
  for (const address of addresses) {
    const plain = await app.inject(address)
    const reply = await app.inject(`${address}${address.includes('?') ? '&' : '?'}colour=blue&x[]=1&share=y`)
    t.equal(reply.statusCode, 200, address)
    t.strictSame(reply.rawPayload, plain.rawPayload, address)
    t.equal(reply.headers.etag, plain.headers.etag, address)
  }
  const { headers } = await app.inject('/v1/states.csv?limit=3&colour=blue')
  t.notMatch(headers.link, 'colour', 'the next page has none of it')
  t.equal((await app.inject('/states/USA?lang=de&colour=blue')).statusCode, 400, 'values are still held to')
})

t.test('the second reader with another campaign is answered from the cache', async (t) => {
  const { app } = await seededApp(t)
  const at = await app.listen({ port: 0, host: '127.0.0.1' })
  const counted = async () =>
    Number(/answers_total\{from="cache"\} (\d+)/.exec(await (await fetch(`${at}/metrics`)).text())?.[1])
  for (const address of ['/v1/states/USA?', '/states/USA?', '/v1/outstanding?minimum=3&']) {
    await (await fetch(`${at}${address}utm_campaign=a`)).text()
    const before = await counted()
    await (await fetch(`${at}${address}utm_campaign=b&fbclid=c`)).text()
    t.equal(await counted(), before + 1, address)
  }
})

t.test('JSON refuses the rest, and says what is meant', async (t) => {
  const { ask } = await seededApp(t)
  const cases = [
    ['/v1/outstanding?instrument[]=cedaw', 'Repeat “instrument”, or separate its values by commas'],
    ['/v1/outstanding?instrument%5B0%5D=cedaw', 'Repeat “instrument”, or separate its values by commas'],
    ['/v1/outstanding?asof=2020-01-01', 'Did you mean “asOf”?'],
    ['/v1/outstanding?as_of=2020-01-01', 'Did you mean “asOf”?'],
    ['/v1/states/USA?date=2020-01-01', 'Did you mean “asOf”?'],
    ['/v1/outstanding?instruments=cedaw', 'Did you mean “instrument”?'],
    ['/v1/outstanding?insturment=cedaw', 'Did you mean “instrument”?'],
    ['/v1/outstanding?treaty=cedaw', 'Did you mean “instrument”?'],
    ['/v1/statuses?country=USA', 'Did you mean “state”?'],
    ['/v1/statuses?countries=USA', 'Did you mean “state”?'],
    ['/v1/statuses?statuses=party', 'Did you mean “status”?'],
    ['/v1/states?search=congo', 'Did you mean “q”?'],
    ['/v1/states?per_page=10', 'Did you mean “limit”?'],
    ['/v1/states?page=2', 'Did you mean “cursor”?'],
    ['/v1/outstanding?next_step=ratify', 'Did you mean “nextStep”?'],
    ['/v1/actions?from=2020-01-01', 'Did you mean “since”?'],
    ['/v1/outstanding?format=csv', 'For CSV, put “.csv” at the end of the path'],
    ['/v1/outstanding?bom=true', 'For CSV, put “.csv” at the end of the path'],
  ] as const
  for (const [url, hint] of cases) {
    const { status, body } = await ask(url)
    t.equal(status, 400, url)
    t.match(body.errors[0].detail, `. ${hint}`, url)
    t.match(body.errors[0].detail, 'the parameters are', url)
  }
  const { body } = await ask('/v1/states?colour=blue')
  t.notMatch(body.detail, /mean/, 'nothing is guessed where nothing is near')
})

t.test('today may be asked about as soon as it has begun anywhere', async (t) => {
  const { app } = await seededApp(t, { todayAnywhere: '2026-11-24' })
  const tomorrow = await app.inject('/v1/states/USA/outstanding?asOf=2026-11-24')
  t.match(tomorrow.json(), { meta: { asOf: '2026-11-24', cite: /as of 24 November 2026/ } })
  t.match((await app.inject('/states/USA?asOf=2026-11-24')).body, 'max="2026-11-24"')
  t.match((await app.inject('/v1/states/USA')).json(), { meta: { asOf: '2026-11-23' } }, 'the rest is UTC')
  const later = await app.inject('/v1/states/USA?asOf=2026-11-25')
  t.match(later.json(), { status: 400, detail: /lies ahead/ })
})

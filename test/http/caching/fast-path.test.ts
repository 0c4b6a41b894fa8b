import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import t, { type Test } from 'tap'
import { csv, importTable } from '../../fixtures/imported.js'
import { seededApp, today } from '../../fixtures/seeded.js'

const address = '/v1/outstanding'

/** The application behind a socket, and how many requests the framework has handled. */
async function listening(t: Test) {
  let handled = 0
  const count = () => {
    handled += 1
  }
  const channel = 'tracing:fastify.request.handler:start'
  subscribe(channel, count)
  t.teardown(() => unsubscribe(channel, count))
  const { app, db } = await seededApp(t)
  const at = await app.listen({ port: 0, host: '127.0.0.1' })
  const ask = async (headers: Record<string, string> = {}, method = 'GET', path = address) => {
    const reply = await fetch(at + path, {
      method,
      headers: { 'accept-encoding': 'identity', connection: 'close', ...headers },
    })
    const { date: _, connection: __, 'keep-alive': ___, ...own } = Object.fromEntries(reply.headers)
    return { status: reply.status, headers: own, body: await reply.text() }
  }
  return { ask, db, app, handled: () => handled }
}

t.test('the second request for any address is answered ahead of the framework, byte for byte', async (t) => {
  const { ask, handled } = await listening(t)
  const addresses = [
    '/v1/outstanding',
    '/v1/states/USA/outstanding?asOf=2009-01-01',
    '/v1/feeds/actions.atom',
    '/v1/datapackage.json',
    '/',
    '/states/USA',
    '/embed/instruments/cedaw',
    '/badges/states/USA.svg',
    '/og/states/USA.png',
  ]
  for (const path of addresses) {
    const first = await ask({}, 'GET', path)
    t.equal(first.status, 200, path)
    const before = handled()
    t.strictSame(await ask({}, 'GET', path), first, path)
    const head = await ask({}, 'HEAD', path)
    t.strictSame([head.headers, head.body], [first.headers, ''], path)
    t.equal(handled(), before, path)
  }
})

t.test('a refusal is not kept; HEAD keeps what GET would', async (t) => {
  const { ask, handled } = await listening(t)
  for (const [path, status] of [
    ['/v1/states/ZZZ/outstanding', 404],
    ['/v1/states/USA/outstanding?asOf=2023-02-29', 400],
  ] as const)
    for (let time = 0; time < 2; time++) t.equal((await ask({}, 'GET', path)).status, status, path)
  t.equal((await ask({}, 'HEAD')).body, '')
  const before = handled()
  t.match(JSON.parse((await ask()).body), { data: [] }, 'HEAD keeps the whole answer')
  t.equal(handled(), before)
})

t.test('conditions hold there as they do in the framework', async (t) => {
  const { ask, handled } = await listening(t)
  const { etag = '', 'last-modified': modified = '' } = (await ask()).headers
  await ask()
  const cases = [
    [{ 'if-none-match': etag }, 304],
    [{ 'if-none-match': `"other", ${etag}` }, 304],
    [{ 'if-none-match': `W/${etag}`, 'cache-control': 'no-cache' }, 304],
    [{ 'if-none-match': '*' }, 304],
    [{ 'if-none-match': '"other"' }, 200],
    [{ 'if-modified-since': modified }, 304],
    [{ 'if-modified-since': 'Sun, 01 Nov 2026 00:00:00 GMT' }, 200],
  ] as const
  const before = handled()
  for (const [condition, status] of cases)
    for (const method of ['GET', 'HEAD']) {
      const reply = await ask(condition, method)
      t.equal(reply.status, status, JSON.stringify(condition))
      t.match(reply.headers, {
        etag,
        'access-control-allow-origin': '*',
        'content-security-policy': /default-src/,
      })
      if (status === 304) t.notOk(reply.headers['content-type'] ?? reply.body)
    }
  t.equal(handled(), before)
})

t.test('another way of asking is another answer', async (t) => {
  const { ask } = await listening(t)
  for (let again = 0; again < 3; again++) {
    t.match((await ask({ accept: 'text/csv' })).headers['content-type'], /^text\/csv/)
    t.match((await ask({ accept: 'application/json' })).headers['content-type'], /^application\/json/)
    t.match((await ask({ 'accept-encoding': 'br' })).headers, { 'content-encoding': 'br' })
    t.equal((await ask({}, 'POST')).status, 405)
    t.equal((await ask({}, 'GET', '/v1/states/us')).status, 200, 'after a redirect, which is not kept')
  }
})

t.test('an import is seen by the next who asks', async (t) => {
  const { ask, db } = await listening(t)
  for (let again = 0; again < 3; again++) t.equal(JSON.parse((await ask()).body).meta.revision, 1)
  await importTable(t, db, '2-99.csv', csv('Participant,Signature', 'Vanuatu,10 Dec 1982'), { asAt: today })
  t.equal(JSON.parse((await ask()).body).meta.revision, 2)
})

t.test('other headers that change nothing are the same answer', async (t) => {
  const { ask, handled } = await listening(t)
  const first = await ask()
  const before = handled()
  for (const headers of [
    { accept: 'application/json' },
    { accept: 'text/html, */*;q=0.1' },
    { 'x-forwarded-host': 'elsewhere.example' },
    { 'accept-encoding': 'zstd' },
  ] as Record<string, string>[])
    t.strictSame(await ask(headers), first, JSON.stringify(headers))
  t.equal(handled(), before)
})

t.test('an empty day or revision pins nothing', async (t) => {
  const { ask } = await listening(t)
  const cases = [
    ['/states/USA?asOf=&revision=1', /max-age=60,/],
    ['/states/USA?asOf=2020-01-01&revision=', /max-age=60,/],
    ['/states/USA?asOf=2020-01-01&revision=1', /immutable/],
  ] as const
  for (const [path, control] of cases)
    t.match((await ask({}, 'GET', path)).headers, { 'cache-control': control, etag: String }, path)
})

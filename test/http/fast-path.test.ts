import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import t, { type Test } from 'tap'
import { csv, importTable } from '../fixtures/imported.js'
import { seededApp, today } from '../fixtures/seeded.js'

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
    const reply = await fetch(at + path, { method, headers: { 'accept-encoding': 'identity', ...headers } })
    const { date: _, connection: __, 'keep-alive': ___, ...own } = Object.fromEntries(reply.headers)
    return { status: reply.status, headers: own, body: await reply.text() }
  }
  return { ask, db, app, handled: () => handled }
}

t.test('who asks again gets the same, ahead of the framework', async (t) => {
  const { ask, handled } = await listening(t)
  const first = await ask()
  t.equal(first.status, 200)
  t.strictSame(await ask(), first, 'by the framework, from the bytes')
  const before = handled()
  for (let again = 0; again < 3; again++) t.strictSame(await ask(), first)
  const head = await ask({}, 'HEAD')
  t.strictSame([head.headers, head.body], [first.headers, ''])
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

const outstandingOf = (rest: string): string => `/v1/states/${rest}`

t.test(
  'what a State has yet to ratify is answered straight from the record, as the framework would',
  async (t) => {
    const { ask, app, handled } = await listening(t)
    await ask({}, 'GET', outstandingOf('FRA/outstanding'))
    const before = handled()
    const plain = [
      'USA/outstanding',
      'USA/outstanding?asOf=2009-01-01',
      'SOM/outstanding?asOf=2024-02-29',
      'SSD/outstanding?asOf=2010-01-01',
      'PLW/outstanding?asOf=1999-12-31',
      'VAT/outstanding',
    ]
    const straight = []
    for (const rest of plain) straight.push(await ask({}, 'GET', outstandingOf(rest)))
    t.equal(handled(), before, 'ahead of the framework')
    for (const [at, rest] of plain.entries()) {
      const { statusCode, headers, body } = await app.inject({
        url: outstandingOf(rest),
        headers: { 'accept-encoding': 'identity' },
      })
      const { date: _, connection: __, ...own } = headers
      t.strictSame(
        straight[at],
        { status: statusCode, headers: { ...own, 'content-length': String(own['content-length']) }, body },
        rest,
      )
    }
  },
)

t.test('what is not plain, or not new, is left to the framework', async (t) => {
  const { ask, handled } = await listening(t)
  const { etag = '' } = (await ask({}, 'GET', outstandingOf('FRA/outstanding'))).headers
  const cases: [rest: string, status: number, headers?: Record<string, string>, method?: string][] = [
    ['fra/outstanding', 200],
    ['ZZZ/outstanding', 404],
    ['USA/outstanding?asOf=2023-02-29', 400],
    ['USA/outstanding?asOf=2026-11-24', 400],
    ['USA/outstanding?asof=2020-01-01', 400],
    ['USA/outstanding?asOf=2020-01-01&asOf=2020-01-01', 400],
    ['USA/outstanding?asOf=2020-01-01&revision=1', 200],
    ['USA/outstanding?asOf=2020-01-02', 200, {}, 'HEAD'],
    ['USA/outstanding?asOf=2020-01-03', 200, { 'accept-encoding': 'br' }],
    ['FRA/outstanding', 304, { 'if-none-match': etag }],
  ]
  for (const [rest, status, headers = {}, method = 'GET'] of cases)
    t.equal((await ask(headers, method, outstandingOf(rest))).status, status, rest)
  const again = outstandingOf('CHN/outstanding')
  const first = await ask({}, 'GET', again)
  const before = handled()
  for (let time = 0; time < 4; time++) t.strictSame(await ask({}, 'GET', again), first)
  t.equal(handled(), before + 1, 'the framework answers once, so that its answer is kept')
})

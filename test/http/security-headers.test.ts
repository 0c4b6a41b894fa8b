import { connect } from 'node:net'
import type { LightMyRequestResponse } from 'fastify'
import t, { type Test } from 'tap'
import { documentedApp, seededApp } from '../fixtures/seeded.js'

// Mozilla's HTTP Observatory scores a site by these rules (developer.mozilla.org/en-US/observatory/docs/tests_and_scoring).

const policyOf = ({ headers }: LightMyRequestResponse): Map<string, string[]> =>
  new Map(
    String(headers['content-security-policy'])
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources]),
  )

const rules: Record<string, (reply: LightMyRequestResponse) => boolean> = {
  'Content Security Policy: nothing by default': (reply) =>
    String(policyOf(reply).get('default-src')) === "'none'",
  'Content Security Policy: neither unsafe-inline, unsafe-eval, data: nor any host for scripts': (reply) =>
    (policyOf(reply).get('script-src') ?? []).every((source) => ["'self'", "'none'"].includes(source)),
  'Content Security Policy: no style but our own': (reply) =>
    (policyOf(reply).get('style-src') ?? []).every((source) => source === "'self'"),
  'Content Security Policy: no plug-ins or base, and forms to nobody else': (reply) =>
    String(policyOf(reply).get('object-src') ?? "'none'") === "'none'" &&
    String(policyOf(reply).get('base-uri')) === "'none'" &&
    ["'none'", "'self'"].includes(String(policyOf(reply).get('form-action'))),
  'X-Frame-Options: nobody may frame it': (reply) =>
    reply.headers['x-frame-options'] === 'DENY' &&
    String(policyOf(reply).get('frame-ancestors')) === "'none'",
  'X-Content-Type-Options: nosniff': ({ headers }) => headers['x-content-type-options'] === 'nosniff',
  'Referrer Policy: private': ({ headers }) => headers['referrer-policy'] === 'no-referrer',
  'Cross-origin Resource Policy: said': ({ headers }) =>
    headers['cross-origin-resource-policy'] === 'cross-origin',
  'Cross-origin Resource Sharing: open, without credentials': ({ headers }) =>
    headers['access-control-allow-origin'] === '*' &&
    headers['access-control-allow-credentials'] === undefined,
  'Cookies: none': ({ headers }) => headers['set-cookie'] === undefined,
  'no banner of what serves it': ({ headers }) => !('server' in headers || 'x-powered-by' in headers),
}

t.test('every kind of answer keeps the rules of the Observatory', async (t) => {
  const { app } = await documentedApp(t)
  const addresses = [
    ['/v1/states?limit=1', 200],
    ['/v1/states.csv', 200],
    ['/v1/feeds/actions.atom', 200],
    ['/healthz', 200],
    ['/openapi.json', 200],
    ['/docs', 200],
    ['/problems/not-found', 200],
    ['/v1/states/us', 308],
    ['/v1/states/ZZZ', 404],
    ['/nothing', 404],
    ['/v1/states?colour=red', 400],
  ] as const
  for (const [address, status] of addresses)
    t.test(address, async (t) => {
      const reply = await app.inject(address)
      t.equal(reply.statusCode, status)
      for (const [rule, holds] of Object.entries(rules)) t.ok(holds(reply), rule)
    })
})

t.test('Strict-Transport-Security is what the operator says, and else none', async (t) => {
  for (const hsts of [null, 'max-age=63072000', 'max-age=600; includeSubDomains']) {
    const { app } = await seededApp(t, { hsts })
    for (const address of ['/', '/v1', '/v1/states.csv', '/nothing'])
      t.equal((await app.inject(address)).headers['strict-transport-security'], hsts ?? undefined, address)
  }
})

t.test('the pages of the documentation hold neither script nor style of their own', async (t) => {
  const { app } = await documentedApp(t)
  const { body } = await app.inject('/docs')
  t.notMatch(body, /<style|style=|<script(?![^>]* src=)|javascript:|\son\w+=/)
})

t.test('methods that no address takes, or nobody knows', async (t) => {
  const origin = await listening(t)
  const cases = [
    ['TRACE /v1/states HTTP/1.1', 405, 'method-not-allowed'],
    ['PROPFIND /v1/states HTTP/1.1', 501, 'method-not-implemented'],
    ['LINK /nothing HTTP/1.1', 501, 'method-not-implemented'],
    ['BREW /v1 HTTP/1.1', 400, 'invalid-request'],
    ['GET /v1 HTTX/1.1', 400, 'invalid-request'],
    [`GET /v1 HTTP/1.1\r\nx: ${'x'.repeat(20_000)}`, 431, 'headers-too-large'],
    [`GET /v1?${'x'.repeat(20_000)} HTTP/1.1`, 431, 'headers-too-large'],
    ['GET /v1 HTTP/1.1\r\ncontent-length: 1\r\ntransfer-encoding: chunked', 400, 'invalid-request'],
    ['GET /v1 HTTP/1.1\r\n: nothing', 400, 'invalid-request'],
  ] as const
  for (const [request, status, type] of cases)
    t.test(request.slice(0, 60), async (t) => {
      const reply = await send(origin, `${request}\r\nhost: x\r\nconnection: close\r\n\r\n`)
      const [head = '', body = ''] = reply.split('\r\n\r\n')
      t.match(head, new RegExp(`^HTTP/1.1 ${status} `))
      t.match(head, /content-type: application\/problem\+json/i)
      t.match(JSON.parse(body), { type: `/problems/${type}`, status, errors: [] })
    })
})

t.test('who asks too often is told when to come again; whom memory answers is not counted', async (t) => {
  const { app } = await seededApp(t, { rateLimit: 20 })
  for (let time = 0; time < 20; time++) t.equal((await app.inject('/v1/states/ZZZ')).statusCode, 404)
  const refused = await app.inject('/v1/states/ZZZ')
  t.equal(refused.statusCode, 429)
  t.match(refused.json(), {
    type: '/problems/too-many-requests',
    detail: /More than 20 such requests .* 60 seconds/,
  })
  t.equal(refused.headers['retry-after'], '60')
  t.equal((await app.inject('/nothing')).statusCode, 429, 'what is not there counts')
  t.equal((await app.inject('/healthz')).statusCode, 200, 'monitors do not')
  const elsewhere = await app.inject({ url: '/v1', remoteAddress: '192.0.2.1' })
  t.equal(elsewhere.statusCode, 200, 'nor do others')
  t.notOk(Object.keys(elsewhere.headers).some((name) => name.includes('ratelimit')))
})

t.test('imports are counted by themselves, and more tightly', async (t) => {
  const { app } = await seededApp(t, { rateLimit: 20 })
  const post = () => app.inject({ method: 'POST', url: '/v1/imports' })
  t.strictSame([(await post()).statusCode, (await post()).statusCode], [403, 403])
  t.equal((await post()).statusCode, 429)
  t.equal((await app.inject('/v1')).statusCode, 200)
})

t.test('a client is the address that a trusted proxy names, and no other', async (t) => {
  const from = (client: string, proxy: string) => ({
    url: '/nothing',
    remoteAddress: proxy,
    headers: { 'x-forwarded-for': client },
  })
  const { app } = await seededApp(t, { rateLimit: 1, trustProxy: ['10.0.0.0/8'] })
  t.equal((await app.inject(from('192.0.2.1', '10.0.0.1'))).statusCode, 404)
  t.equal((await app.inject(from('192.0.2.2', '10.0.0.1'))).statusCode, 404)
  t.equal((await app.inject(from('192.0.2.2', '10.0.0.2'))).statusCode, 429)
  t.equal((await app.inject(from('192.0.2.3', '198.51.100.1'))).statusCode, 404)
  t.equal((await app.inject(from('192.0.2.4', '198.51.100.1'))).statusCode, 429, 'it only says so')
})

t.test('what memory answers over a socket has the same headers, and is never refused', async (t) => {
  const origin = await listening(t, 2)
  const seen = new Set<string>()
  for (let time = 0; time < 30; time++) {
    const reply = await fetch(`${origin}/v1/states/USA`)
    t.equal(reply.status, 200)
    const names = [...reply.headers.keys()].filter((name) => !/^(date|connection|keep-alive)$/.test(name))
    seen.add(names.sort().join())
  }
  t.equal(seen.size, 1)
})

async function listening(t: Test, rateLimit = 0): Promise<string> {
  const { app } = await seededApp(t, { rateLimit })
  return app.listen({ port: 0 })
}

const send = (origin: string, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { port, hostname } = new URL(origin)
    const socket = connect(Number(port), hostname.replace(/[[\]]/g, ''), () => socket.write(text))
    let reply = ''
    socket.on('data', (piece) => {
      reply += piece
    })
    socket.on('close', () => resolve(reply))
    socket.on('error', reject)
  })

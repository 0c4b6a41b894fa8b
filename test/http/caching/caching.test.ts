import type { IncomingMessage } from 'node:http'
import fastify from 'fastify'
import t from 'tap'
import { openStore } from '../../../src/db/store.js'
import { replyCache } from '../../../src/http/caching/cache.js'
import { caching } from '../../../src/http/caching/caching.js'
import { cacheEpoch } from '../../../src/http/caching/validators.js'
import { variantsFor } from '../../../src/http/caching/variant-key.js'
import { newAnswerCounts } from '../../../src/http/metrics.js'
import { seededApp, seededDatabase, today } from '../../fixtures/seeded.js'
import { seededAt } from '../../fixtures/seeded-file.js'

const address = '/v1/states/USA/outstanding'

t.test('every 200 has its validators', async (t) => {
  const { app } = await seededApp(t)
  const { headers } = await app.inject(address)
  t.match(headers.etag, /^"1-[\w-]{22}-[\da-z]{1,7}"$/, 'a strong ETag that names the revision')
  t.equal(headers['last-modified'], 'Mon, 23 Nov 2026 00:00:00 GMT', 'the day turned since the import')
  t.ok(Date.parse(seededAt) < Date.parse(String(headers['last-modified'])))
  t.match(headers['cache-control'], /^public, max-age=\d+, s-maxage=\d+, stale-while-revalidate=\d+$/)
  t.match(headers.vary, /Accept/)
})

t.test('a matching validator is answered 304, without a body', async (t) => {
  const { app } = await seededApp(t)
  const { etag, 'last-modified': modified } = (await app.inject(address)).headers
  const cases = [
    [{ 'if-none-match': etag }, 304],
    [{ 'if-none-match': `"other", ${etag}` }, 304],
    [{ 'if-none-match': `W/${etag}` }, 304],
    [{ 'if-none-match': '*' }, 304],
    [{ 'if-none-match': etag, 'cache-control': 'no-cache', pragma: 'no-cache' }, 304],
    [{ 'if-none-match': '"other"' }, 200],
    [{ 'if-modified-since': modified }, 304],
    [{ 'if-modified-since': 'Sun, 01 Nov 2026 00:00:00 GMT' }, 200],
    [{ 'if-modified-since': '2030-01-01' }, 200],
    [{ 'if-none-match': '"other"', 'if-modified-since': modified }, 200],
  ] as const
  for (const [headers, status] of cases) {
    for (const method of ['GET', 'HEAD'] as const) {
      const reply = await app.inject({ method, url: address, headers: headers as Record<string, string> })
      t.equal(reply.statusCode, status, `${method} ${JSON.stringify(headers)}`)
      if (status === 304) {
        t.equal(reply.body, '')
        t.equal(reply.headers.etag, etag)
        t.notOk(reply.headers['content-type'])
        // Its length would be that of the answer (RFC 9110 § 8.6), which nobody has made.
        t.notOk(reply.headers['content-length'])
      }
    }
  }
})

t.test('what is no 200 is never a 304', async (t) => {
  const { app } = await seededApp(t)
  const headers = { 'if-none-match': '*', 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' }
  const missing = await app.inject({ url: '/v1/states/ZZZ', headers })
  t.equal(missing.statusCode, 404)
  t.notOk(missing.headers.etag)
  t.equal(missing.headers['cache-control'], 'no-store')
})

t.test('another question has another ETag', async (t) => {
  const { app } = await seededApp(t)
  const etags = await Promise.all(
    [address, `${address}?asOf=2008-12-18`, '/v1/states/FRA/outstanding'].map(
      async (url) => (await app.inject(url)).headers.etag,
    ),
  )
  t.equal(new Set(etags).size, 3)
})

t.test('HEAD answers as GET does, without the body', async (t) => {
  const { app } = await seededApp(t)
  const get = await app.inject(address)
  const head = await app.inject({ method: 'HEAD', url: address })
  t.equal(head.statusCode, 200)
  t.equal(head.body, '')
  for (const name of ['etag', 'content-length', 'content-type', 'last-modified'])
    t.equal(head.headers[name], get.headers[name], name)
})

t.test('any origin may read, and see what it needs to', async (t) => {
  const { app } = await seededApp(t)
  const reply = await app.inject({ url: address, headers: { origin: 'https://campaign.example' } })
  t.equal(reply.headers['access-control-allow-origin'], '*')
  t.equal(reply.headers['access-control-expose-headers'], 'ETag, Link, Retry-After, X-Total-Count')
  const preflight = await app.inject({
    method: 'OPTIONS',
    url: address,
    headers: { origin: 'https://campaign.example', 'access-control-request-method': 'GET' },
  })
  t.equal(preflight.statusCode, 204)
  t.match(preflight.headers['access-control-allow-methods'], /GET, HEAD/)
})

t.test('a kept reply has a buffer of its own', async (t) => {
  const store = openStore(seededDatabase(t))
  const cache = replyCache()
  const variants = variantsFor({ publicUrl: '', trustProxy: false })
  const app = fastify()
  t.teardown(() => app.close())
  const answerCounts = newAnswerCounts()
  await app.register(caching, { store, today: () => today, build: 'any', cache, variants, answerCounts })
  const payloads: Record<string, string | Buffer> = {
    '/short': 'short',
    '/long': 'long '.repeat(20_000),
    '/slice': Buffer.from('a slice of the pool'),
  }
  for (const [url, payload] of Object.entries(payloads))
    app.get(url, (_request, reply) => reply.send(payload))
  const version = store.version()
  const epoch = version ? cacheEpoch(version, today) : ''
  for (const url of Object.keys(payloads))
    for (const coding of ['identity', 'gzip', 'br']) {
      const headers = { host: 'localhost', 'accept-encoding': coding }
      const { rawPayload } = await app.inject({ url, headers })
      const kept = cache.get(epoch, variants.keyOf({ url, headers } as IncomingMessage))?.bytes
      t.strictSame(kept, rawPayload, `${url} as ${coding}`)
      t.equal(kept?.buffer.byteLength, rawPayload.length, `${url} as ${coding}: nothing beside it`)
    }
})

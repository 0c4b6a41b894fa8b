import t from 'tap'
import { documentedApp } from '../fixtures/seeded.js'

t.test('the pages of the documentation are made for the first who asks', async (t) => {
  const { app } = await documentedApp(t)
  const cases: [url: string, status: number, type: RegExp][] = [
    ['/docs', 200, /^text\/html/],
    ['/docs/', 200, /^text\/html/],
    ['/docs/json', 200, /^application\/json/],
    ['/docs/static/swagger-ui.css', 200, /^text\/css/],
    ['/docs/none', 404, /^application\/problem\+json/],
    ['/docs/static/%00', 400, /^application\/problem\+json/],
    ['/openapi.yaml', 200, /^application\/yaml/],
  ]
  for (const [url, status, type] of cases) {
    const reply = await app.inject(url)
    t.equal(reply.statusCode, status, url)
    t.match(reply.headers['content-type'], type, url)
    const head = await app.inject({ method: 'HEAD', url })
    t.strictSame([head.statusCode, head.body], [status, ''], `HEAD ${url}`)
  }
})

t.test('the document is compressed, and has validators', async (t) => {
  const { app } = await documentedApp(t)
  for (const url of ['/openapi.json', '/openapi.yaml']) {
    const { headers, rawPayload } = await app.inject({ url, headers: { 'accept-encoding': 'br, gzip' } })
    t.equal(headers['content-encoding'], 'br', url)
    t.ok(rawPayload.length < 80_000, `${rawPayload.length} bytes`)
    const again = await app.inject({
      url,
      headers: { 'accept-encoding': 'br, gzip', 'if-none-match': String(headers.etag) },
    })
    t.strictSame([again.statusCode, again.body], [304, ''], url)
  }
})

t.test('no parameter makes the document permanent', async (t) => {
  const { app } = await documentedApp(t)
  for (const path of ['/openapi.json', '/openapi.yaml'])
    for (const query of ['', '?revision=1', '?asOf=2020-01-01&revision=1', '?revision=99']) {
      const { statusCode, headers } = await app.inject(path + query)
      t.equal(statusCode, 200, path + query)
      t.match(headers, { etag: /^"1-/, 'cache-control': /^public, max-age=60,/ }, path + query)
    }
})

t.test('a part of a file, or a file on a condition, is the whole file', async (t) => {
  const { app } = await documentedApp(t)
  const url = '/docs/static/swagger-ui.css'
  const whole = await app.inject(url)
  const { etag, 'last-modified': modified } = whole.headers as Record<string, string>
  const conditions: Record<string, string>[] = [
    { range: 'bytes=0-9' },
    { range: 'bytes=0-9', 'if-range': etag ?? '' },
    { range: 'bytes=999999999-' },
    { 'if-match': '"other"' },
    { 'if-unmodified-since': 'Tue, 01 Jan 1980 00:00:00 GMT' },
  ]
  for (const headers of conditions) {
    const reply = await app.inject({ url, headers })
    t.equal(reply.statusCode, 200, JSON.stringify(headers))
    t.notOk(reply.headers['content-range'])
    t.equal(reply.body, whole.body)
  }
  const held: Record<string, string>[] = [
    { 'if-none-match': etag ?? '' },
    { 'if-modified-since': modified ?? '' },
  ]
  for (const headers of held)
    t.equal((await app.inject({ url, headers })).statusCode, 304, JSON.stringify(headers))
})

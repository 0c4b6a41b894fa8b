import t from 'tap'
import { documentedApp } from '../../fixtures/seeded.js'

t.test('the document, as JSON, as YAML and in 3.0', async (t) => {
  const { app } = await documentedApp(t)
  for (const [url, type] of [
    ['/openapi.json', /^application\/json/],
    ['/openapi-3.0.json', /^application\/json/],
    ['/openapi.yaml', /^application\/yaml/],
  ] as const) {
    const reply = await app.inject(url)
    t.equal(reply.statusCode, 200, url)
    t.match(reply.headers['content-type'], type, url)
    const head = await app.inject({ method: 'HEAD', url })
    t.strictSame([head.statusCode, head.body], [200, ''], `HEAD ${url}`)
  }
})

t.test('the document is compressed, and has validators', async (t) => {
  const { app } = await documentedApp(t)
  for (const url of ['/openapi.json', '/openapi-3.0.json', '/openapi.yaml']) {
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
  for (const path of ['/openapi.json', '/openapi-3.0.json', '/openapi.yaml'])
    for (const query of ['', '?revision=1', '?asOf=2020-01-01&revision=1', '?revision=99']) {
      const { statusCode, headers } = await app.inject(path + query)
      t.equal(statusCode, 200, path + query)
      t.match(headers, { etag: /^"1-/, 'cache-control': /^public, max-age=60,/ }, path + query)
    }
})

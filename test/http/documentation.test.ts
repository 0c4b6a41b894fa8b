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

import { brotliDecompressSync } from 'node:zlib'
import t from 'tap'
import { valuesOf, wordsOf } from '../fixtures/pages.js'
import { documentedApp } from '../fixtures/seeded.js'

t.test(
  'the reference is readable without scripts: every operation, and an example of each that has one',
  async (t) => {
    const { app } = await documentedApp(t)
    const reply = await app.inject('/docs')
    const document = (await app.inject('/openapi.json')).json()
    const words = wordsOf(reply)
    const { paths } = document as { paths: Record<string, Record<string, { summary: string }>> }
    for (const [path, operations] of Object.entries(paths))
      for (const [method, { summary }] of Object.entries(operations)) {
        t.ok(words.includes(`${method.toUpperCase()} ${path} `), path)
        t.ok(words.includes(summary), summary)
      }
    const links = valuesOf(reply.body, 'href')
    for (const link of [
      '/?lang=en',
      '/openapi.json',
      '/openapi.yaml',
      '/openapi-3.0.json',
      '/v1/states/USA/outstanding',
    ])
      t.ok(links.includes(link), link)
    for (const link of [
      ...links.filter((one) => /^\/(assets|docs)/.test(one)),
      ...valuesOf(reply.body, 'src'),
    ])
      t.equal((await app.inject(link)).statusCode, 200, link)
    t.notMatch(reply.body, /<style|style=|<script(?![^>]* src=)|smartbear|logo/i)
  },
)

t.test(
  'the page and its files are compressed, have validators, and load from this server alone',
  async (t) => {
    const { app } = await documentedApp(t)
    for (const [url, most] of [
      ['/docs', 25_000],
      ['/docs/swagger-ui.js', 450_000],
      ['/docs/swagger-ui.css', 30_000],
    ] as const) {
      const headers = { 'accept-encoding': 'br' }
      const reply = await app.inject({ url, headers })
      t.ok(reply.rawPayload.length < most, `${url}: ${reply.rawPayload.length} bytes`)
      t.ok(brotliDecompressSync(reply.rawPayload).length > reply.rawPayload.length)
      t.match(
        reply.headers['content-security-policy'],
        /^default-src 'none'; script-src 'self'; style-src 'self'/,
      )
      const held = { ...headers, 'if-none-match': String(reply.headers.etag) }
      const again = await app.inject({ url, headers: held })
      t.equal(again.statusCode, 304, url)
      t.equal(again.headers['content-security-policy'], reply.headers['content-security-policy'])
    }
    t.equal((await app.inject('/docs/')).headers.location, '/docs')
    t.equal((await app.inject('/docs/none')).statusCode, 404)
  },
)

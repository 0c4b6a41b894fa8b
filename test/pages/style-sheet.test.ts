import { createHash } from 'node:crypto'
import t from 'tap'
import { assets } from '../../src/pages/frame/assets.js'
import { styleSheet } from '../../src/pages/style-sheet.js'
import { textOf } from '../fixtures/contract.js'
import { embeds, pages, problemPages, styleOf } from '../fixtures/pages.js'
import { seededApp } from '../fixtures/seeded.js'

t.test('the style sheet is served whole, under a name that follows from its content', async (t) => {
  const { app } = await seededApp(t)
  const path = styleOf((await app.inject('/')).body)
  const { statusCode, headers, body } = await app.inject(path)
  t.equal(statusCode, 200)
  t.equal(body, styleSheet)
  t.equal(headers['content-type'], 'text/css; charset=utf-8')
  t.equal(headers['cache-control'], 'public, max-age=31536000, immutable')
  t.equal(headers['x-content-type-options'], 'nosniff')
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 12)
  t.equal(path, `/assets/style-${digest}.css`)
})

t.test('style sheet and icon come compressed, and are not sent twice', async (t) => {
  const { app } = await seededApp(t)
  for (const { path, body } of Object.values(assets)) {
    const etags = new Set<unknown>()
    for (const [accepted, coding] of [
      ['identity', undefined],
      ['gzip', 'gzip'],
      ['gzip, deflate, br', 'br'],
    ] as const) {
      const asked = { url: path, headers: { 'accept-encoding': accepted } }
      const reply = await app.inject(asked)
      const { etag, vary, 'cache-control': control, 'content-encoding': encoding } = reply.headers
      t.equal(encoding, coding, `${path} as ${accepted}`)
      t.equal(textOf(reply), body)
      t.match(vary, /Accept-Encoding/)
      etags.add(etag)
      const held = await app.inject({
        ...asked,
        headers: { ...asked.headers, 'if-none-match': String(etag) },
      })
      t.strictSame([held.statusCode, held.body], [304, ''])
      t.match(held.headers, { etag, vary, 'cache-control': control })
    }
    t.equal(etags.size, 3, 'each coding has its ETag')
  }
})

t.test('it is served without a record, for the page that says so', async (t) => {
  const { app, db } = await seededApp(t)
  db.$client.close()
  const failed = await app.inject({ url: '/', headers: { accept: 'text/html' } })
  t.equal(failed.statusCode, 500)
  const { statusCode, body } = await app.inject(styleOf(failed.body))
  t.strictSame([statusCode, body], [200, styleSheet])
})

t.test('its parts are joined in order, and print has the last word', async (t) => {
  t.notMatch(styleSheet, '@import')
  t.notMatch(styleSheet, /url\((?!#)/, 'it fetches nothing')
  const first = (text: string) => styleSheet.indexOf(text)
  t.ok(first(':root') >= 0 && first(':root') < first('body {'))
  t.equal(styleSheet.lastIndexOf('@media'), styleSheet.lastIndexOf('@media print'))
})

t.test('a page is at most 25 KB on its way', async (t) => {
  const { app } = await seededApp(t)
  const heaviest = [
    '/ru/instruments/opsc',
    '/ar/instruments/opsc',
    '/ru/instruments/cedaw?asOf=2026-11-22&revision=1',
    '/ru/instruments/cedaw/statements?asOf=2026-11-22&revision=1',
    '/ru/instruments/cedaw/statements?article=29&asOf=2026-11-22&revision=1',
    '/ru/instruments/cedaw/statements?article=16&asOf=2026-11-22&revision=1',
    '/ru/instruments/cedaw/statements?group=asia-pacific&asOf=2026-11-22&revision=1',
  ]
  for (const url of [...pages, ...heaviest, ...embeds, ...problemPages]) {
    const headers = { accept: 'text/html', 'accept-encoding': 'br' }
    const { rawPayload } = await app.inject({ url, headers })
    t.ok(rawPayload.length <= 25 * 1024, `${url}: ${rawPayload.length} bytes`)
  }
})

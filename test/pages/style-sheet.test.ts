import { createHash } from 'node:crypto'
import { brotliCompressSync } from 'node:zlib'
import t from 'tap'
import { styleSheet } from '../../src/pages/style-sheet.js'
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

t.test('its parts are joined in order, and print has the last word', async (t) => {
  t.notMatch(styleSheet, '@import')
  t.notMatch(styleSheet, /url\((?!#)/, 'it fetches nothing')
  const first = (text: string) => styleSheet.indexOf(text)
  t.ok(first(':root') >= 0 && first(':root') < first('body {'))
  t.equal(styleSheet.lastIndexOf('@media'), styleSheet.lastIndexOf('@media print'))
})

t.test('a page is at most 25 KB on its way, and the style sheet 5 KB', async (t) => {
  const { app } = await seededApp(t)
  const heaviest = ['/instruments/opsc?lang=ru', '/instruments/opsc?lang=ar']
  t.ok(brotliCompressSync(styleSheet).length <= 5 * 1024)
  for (const url of [...pages, ...heaviest, ...embeds, ...problemPages]) {
    const headers = { accept: 'text/html', 'accept-encoding': 'br' }
    const { rawPayload } = await app.inject({ url, headers })
    t.ok(rawPayload.length <= 25 * 1024, `${url}: ${rawPayload.length} bytes`)
  }
})

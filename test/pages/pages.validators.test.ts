import t from 'tap'
import { csv, importTable, longHeader } from '../fixtures/imported.js'
import { seededApp, seededDatabase } from '../fixtures/seeded.js'

const addresses = [
  '/',
  '/states/VUT',
  '/instruments/cedaw',
  '/outstanding',
  '/embed/states/VUT',
  '/badges/states/VUT.svg',
  '/og/states/VUT.png',
]

t.test('a page is bytes of a revision and a day', async (t) => {
  const db = seededDatabase(t)
  const { app } = await seededApp(t, { db })
  const etags = new Map<string, string>()
  for (const url of addresses) {
    const { headers, rawPayload } = await app.inject(url)
    t.match(headers.etag, /^"1-[\w-]{22}-[\da-z]{1,7}"$/, url)
    t.match(headers['cache-control'], /^public, max-age=60/, url)
    t.match(headers.vary, /Accept-Encoding/, url)
    t.ok(headers['last-modified'], url)
    const again = await app.inject(url)
    t.strictSame(again.rawPayload, rawPayload, `${url}: the same bytes`)
    t.equal(again.headers['content-security-policy'], headers['content-security-policy'], url)
    const held = await app.inject({ url, headers: { 'if-none-match': String(headers.etag) } })
    t.equal(held.statusCode, 304, url)
    t.equal(held.body, '')
    etags.set(url, String(headers.etag))
  }
  const rows = csv(longHeader, 'cedaw,VUT,withdrawal,2026-11-20,,,,depositary,a test')
  await importTable(t, db, 'long.csv', rows, { allowRemovals: true })
  for (const url of addresses) {
    const old = await app.inject({ url, headers: { 'if-none-match': etags.get(url) ?? '' } })
    t.equal(old.statusCode, 200, `${url}: an import makes it another`)
    t.match(old.headers.etag, /^"2-/)
  }
})

t.test('a page of a day and a revision never changes', async (t) => {
  const { app } = await seededApp(t)
  const { headers } = await app.inject('/states/VUT?asOf=2008-12-18&revision=1')
  t.match(headers['cache-control'], /immutable/)
})

t.test('text comes compressed, pictures of pixels do not', async (t) => {
  const { app } = await seededApp(t)
  const asked = { headers: { 'accept-encoding': 'br, gzip' } }
  t.equal((await app.inject({ url: '/', ...asked })).headers['content-encoding'], 'br')
  t.notOk((await app.inject({ url: '/og/home.png', ...asked })).headers['content-encoding'])
})

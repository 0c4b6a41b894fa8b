import t from 'tap'
import { valuesOf } from '../fixtures/pages.js'
import { seededApp } from '../fixtures/seeded.js'

t.test('an icon is where browsers look for it', async (t) => {
  const { app } = await seededApp(t)
  const icon = await app.inject('/favicon.ico')
  t.equal(icon.statusCode, 200)
  t.equal(icon.headers['content-type'], 'image/vnd.microsoft.icon')
  const { rawPayload: bytes } = icon
  t.strictSame(
    [bytes.readUInt16LE(0), bytes.readUInt16LE(2), bytes.readUInt16LE(4)],
    [0, 1, 1],
    'one picture',
  )
  const [length, offset] = [bytes.readUInt32LE(14), bytes.readUInt32LE(18)]
  const png = bytes.subarray(offset, offset + length)
  t.equal(png.subarray(1, 4).toString(), 'PNG')
  t.equal(png.length, length)
  t.strictSame([png.readUInt32BE(16), png.readUInt32BE(20)], [32, 32])
  const touch = await app.inject('/apple-touch-icon.png')
  t.equal(touch.headers['content-type'], 'image/png')
  t.strictSame([touch.rawPayload.readUInt32BE(16), touch.rawPayload.readUInt32BE(20)], [180, 180])
  t.equal(
    (await app.inject({ url: '/favicon.ico', headers: { 'if-none-match': String(icon.headers.etag) } }))
      .statusCode,
    304,
  )
})

t.test('pages name the icon that is drawn at any size', async (t) => {
  const { app } = await seededApp(t)
  const links = valuesOf((await app.inject('/')).body, 'href')
  const svg = links.find((href) => href.startsWith('/assets/icon-')) ?? ''
  t.equal((await app.inject(svg)).headers['content-type'], 'image/svg+xml')
})

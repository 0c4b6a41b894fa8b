import t from 'tap'
import { seededApp } from '../../fixtures/seeded.js'

t.test('pictures for sharing are PNG of 1200 by 630', async (t) => {
  const { app } = await seededApp(t)
  for (const url of [
    '/og/home.png',
    '/og/states/GBR.png',
    '/og/instruments/opsc.png',
    '/og/home.png?asOf=2008-12-18',
    '/ar/og/home.png',
    '/ru/og/states/GBR.png',
    '/fr/og/instruments/opsc.png',
  ]) {
    const { statusCode, headers, rawPayload } = await app.inject(url)
    t.equal(statusCode, 200, url)
    t.equal(headers['content-type'], 'image/png')
    t.equal(rawPayload.subarray(1, 4).toString(), 'PNG')
    t.strictSame([rawPayload.readUInt32BE(16), rawPayload.readUInt32BE(20)], [1200, 630])
    t.ok(rawPayload.length > 20_000, `${url}: letters are drawn`)
  }
})

t.test(
  'pictures are in the language of their address; in English for Chinese, and the page says so',
  async (t) => {
    const { app } = await seededApp(t)
    const english = (await app.inject('/og/instruments/opsc.png')).rawPayload
    for (const lang of ['fr', 'es', 'ar', 'ru'])
      t.notOk((await app.inject(`/${lang}/og/instruments/opsc.png`)).rawPayload.equals(english), lang)
    t.ok((await app.inject('/zh/og/instruments/opsc.png')).rawPayload.equals(english))
    const altOf = async (url: string) =>
      /<meta property="og:image:alt" content="([^"]*)"/.exec((await app.inject(url)).body)?.[1]
    t.match(await altOf('/zh/share'), /显示.*（图片为英文）$/)
    t.match(await altOf('/fr/share'), /^Extraits de code .*instrument\.$/)
  },
)

t.test('badges say in words how far somebody is', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    ['/badges/states/USA.svg', 'United States of America: party to 4 of 5 treaties'],
    ['/badges/instruments/cedaw.svg', 'CEDAW: 189 parties known, 6 Members to go'],
    ['/badges/instruments/cedaw.svg?asOf=2008-12-18', 'CEDAW: 185 parties, 8 Members to go'],
  ] as const
  for (const [url, words] of cases) {
    const { headers, body } = await app.inject(url)
    t.match(headers['content-type'], /^image\/svg\+xml/, url)
    t.match(body, `<title>${words}</title>`)
  }
})

t.test('a badge that cannot be had is a picture that says so', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    ['/badges/states/ZZZ.svg', 404, 'ZZZ: Not in the record'],
    ['/badges/instruments/nothing.svg', 404, 'nothing: Not in the record'],
    ['/badges/instruments/opsc.svg?asOf=1999-01-01', 404, 'opsc: It did not exist yet'],
    ['/badges/states/USA.svg?asOf=2030-01-01', 400, 'USA: The request is not valid'],
    ['/badges/states/USA.svg?lang=xx', 400, 'USA: The request is not valid'],
    ['/badges/states/%3Cb%3E%07%EF%BF%BE.svg', 404, 'b: Not in the record'],
  ] as const
  for (const [url, status, words] of cases) {
    const reply = await app.inject(url)
    t.equal(reply.statusCode, status, url)
    t.match(reply.headers, { 'content-type': /^image\/svg\+xml/, 'cache-control': 'no-store' }, url)
    t.match(reply.body, `<title>${words}</title>`, url)
  }
})

t.test('a card that cannot be had says so within its frame', async (t) => {
  const { app } = await seededApp(t)
  const { statusCode, headers, body } = await app.inject('/embed/states/ZZZ')
  t.equal(statusCode, 404)
  t.match(body, 'The State “ZZZ” is not in the record')
  t.notMatch(headers['content-security-policy'], 'frame-ancestors', 'anybody may frame it')
  t.notOk(headers['x-frame-options'])
})

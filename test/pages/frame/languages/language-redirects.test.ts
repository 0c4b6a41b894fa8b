import { once } from 'node:events'
import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import { seededApp } from '../../../fixtures/seeded.js'

const cases: { asks: string; gets: number; at?: string }[] = [
  { asks: '/states/HTI?lang=fr', gets: 308, at: '/fr/states/HTI' },
  { asks: '/states/HTI?asOf=2020-01-01&lang=ar', gets: 308, at: '/ar/states/HTI?asOf=2020-01-01' },
  { asks: '/fr/states/HTI?lang=es', gets: 308, at: '/es/states/HTI' },
  { asks: '/fr/states/HTI?lang=fr', gets: 308, at: '/fr/states/HTI' },
  { asks: '/fr/states/HTI?lang=en', gets: 308, at: '/states/HTI' },
  { asks: '/states/HTI?lang=en', gets: 308, at: '/states/HTI' },
  { asks: '/badges/states/HTI.svg?lang=ru', gets: 308, at: '/ru/badges/states/HTI.svg' },
  { asks: '/?lang=zh', gets: 308, at: '/zh' },
  { asks: '/fr?lang=en&asOf=2020-01-01', gets: 308, at: '/?asOf=2020-01-01&lang=en' },
  { asks: '/?lang=en', gets: 200 },
  { asks: '/?lang=', gets: 200 },
  { asks: '/fr/', gets: 308, at: '/fr' },
  { asks: '/fr/states/332', gets: 308, at: '/fr/states/HTI' },
  { asks: '/fr?lang=de', gets: 400 },
  { asks: '/en/states/HTI', gets: 404 },
  { asks: '/%66r/states/HTI', gets: 404 },
  { asks: '/f%72?lang=ar', gets: 404 },
  { asks: '/fr/v1/states', gets: 404 },
  { asks: '/fr/robots.txt', gets: 404 },
]

t.test('?lang= leads to the one address of a page in that language', async (t) => {
  const { app } = await seededApp(t)
  for (const { asks, gets, at } of cases) {
    const { statusCode, headers } = await app.inject(asks)
    t.equal(statusCode, gets, asks)
    t.equal(headers.location, at, asks)
  }
})

t.test('with a public address, it leads there', async (t) => {
  const { app } = await seededApp(t, { publicUrl: 'https://status.example' })
  t.equal((await app.inject('/share?lang=fr')).headers.location, 'https://status.example/fr/share')
})

const visits: { accepts: string | undefined; to: string | undefined }[] = [
  { accepts: undefined, to: undefined },
  { accepts: '*', to: undefined },
  { accepts: 'en-GB,fr;q=0.9', to: undefined },
  { accepts: 'de-DE,de', to: undefined },
  { accepts: 'fr-CA,fr;q=0.8,en;q=0.5', to: '/fr' },
  { accepts: 'de,es;q=0.7,en;q=0.3', to: '/es' },
  { accepts: 'zh-TW', to: '/zh' },
  { accepts: 'ar;q=0, en', to: undefined },
  { accepts: '\u00ff;;;', to: undefined },
]

t.test('the first visit to / leads to the language that the browser prefers', async (t) => {
  const { app } = await seededApp(t)
  for (const { accepts, to } of visits) {
    const headers = accepts === undefined ? {} : { 'accept-language': accepts }
    const reply = await app.inject({ url: '/?asOf=2020-01-01', headers })
    const who = accepts ?? 'who says nothing'
    t.equal(reply.statusCode, to === undefined ? 200 : 302, who)
    t.equal(reply.headers.location, to === undefined ? undefined : `${to}?asOf=2020-01-01`, who)
    t.match(reply.headers.vary, /Accept-Language/, who)
    if (to !== undefined) t.equal(reply.headers['cache-control'], 'private, no-cache')
  }
})

t.test('no other page asks the browser', async (t) => {
  const { app } = await seededApp(t)
  const headers = { 'accept-language': 'fr' }
  for (const url of ['/?lang=en', '/states', '/fr', '/ar/states/HTI', '/badges/states/HTI.svg', '/v1'])
    t.equal((await app.inject({ url, headers })).statusCode, 200, url)
  t.notMatch((await app.inject('/states')).headers.vary, /Language/)
})

t.test('what one reader of / fills the cache with does not answer another', async (t) => {
  const { app } = await seededApp(t)
  const home = await app.listen({ port: 0, host: '127.0.0.1' })
  const visit = (accepts: string, headers = {}) =>
    fetch(home, { redirect: 'manual', headers: { 'accept-language': accepts, ...headers } })
  const english = await visit('en')
  t.equal(english.status, 200)
  const etag = english.headers.get('etag') ?? ''
  t.equal((await visit('en', { 'if-none-match': etag })).status, 304)
  for (const status of [302, 302]) t.equal((await visit('fr')).status, status)
  t.equal((await visit('fr', { 'if-none-match': etag })).status, 302, 'also to who held the English page')
  t.equal((await visit('en;q=0.9')).status, 200)
})

t.test('no path leads to another host', async (t) => {
  const { app } = await seededApp(t)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const location = async (path: string) => {
    const [reply] = await once(get({ host: '127.0.0.1', port, path }), 'response')
    reply.resume()
    return reply.headers.location ?? ''
  }
  // As sent: browsers and `inject` would resolve these paths before.
  for (const path of [
    '/states/..\\\\evil.example',
    '/fr/states/%2e%2e\\\\evil.example',
    '/embed/states/..\\..\\\\evil.example',
  ])
    t.match(await location(`${path}?lang=en`), /^\/(states|embed)\//, path)
})

import t from 'tap'
import { documentedApp } from '../fixtures/seeded.js'

t.test('a path with trailing slashes leads to the route without them', async (t) => {
  const { app } = await documentedApp(t)
  const cases = {
    '/v1/': '/v1',
    '/v1/states/': '/v1/states',
    '/v1/states/USA/statuses//?asOf=2020-01-01': '/v1/states/USA/statuses?asOf=2020-01-01',
    '/v1/states.csv/': '/v1/states.csv',
    '/outstanding/?minimum=3&q=/': '/outstanding?minimum=3&q=/',
    '/states/USA/': '/states/USA',
    '/embed/states/USA/': '/embed/states/USA',
    '/.well-known/api-catalog/': '/.well-known/api-catalog',
    [`/search${'/'.repeat(9000)}`]: '/search',
  }
  for (const [url, location] of Object.entries(cases)) {
    const reply = await app.inject(url)
    t.strictSame([reply.statusCode, reply.headers.location], [308, location], url.slice(0, 60))
  }
})

t.test('other paths with trailing slashes do not redirect', async (t) => {
  const { app } = await documentedApp(t)
  const cases = {
    '/': 200,
    '/docs/': 308,
    '/?lang=fr/': 400,
    '/docs/json/': 404,
    '/nowhere/': 404,
    '/embed/states/?lang=fr': 404,
    '/v1/nowhere/': 404,
    '/v1/states/USA/nowhere/': 404,
    '/v1xstates/': 404,
    '//v1/': 404,
    '//example.org/': 404,
    [`/${'/'.repeat(9000)}x/`]: 404,
  }
  for (const [url, status] of Object.entries(cases)) {
    const reply = await app.inject(url)
    t.equal(reply.statusCode, status, url.slice(0, 60))
  }
})

// In quadratic time, some of these would take hundreds of times as long as the plain path.
t.test('thousands of slashes cost no more than as many letters', async (t) => {
  const { app } = await documentedApp(t)
  const count = 20_000
  const slashes = '/'.repeat(count)
  const fastest = async (url: string) => {
    const times: number[] = []
    for (let time = 0; time < 3; time++) {
      const start = performance.now()
      const { statusCode } = await app.inject(url)
      times.push(performance.now() - start)
      t.equal(statusCode, 404, url.slice(0, 40))
    }
    return Math.min(...times)
  }
  await fastest('/v1/nowhere/')
  const plain = await fastest(`/v1/${'a'.repeat(count)}/`)
  for (const url of [
    `/v1${slashes}x`,
    `/v1${slashes}x/`,
    `/v1${slashes}x${slashes}`,
    `/states/USA${slashes}x/`,
    `/v1${'/x'.repeat(count / 2)}/`,
    `/v1${slashes}x/?${slashes}x`,
    `/v1${slashes}x/${'?/'.repeat(count / 2)}`,
  ]) {
    const ratio = (await fastest(url)) / plain
    t.ok(ratio < 60, `${ratio.toFixed(1)} times as long: ${url.slice(0, 20)}…${url.slice(-20)}`)
  }
})

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
    '/docs/': 200,
    '/?lang=fr/': 400,
    '/docs/json/': 404,
    '/nowhere/': 404,
    '/instruments/': 404,
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

import t from 'tap'
import { seededApp } from '../fixtures/seeded.js'

const slashes = (count: number) => '/'.repeat(count)

t.test('an address that ends in slashes leads to the same without', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    ['/v1/', '/v1'],
    ['/v1/states/', '/v1/states'],
    ['/v1/states//', '/v1/states'],
    ['/v1/states/?q=a/', '/v1/states?q=a/'],
    ['/v1//states/', '/v1//states'],
    ['/states/USA/?asOf=2020-01-01', '/states/USA?asOf=2020-01-01'],
    [`/v1${slashes(20_000)}`, '/v1'],
    [`/v1/states${slashes(20_000)}?q=${slashes(20_000)}`, `/v1/states?q=${slashes(20_000)}`],
  ] as const
  for (const [url, location] of cases) {
    const reply = await app.inject(url)
    t.strictSame([reply.statusCode, reply.headers.location], [308, location], url.slice(0, 40))
  }
})

t.test('any other address is asked as it is', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    ['/', 200],
    ['/v1', 200],
    ['/search?q=a/', 200],
    ['/v1/states?q=a//', 200],
    ['/v1//states', 404],
    ['/v1states/', 404],
    ['/nothing/', 404],
  ] as const
  for (const [url, status] of cases) t.equal((await app.inject(url)).statusCode, status, url)
})

// In quadratic time, these would take thousands of times as long as the plain one.
t.test('tens of thousands of slashes cost no more than as many letters', async (t) => {
  const { app } = await seededApp(t)
  const count = 20_000
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
  await fastest('/v1/nothing')
  const plain = await fastest(`/v1/${'a'.repeat(count)}`)
  for (const path of [
    `${slashes(count)}x`,
    `/a${slashes(count)}x`,
    '/x'.repeat(count / 2),
    `${slashes(count)}x?${slashes(count)}`,
    `${slashes(count)}x${'?/'.repeat(count / 2)}`,
  ]) {
    const ratio = (await fastest(`/v1${path}`)) / plain
    t.ok(ratio < 100, `${ratio.toFixed(1)} times as long: ${path.slice(0, 20)}…${path.slice(-20)}`)
  }
})

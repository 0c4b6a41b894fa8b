import t from 'tap'
import { seededApp } from '../fixtures/seeded.js'

t.test('a badge is found by the code of its State or instrument alone', async (t) => {
  const { app } = await seededApp(t)
  for (const [asked, address] of [
    ['/v1/badges/USA.svg', '/badges/states/USA.svg'],
    ['/v1/badges/us.svg?asOf=2020-01-01', '/badges/states/USA.svg?asOf=2020-01-01'],
    ['/v1/badges/cedaw.svg', '/badges/instruments/cedaw.svg'],
    ['/v1/badges/XVIII-12-a.svg', '/badges/instruments/trafficking-protocol.svg'],
  ] as const) {
    t.match(await app.inject(asked), { statusCode: 308, headers: { location: address } }, asked)
    t.match((await app.inject(address)).headers['content-type'], /^image\/svg\+xml/)
  }
  const unknown = await app.inject('/v1/badges/ZZZ.svg')
  t.match(unknown, { statusCode: 307, headers: { location: '/badges/states/ZZZ.svg' } })
})

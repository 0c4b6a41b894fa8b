import t from 'tap'
import { seededApp } from '../fixtures/seeded.js'

t.test('an instrument, with its final clauses', async (t) => {
  const { ask } = await seededApp(t)
  const { body } = await ask('/v1/instruments/trafficking-protocol')
  t.match(body, {
    code: 'trafficking-protocol',
    number: 'XVIII-12-a',
    adopted: { on: '2000-11-15', place: 'New York' },
    inForceOn: '2003-12-25',
    depositary: { url: /mtdsg_no=XVIII-12-a/ },
    convention: { code: 'untoc' },
    rules: {
      entryIntoForce: { rule: 'thirtieth-day-after-deposit', article: 'Trafficking Protocol art. 17(2)' },
      signature: { openUntil: '2002-12-12' },
      withdrawal: { rule: 'one-year-after-notification' },
    },
    preconditions: [{ instrument: { code: 'untoc' }, requires: 'party', article: 'UNTOC art. 37(2)' }],
    urgedBy: [{ resolution: 'A/RES/63/194', paragraph: 1 }],
  })
  t.match(
    (await ask('/v1/instruments/crc')).body,
    { urgedBy: [], counts: { outstanding: 0 } },
    'no paragraph urges the CRC',
  )
  t.strictSame((await ask('/v1/instruments')).body.data.length, 6)
  const second = (await ask('/v1/instruments?paragraph=2')).body.data.map(
    ({ code }: { code: string }) => code,
  )
  t.strictSame(second, ['opsc', 'cedaw', 'supplementary-slavery-convention'])
})

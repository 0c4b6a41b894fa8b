import t from 'tap'
import { openStore } from '../../src/db/store.js'
import { daysOf, plusDays } from '../../src/domain/calendar.js'
import { seededApp } from '../fixtures/seeded.js'

t.test('through the API, the record reproduces every total that others printed', async (t) => {
  const { ask, db } = await seededApp(t)
  const totals = openStore(db).instruments.printedTotals()
  t.equal(totals.length, 35)
  for (const { instrument, asAt, parties, signatories } of totals) {
    const name = `${instrument} ${asAt}`
    const [first, last] = daysOf(asAt)
    const counts = []
    for (let day = first; day <= last; day = plusDays(day, 1))
      counts.push((await ask(`/v1/instruments/${instrument}?asOf=${day}`)).body.counts)
    const isPrinted = (count: { parties: number; signatories: number }): boolean =>
      (parties === null || count.parties === parties) &&
      (signatories === null || count.signatories === signatories)
    t.ok(counts.some(isPrinted), name)
  }
})

t.test('today, Members less Member parties of each instrument', async (t) => {
  const { ask } = await seededApp(t)
  const found = (await ask('/v1/instruments')).body.data.map(
    (one: { code: string; counts: { outstanding: number } }) => [one.code, one.counts.outstanding],
  )
  t.strictSame(found, [
    ['untoc', 4],
    ['trafficking-protocol', 10],
    ['opsc', 17],
    ['cedaw', 6],
    ['supplementary-slavery-convention', 70],
    ['crc', 0],
  ])
})

t.test('the European Union is a party, and not a State party', async (t) => {
  const { ask } = await seededApp(t)
  const { counts } = (await ask('/v1/instruments/untoc')).body
  t.equal(counts.parties, counts.stateParties + 1)
})

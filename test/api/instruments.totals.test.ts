import t from 'tap'
import { openStore } from '../../src/db/store.js'
import { lastDayOf } from '../../src/domain/calendar.js'
import { seededApp } from '../fixtures/seeded.js'

/** Printed in the same month in which the last accession may have happened: the record cannot tell. */
const undecidable = 'supplementary-slavery-convention 2018-03'

t.test('through the API, the record reproduces every total that others printed', async (t) => {
  const { ask, db } = await seededApp(t)
  const totals = openStore(db).instruments.printedTotals()
  t.equal(totals.length, 27)
  for (const { instrument, asAt, parties, signatories } of totals) {
    const { body } = await ask(`/v1/instruments/${instrument}?asOf=${lastDayOf(asAt)}`)
    const name = `${instrument} ${asAt}`
    if (name === undecidable) t.equal(body.counts.parties, (parties ?? 0) - 1, `${name}: within bounds`)
    else if (parties !== null) t.equal(body.counts.parties, parties, name)
    if (signatories !== null) t.equal(body.counts.signatories, signatories, name)
  }
})

t.test('the European Union is a party, and not a State party', async (t) => {
  const { ask } = await seededApp(t)
  const { counts } = (await ask('/v1/instruments/untoc')).body
  t.equal(counts.parties, counts.stateParties + 1)
})

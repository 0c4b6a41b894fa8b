import t from 'tap'
import { seededApp } from '../fixtures/seeded.js'

t.test('actions, in order of date', async (t) => {
  const { ask } = await seededApp(t)
  const { body, headers } = await ask('/v1/actions?state=USA')
  const days: string[] = body.data.map(({ countsFrom }: { countsFrom: string }) => countsFrom)
  t.strictSame(days, [...days].sort())
  t.equal(headers['x-total-count'], '9')
  t.match(body.data[0], {
    state: { code: 'USA' },
    instrument: { code: 'supplementary-slavery-convention' },
    action: 'accession',
    on: '1967-12-06',
    between: null,
    certainty: 'depositary',
    revision: 1,
  })
  const count = async (query: string) =>
    Number((await ask(`/v1/actions?${query}&limit=1`)).headers['x-total-count'])
  t.equal(await count('instrument=cedaw&action=signature'), 102)
  t.equal(
    await count('instrument=cedaw&action=signature&asOf=1980-07-17'),
    await count('instrument=cedaw&action=signature&until=1980-07-17'),
  )
  t.equal(await count('since=1980-07-17&until=1980-07-17&instrument=cedaw'), 54)
  t.equal(await count('asOf=2026-11-23'), 1738)
  t.equal(
    await count('group=african&instrument=crc&action=accession'),
    await count('kind=member-state&group=african&instrument=crc&action=accession'),
  )
})

t.test(
  'an act that a predecessor performed is found by either State, under the names of the day',
  async (t) => {
    const { ask } = await seededApp(t)
    const actions = async (state: string, asOf: string) =>
      (await ask(`/v1/actions?state=${state}&instrument=cedaw&asOf=${asOf}`)).body.data
    const accession = { action: 'accession', on: '1984-05-30', performedBy: 'YMD' }
    t.match(await actions('YMD', '2026-11-23'), [{ ...accession, state: { code: 'YEM', name: 'Yemen' } }])
    t.match(await actions('YEM', '1985-06-01'), [{ ...accession, state: { name: 'Yemen Arab Republic' } }])
  },
)

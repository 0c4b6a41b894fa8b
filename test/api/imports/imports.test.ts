import t from 'tap'
import { seededApp } from '../../fixtures/seeded.js'

t.test('where the record came from', async (t) => {
  const { ask } = await seededApp(t)
  const { body } = await ask('/v1/imports/1')
  t.match(body, {
    id: 1,
    fileName: 'seed/actions.csv',
    sha256: /^[0-9a-f]{64}$/,
    format: 'long',
    rows: 1738,
    warnings: [],
  })
  t.match(body.tables[0], {
    instrument: { code: 'cedaw' },
    asAt: '2026-04-13',
    added: 294,
    corrected: 0,
    removed: 0,
  })
  t.equal((await ask('/v1/imports')).body.data.length, 1)
})

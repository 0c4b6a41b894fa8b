import t from 'tap'
import { keepLook, type Look } from '../../../src/db/looks/looks.js'
import { seededDatabase } from '../../fixtures/seeded.js'

const look: Look = {
  instrument: 'cedaw',
  lookedAt: '2026-11-23T12:00:00.000Z',
  address: 'https://treaties.example/IV-8',
  isMirror: false,
  outcome: 'unchanged',
  why: null,
  revision: 1,
  version: '1.0.0',
  etag: null,
  lastModified: null,
}

t.test('looks are only added, and say why they failed', async (t) => {
  const db = seededDatabase(t)
  keepLook(db, look)
  t.throws(() => db.$client.exec("UPDATE looks SET looked_at = '2027-01-01T00:00:00Z'"), {
    message: /append-only/,
  })
  t.throws(() => db.$client.exec('DELETE FROM looks'), { message: /append-only/ })
  const refused: Partial<Look>[] = [
    { outcome: 'refused' },
    { why: 'because' },
    { instrument: 'none' },
    { revision: 9 },
    { lookedAt: 'yesterday' },
    { outcome: 'unreachable', why: 'because', etag: '"a"' },
  ]
  for (const one of refused)
    t.throws(
      () => keepLook(db, { ...look, ...one }),
      { message: /constraint|Failed query/i },
      JSON.stringify(one),
    )
})

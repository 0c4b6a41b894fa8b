import t from 'tap'
import { openReading } from '../../../src/answers/reading.js'
import { statementChangesNewestFirst } from '../../../src/answers/statements/changes.js'
import { openStore } from '../../../src/db/store.js'
import { recordImport } from '../../../src/db/write/record.js'
import { seededDatabase, today } from '../../fixtures/seeded.js'

const withdrawal = {
  statement: 'cedaw-DZA-reservation-1',
  event: 'withdrawn' as const,
  earliest: '2026-11-01',
  latest: '2026-11-01',
  articles: ['2'],
  summary: null,
  certainty: 'depositary' as const,
  source: 'a later page',
}

t.test('a withdrawn reservation is news', async (t) => {
  const db = seededDatabase(t)
  const facts = { statementEvents: { additions: [withdrawal], corrections: [], removals: [] } }
  const file = { fileName: 'iv-8', sha256: '', format: 'own', rows: 1, warnings: [], tables: [], facts }
  recordImport(db, file, '2026-11-20T10:00:00.000Z')
  const reading = openReading({ store: openStore(db), today: () => today }, {})
  const news = (filter: Parameters<typeof statementChangesNewestFirst>[1], limit = 10) =>
    statementChangesNewestFirst(reading, filter, { offset: 0, limit })
  const found = news({ instrument: ['cedaw'] }, 2)
  t.match(found.news, [{ revision: 2, kind: 'added', after: withdrawal }, { revision: 1 }])
  t.equal(found.importedAt(2), '2026-11-20T10:00:00.000Z')
  t.equal(news({ state: ['DZA'], sinceRevision: 1 }).total, 1)
  t.equal(news({ state: ['IRL'], sinceRevision: 1 }).total, 0)
  t.equal(news({ region: ['Africa'], since: '2026-01-01' }).total, 1)
  t.equal(news({ since: '2026-11-02' }).total, 0)
  t.equal(news({ until: '1984-12-31', state: ['IRL'] }).total, 0)
})

import t from 'tap'
import { openStore } from '../../../src/db/store.js'
import { recordImport } from '../../../src/db/write/record.js'
import { revertImport } from '../../../src/db/write/revert.js'
import type { FactDifferences } from '../../../src/db/write/statement-writer.js'
import type { StatementEvent } from '../../../src/domain/statements/statement.js'
import { seededDatabase } from '../../fixtures/seeded.js'

const at = '2026-11-23T10:00:00.000Z'
const file = (facts: FactDifferences) => ({
  fileName: 'iv-8.html',
  sha256: '0'.repeat(64),
  format: 'depositary-page',
  rows: 1,
  warnings: [],
  tables: [],
  facts,
})
const withdrawn = (statement: string, day: string, articles: string[] | null): StatementEvent => ({
  statement,
  event: 'withdrawn',
  earliest: day,
  latest: day,
  articles,
  summary: null,
  certainty: 'depositary',
  source: 'a later page',
})
const added = (...additions: StatementEvent[]): FactDifferences => ({
  statementEvents: { additions, corrections: [], removals: [] },
})

t.test('statements are append-only: the database itself refuses anything else', async (t) => {
  const { $client } = seededDatabase(t)
  const copy = (id: string, columns: string) =>
    `INSERT INTO statements (row, id, instrument, participant, kind, source, known_from) SELECT 9999, ${id}, ${columns}, source, 1 FROM statements WHERE id = 'cedaw-IRL-reservation-1'`
  const refused: [string, RegExp][] = [
    ["UPDATE statements SET summary = 'x' WHERE row = 1", /append-only/],
    ['DELETE FROM statements WHERE row = 1', /append-only/],
    ["UPDATE statement_events SET latest = '2020-01-01' WHERE row = 1", /append-only/],
    ['DELETE FROM statement_events WHERE row = 1', /append-only/],
    ["UPDATE statement_targets SET toward = 'IRL' WHERE row = 1", /append-only/],
    ['DELETE FROM statement_targets WHERE row = 1', /append-only/],
    ["UPDATE territorial_events SET territory = 'X' WHERE row = 1", /append-only/],
    ['DELETE FROM territorial_events WHERE row = 1', /append-only/],
    [
      copy("'cedaw-IRL-reservation-1'", "instrument, participant, 'declaration'"),
      /id of a statement is never used/,
    ],
    [copy("'cedaw-IRL-reservation-1'", 'instrument, participant, kind'), /UNIQUE/],
    [copy("'ireland-1'", 'instrument, participant, kind'), /CHECK/],
    [copy("'cedaw-IRL-remark-1'", "instrument, participant, 'remark'"), /CHECK/],
    [copy("'cedaw-QQQ-reservation-1'", "instrument, 'QQQ', kind"), /FOREIGN KEY/],
    [
      "INSERT INTO statement_events SELECT 9999, 'cedaw-IRL-reservation-9', event, earliest, latest, articles, summary, certainty, source, 1, NULL, NULL FROM statement_events WHERE row = 1",
      /of a statement in the record/,
    ],
    [
      "INSERT INTO statement_events SELECT 9999, statement, event, earliest, latest, '16', summary, certainty, source, 1, NULL, NULL FROM statement_events WHERE row = 1",
      /CHECK/,
    ],
    [
      "INSERT INTO statement_events SELECT 9999, statement, event, '5 Mar 2003', latest, articles, summary, certainty, source, 1, NULL, NULL FROM statement_events WHERE row = 1",
      /CHECK/,
    ],
  ]
  for (const [sql, reason] of refused) t.throws(() => $client.exec(sql), reason, sql)
})

t.test('a withdrawal is news: a revision, its change, and what came before stays', async (t) => {
  const db = seededDatabase(t)
  const store = openStore(db)
  const ireland = (revision: number) =>
    store.statements.ofInstrument('cedaw', revision).find(({ id }) => id === 'cedaw-IRL-reservation-1')
      ?.events
  const one = withdrawn('cedaw-IRL-reservation-1', '2026-11-01', ['16(1)(d)'])
  t.match(recordImport(db, file(added(one)), at), { revision: 2 })
  t.match(store.statements.changes({ after: 1, upTo: 2 }), [
    { revision: 2, kind: 'added', statement: { id: 'cedaw-IRL-reservation-1' }, before: null, after: one },
  ])
  t.equal(ireland(1)?.length, 4)
  t.match(ireland(2), [{}, {}, {}, {}, one])
  t.match(recordImport(db, file({}), at), { revision: null }, 'nothing new is no revision')
  const filtered = { after: 0, upTo: 2, instruments: ['cedaw'], participants: ['IRL'], since: '2026-01-01' }
  t.equal(store.statements.changes(filtered).length, 1)
  t.equal(store.statements.changes({ ...filtered, asOf: '2026-10-31' }).length, 0)
})

t.test('articles that could not be read stay apart from none', async (t) => {
  const db = seededDatabase(t)
  recordImport(
    db,
    file(
      added(
        withdrawn('cedaw-IRL-reservation-1', '2026-11-01', null),
        withdrawn('cedaw-BRA-reservation-1', '2026-11-01', []),
      ),
    ),
    at,
  )
  const found = openStore(db)
    .statements.changes({ after: 1, upTo: 2 })
    .map(({ after }) => after?.articles)
  t.strictSame(found, [[], null])
})

t.test('a revert takes it back, and is refused while later imports build on it', async (t) => {
  const db = seededDatabase(t)
  const store = openStore(db)
  const before = store.statements.ofInstrument('cedaw', 1)
  const statement = {
    id: 'cedaw-IRL-reservation-2',
    instrument: 'cedaw',
    participant: 'IRL',
    performedBy: null,
    territory: null,
    kind: 'reservation' as const,
    purpose: null,
    effect: null,
    summary: null,
    digest: 'a'.repeat(64),
    source: 'a later page',
  }
  const made = { ...withdrawn(statement.id, '2026-10-01', ['9(1)']), event: 'made' as const }
  const news = { statements: { additions: [statement], corrections: [], removals: [] }, ...added(made) }
  recordImport(db, file(news), at)
  recordImport(db, file(added(withdrawn(statement.id, '2026-11-01', []))), at)
  t.throws(() => revertImport(db, 2, at), /revert 3 first/)
  t.match(revertImport(db, 3, at), { revision: 4 })
  t.match(revertImport(db, 2, at), { revision: 5 })
  t.strictSame(store.statements.ofInstrument('cedaw', 5), before)
  t.equal(store.statements.ofInstrument('cedaw', 3).length, before.length + 1)
  t.match(store.statements.changes({ after: 4, upTo: 5 }), [{ kind: 'removed', after: null }])
})

t.test('a digest is restored with the words that it went with', async (t) => {
  const db = seededDatabase(t)
  const store = openStore(db)
  const [from] = db.$client
    .prepare(
      'SELECT row, id, instrument, participant, performed_by AS performedBy, territory, kind, purpose, effect, summary, digest, source, known_from AS knownFrom, known_until AS knownUntil, replaces FROM statements WHERE row = 1',
    )
    .all() as [never]
  const to = { ...(from as object), digest: 'b'.repeat(64) } as never
  recordImport(db, file({ statements: { additions: [], corrections: [{ from, to }], removals: [] } }), at)
  const first = (revision: number) =>
    store.instruments
      .codes()
      .flatMap((code) => store.statements.ofInstrument(code, revision))
      .filter(({ digest }) => digest !== null)
  t.match(first(2), [{ digest: 'b'.repeat(64) }])
  revertImport(db, 2, at)
  t.strictSame(first(3), [])
  t.equal(store.statements.ofInstrument('cedaw', 3).length, store.statements.ofInstrument('cedaw', 1).length)
})

import t from 'tap'
import { imports } from '../../../src/db/schema.js'
import { openStore } from '../../../src/db/store.js'
import { RemovalsRefused, recordImport } from '../../../src/db/write/record.js'
import { revertImport } from '../../../src/db/write/revert.js'
import type { Action } from '../../../src/domain/action.js'
import { action } from '../../fixtures/actions.js'
import { seededDatabase } from '../../fixtures/seeded.js'

const at = '2026-11-23T10:00:00.000Z'
const file = (actions: Action[], instrument = 'untoc', asAt = '2026-11-01') => ({
  fileName: '18-12.csv',
  sha256: '0'.repeat(64),
  format: 'long',
  rows: actions.length,
  warnings: [],
  tables: [{ instrument, asAt, isAsAtStated: false, actions }],
})
const now = { asOf: '2026-11-23', revision: 99 }

t.test('the record is append-only: the database itself refuses anything else', async (t) => {
  const { $client } = seededDatabase(t)
  const refused: [string, RegExp][] = [
    ["UPDATE actions SET latest = '2020-01-01' WHERE id = 1", /append-only/],
    ['DELETE FROM actions WHERE id = 1', /append-only/],
    ['UPDATE statuses SET status = NULL', /append-only/],
    ['DELETE FROM statuses', /append-only/],
    ['DELETE FROM imports', /append-only/],
    ['UPDATE actions SET replaces = 1, known_until = 9 WHERE id = 2', /append-only/],
    ["UPDATE imported_tables SET as_at = '2026-01-01'", /append-only/],
    [
      "INSERT INTO actions SELECT 9999, instrument, participant, 'ratified', earliest, latest, NULL, certainty, source, 1, NULL, NULL, NULL FROM actions WHERE id = 1",
      /CHECK/,
    ],
    [
      "INSERT INTO actions SELECT 9999, instrument, participant, action, '5 Mar 2003', latest, NULL, certainty, source, 1, NULL, NULL, NULL FROM actions WHERE id = 1",
      /CHECK/,
    ],
    [
      "INSERT INTO actions SELECT 9999, 'nothing', participant, action, earliest, latest, NULL, certainty, source, 1, NULL, NULL, NULL FROM actions WHERE id = 1",
      /FOREIGN KEY/,
    ],
  ]
  for (const [sql, reason] of refused) t.throws(() => $client.exec(sql), reason, sql)
})

t.test('the revision until which a row was held is set once', async (t) => {
  const db = seededDatabase(t)
  const actions = openStore(db)
    .actions.known(1)
    .filter(({ instrument }) => instrument === 'untoc')
  recordImport(db, file(actions.slice(1)), at, { allowRemovals: true })
  const again = 'UPDATE actions SET known_until = 3 WHERE known_until = 2'
  t.throws(() => db.$client.exec(again), /append-only/)
})

t.test('the stored periods are those that the actions give, derived anew', async (t) => {
  const db = seededDatabase(t)
  const stored =
    'SELECT participant, instrument, status, valid_from, valid_until, in_force_on FROM statuses ORDER BY 1, 2, 4'
  const before = db.$client.prepare(stored).all()
  const actions = openStore(db).actions.known(1)
  const rebuilt = seededDatabase(t)
  rebuilt.$client.exec(
    'DROP TRIGGER statuses_are_never_deleted; DROP TRIGGER actions_are_never_deleted; DELETE FROM statuses; DELETE FROM actions',
  )
  const byInstrument = new Set(actions.map(({ instrument }) => instrument))
  const tables = [...byInstrument].reverse().map((instrument) => ({
    instrument,
    asAt: '2026-11-01',
    isAsAtStated: false,
    actions: actions
      .filter((one) => one.instrument === instrument)
      .reverse()
      .map(({ id: _, knownFrom: __, ...one }) => one),
  }))
  recordImport(rebuilt, { ...file([]), tables }, at)
  t.ok(before.length > 1000)
  t.strictSame(rebuilt.$client.prepare(stored).all(), before)
})

t.test('importing twice adds nothing; A, B, A gives A', async (t) => {
  const db = seededDatabase(t)
  const store = openStore(db)
  const a = store.actions
    .known(1)
    .filter(({ instrument }) => instrument === 'untoc')
    .map(({ id: _, knownFrom: __, ...one }) => one)
  const b = a.map((one) =>
    one.participant === 'AFG' && one.action === 'ratification'
      ? { ...one, earliest: '2003-09-25', latest: '2003-09-25' }
      : one,
  )
  t.equal(recordImport(db, file(a), at).revision, null)
  t.equal(recordImport(db, file(b), at).revision, 2)
  t.match(
    store.statuses.ofParticipant('AFG', now).find(({ instrument }) => instrument === 'untoc'),
    { from: '2003-09-25', inForceOn: '2003-10-25' },
  )
  t.match(
    store.statuses
      .ofParticipant('AFG', { ...now, revision: 1 })
      .find(({ instrument }) => instrument === 'untoc'),
    { from: '2003-09-24' },
    'what was known stays known',
  )
  t.equal(recordImport(db, file(a), at).revision, 3)
  const standing = ({
    participant,
    instrument,
    status,
    from,
    inForceOn,
  }: ReturnType<typeof store.statuses.ofParticipant>[0]) => [participant, instrument, status, from, inForceOn]
  t.strictSame(
    store.statuses
      .ofInstruments(['untoc'], { ...now, revision: 3 })
      .map(standing)
      .sort(),
    store.statuses
      .ofInstruments(['untoc'], { ...now, revision: 1 })
      .map(standing)
      .sort(),
  )
})

t.test('a removal is refused without leave, and nothing is written', async (t) => {
  const db = seededDatabase(t)
  const store = openStore(db)
  t.throws(() => recordImport(db, file([action('signature', '2000-12-14')]), at), RemovalsRefused)
  t.equal(store.imports.newest()?.number, 1)
})

t.test('leaving UNTOC ends being a party to its protocol (UNTOC art. 40(3))', async (t) => {
  const db = seededDatabase(t)
  const store = openStore(db)
  const held = store.actions.known(1).filter(({ instrument }) => instrument === 'untoc')
  recordImport(db, file([...held, action('withdrawal', '2025-03-01')]), at)
  const statusOf = (asOf: string) =>
    store.statuses
      .ofParticipant('AFG', { asOf, revision: 2 })
      .find(({ instrument }) => instrument === 'trafficking-protocol')
  t.match(statusOf('2026-02-28'), { status: 'party', withdrawal: null })
  t.match(statusOf('2026-03-01'), { status: 'withdrawn', withdrawal: { instrument: 'untoc' } })
})

t.test(
  'a table that is known to speak up to a later day confirms the record, and that is news',
  async (t) => {
    const db = seededDatabase(t)
    const store = openStore(db)
    const held = store.actions.known(1).filter(({ instrument }) => instrument === 'untoc')
    const table = (isAsAtStated: boolean) => {
      const { tables, ...rest } = file(held, 'untoc', '2026-11-10')
      return { ...rest, tables: tables.map((one) => ({ ...one, isAsAtStated })) }
    }
    const asAt = (revision: number) =>
      store.instruments.all(revision).find(({ code }) => code === 'untoc')?.asAt
    t.equal(
      recordImport(db, table(false), at).revision,
      null,
      'where only the day of the import stands, it is not',
    )
    t.equal(recordImport(db, table(true), at).revision, 2)
    t.equal(asAt(2), '2026-11-10')
    t.equal(recordImport(db, table(true), at).revision, null)
    revertImport(db, 2, at)
    t.equal(asAt(3), asAt(1), 'what was reverted no longer speaks')
  },
)

t.test('a revert brings back what was removed, and takes away what was added', async (t) => {
  const db = seededDatabase(t)
  const store = openStore(db)
  const held = (revision: number) =>
    store.actions
      .known(revision)
      .filter(({ instrument }) => instrument === 'untoc')
      .map(({ participant, action, earliest, latest, source }) =>
        [participant, action, earliest, latest, source].join(),
      )
      .sort()
  const others = store.actions
    .known(1)
    .filter(({ instrument, participant }) => instrument === 'untoc' && participant !== 'AFG')
  recordImport(db, file([...others, action('accession', '2020-02-02')]), at, { allowRemovals: true })
  t.notSame(held(2), held(1))
  t.match(revertImport(db, 2, at), { revision: 3 })
  t.strictSame(held(3), held(1))
  t.strictSame(store.imports.byRevision(3)?.reverts, 2)
  t.throws(() => revertImport(db, 3, at), /it is the revert of revision 2/)
})

t.test('a revert does not bring back what has been told anew', async (t) => {
  const db = seededDatabase(t)
  const held = openStore(db)
    .actions.known(1)
    .filter(({ instrument }) => instrument === 'untoc')
  const others = held.filter(({ participant }) => participant !== 'AFG')
  recordImport(db, file(others), at, { allowRemovals: true })
  recordImport(db, file([...others, action('accession', '2020-02-02')]), at)
  t.throws(() => revertImport(db, 2, at), /what it changed was changed again: revert 3 first/)
})

t.test('what an import changed can be told afterwards', async (t) => {
  const db = seededDatabase(t)
  const store = openStore(db)
  const kept = store.actions
    .known(1)
    .filter(
      ({ instrument, participant, action: kind }) =>
        instrument === 'untoc' && !(participant === 'ALB' && kind === 'signature'),
    )
    .map((one) =>
      one.participant === 'AFG' && one.action === 'ratification'
        ? { ...one, earliest: '2003-09-25', latest: '2003-09-25' }
        : one,
    )
  recordImport(db, file([...kept, action('accession', '2020-02-02', { participant: 'X-WHO' })]), at, {
    allowRemovals: true,
  })
  t.match(store.imports.changes(2, 10), [
    { kind: 'corrected', before: { latest: '2003-09-24' }, after: { latest: '2003-09-25' } },
    { kind: 'removed', before: { participant: 'ALB' }, after: null },
    { kind: 'added', before: null, after: { participant: 'X-WHO' } },
  ])
})

t.test('a clock that was set back does not set the record back', async (t) => {
  const db = seededDatabase(t)
  const table = { instrument: 'cedaw', asAt: '2026-11-22', isAsAtStated: true, actions: [] }
  const file = { fileName: 'a.csv', sha256: '0'.repeat(64), format: 'long', rows: 0, warnings: [] }
  const confirmed = { ...file, tables: [{ ...table, speaksOf: [] }] }
  const warnings = [/the clock stood at 2020-01-01T00:00:00.000Z/]
  t.match(recordImport(db, confirmed, '2020-01-01T00:00:00.000Z'), { revision: 2, warnings })
  t.match(db.select().from(imports).all().at(-1), {
    importedAt: '2026-11-20T08:30:00.000Z',
    warnings,
  })
})

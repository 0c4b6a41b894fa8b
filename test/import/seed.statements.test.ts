import t, { type Test } from 'tap'
import { openStore } from '../../src/db/store.js'
import { recordImport } from '../../src/db/write/record.js'
import { seedRecord, updateFromSeed } from '../../src/import/seed.js'
import { editedSeed } from '../fixtures/edited-seed.js'
import { emptyDatabase, seededDatabase } from '../fixtures/seeded.js'

const now = '2026-11-23T10:00:00.000Z'

/** The seed as a later edition, with one file edited. */
function laterEdition(t: Test, edits: [file: string, from: RegExp | string, to: string][]): string {
  const { folder, edit } = editedSeed(t)
  for (const [file, from, to] of edits) edit(file, from, to)
  edit('edition.txt', /.+/, '2027-01-01')
  return folder
}
const ireland = 'cedaw-IRL-reservation-1'
const eventsOf = (db: ReturnType<typeof seededDatabase>, revision: number, id = ireland) =>
  openStore(db)
    .statements.ofInstrument('cedaw', revision)
    .find((one) => one.id === id)?.events

t.test('a new edition brings a withdrawal, another day, and new words', async (t) => {
  const db = seededDatabase(t)
  const folder = laterEdition(t, [
    [
      'statement-events.csv',
      /^cedaw-IRL-reservation-1,withdrawn,2004-06-11.*$/m,
      'cedaw-IRL-reservation-1,withdrawn,2004-06-12,,,13(b);13(c),,depositary,a note\ncedaw-IRL-reservation-1,withdrawn,2026-10-01,,,16(1)(d),,depositary,a note',
    ],
    ['statements.csv', /^(cedaw-IRL-reservation-1,.*?),"?Citizenship[^"]*"?,/m, '$1,Other words.,'],
    ['statement-coverage.csv', 'cedaw,whole,2026-02-03', 'cedaw,whole,2026-11-01'],
  ])
  const recorded = updateFromSeed(db, folder, now)
  t.match(recorded, { revision: 2, factsChanged: 3, keptFacts: [] })
  const { statements } = openStore(db)
  t.match(statements.changes({ after: 1, upTo: 2 }), [
    { kind: 'corrected', before: { latest: '2004-06-11' }, after: { latest: '2004-06-12' } },
    { kind: 'added', after: { latest: '2026-10-01' } },
  ])
  const words = (revision: number) =>
    statements.ofInstrument('cedaw', revision).find(({ id }) => id === ireland)?.summary
  t.equal(words(2), 'Other words.')
  t.match(words(1), /^Citizenship/)
  t.match(statements.coverage(1).get('cedaw'), { asAt: '2026-02-03' })
  t.match(statements.coverage(2).get('cedaw'), { asAt: '2026-11-01' })
  t.match(updateFromSeed(db, folder, now), { revision: null }, 'the same again changes nothing')
})

t.test('what the operator’s own imports say of a statement stays', async (t) => {
  const db = seededDatabase(t)
  const own = {
    statement: ireland,
    event: 'withdrawn' as const,
    earliest: '2026-11-01',
    latest: '2026-11-01',
    articles: ['16(1)(d)'],
    summary: null,
    certainty: 'depositary' as const,
    source: 'the operator’s own page',
  }
  const facts = { statementEvents: { additions: [own], corrections: [], removals: [] } }
  recordImport(
    db,
    { fileName: 'own', sha256: '', format: 'own', rows: 1, warnings: [], tables: [], facts },
    now,
  )
  const folder = laterEdition(t, [
    ['statement-events.csv', /^cedaw-IRL-reservation-1,withdrawn,2004-06-11.*\n/m, ''],
  ])
  t.match(updateFromSeed(db, folder, now), { revision: 3, factsChanged: 0, keptFacts: [ireland] })
  t.equal(eventsOf(db, 3)?.length, 5)
})

t.test('a fault is refused with its place, and nothing is written', async (t) => {
  const cases: [file: string, from: string | RegExp, to: string, reason: RegExp][] = [
    [
      'statement-events.csv',
      '9(1);11(1)',
      '9 (1);11(1)',
      /statement-events\.csv, line \d+, column “articles”.*no article like 16\(1\)\(c\)/,
    ],
    [
      'statement-events.csv',
      /^cedaw-IRL-reservation-1,made,1985-12-23,,/m,
      'cedaw-IRL-reservation-1,made,,1985-12-23,',
      /either “on”, or both/,
    ],
    [
      'statement-events.csv',
      /^cedaw-IRL-reservation-1,made/m,
      'cedaw-IRL-reservation-9,made',
      /is not in statements\.csv/,
    ],
    [
      'statements.csv',
      /^cedaw-IRL-reservation-1,cedaw,IRL/m,
      'cedaw-IRL-reservation-1,cedaw,ISL',
      /does not begin with “cedaw-ISL-reservation-”/,
    ],
    [
      'statement-targets.csv',
      /,cedaw-ARE-reservation-1,/,
      ',cedaw-ARE-reservation-7,',
      /is not in statements\.csv/,
    ],
    ['territorial-events.csv', ',HKG,', ',HKX,', /is not in territories\.csv/],
  ]
  for (const [file, from, to, reason] of cases) {
    const db = emptyDatabase(t)
    t.throws(() => seedRecord(db, laterEdition(t, [[file, from, to]]), now), reason, file)
    t.equal(openStore(db).participants.all().length, 0)
  }
})

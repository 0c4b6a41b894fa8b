import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import t from 'tap'
import { openStore } from '../../../src/db/store.js'
import { recordImport } from '../../../src/db/write/record.js'
import { revertImport } from '../../../src/db/write/revert.js'
import { fillFromFolder } from '../../../src/import/package-folder.js'
import { exported } from '../../fixtures/exported.js'
import { emptyDatabase, seededDatabase } from '../../fixtures/seeded.js'

const at = '2026-11-23T10:00:00.000Z'
const withdrawal = {
  statement: 'cedaw-IRL-reservation-1',
  event: 'withdrawn' as const,
  earliest: '2026-10-01',
  latest: '2026-11-01',
  articles: null,
  summary: null,
  certainty: 'secondary' as const,
  source: 'a gazette',
}
const file = { fileName: 'own', sha256: '0'.repeat(64), format: 'own', rows: 1, warnings: [], tables: [] }

/** A record whose statements have a past: an event added by revision 2, and taken back by revision 3. */
function recordWithPast(test: Parameters<typeof seededDatabase>[0]) {
  const db = seededDatabase(test)
  recordImport(
    db,
    { ...file, facts: { statementEvents: { additions: [withdrawal], corrections: [], removals: [] } } },
    at,
  )
  revertImport(db, 2, at)
  return db
}

t.test('statements with a past, exported and imported again: every revision answers the same', async (t) => {
  const db = recordWithPast(t)
  const folder = await exported(t, db)
  const events: Record<string, string>[] = parse(readFileSync(join(folder, 'statement-events.csv')), {
    columns: true,
  })
  t.match(events.at(-1), {
    articles: 'not-read',
    on: '',
    earliest: '2026-10-01',
    knownFrom: '2',
    knownUntil: '3',
  })
  const again = emptyDatabase(t)
  t.equal(fillFromFolder(again, folder, false), 3)
  const [before, after] = [openStore(db), openStore(again)]
  for (const revision of [1, 2, 3])
    for (const code of before.instruments.codes()) {
      t.strictSame(
        after.statements.ofInstrument(code, revision),
        before.statements.ofInstrument(code, revision),
      )
      t.strictSame(after.territories.events(code, revision), before.territories.events(code, revision))
    }
  const all = { after: 0, upTo: 3 }
  t.strictSame(after.statements.changes(all), before.statements.changes(all))
})

t.test('a history with a fault is refused with its place', async (t) => {
  const folder = await exported(t, recordWithPast(t))
  const cases: [file: string, from: RegExp, to: string, reason: RegExp][] = [
    [
      'statement-events.csv',
      /^(.*),1,1,,$/m,
      '$1,,1,,',
      /statement-events\.csv, line 2, column “row”.*is not greater/,
    ],
    [
      'statement-events.csv',
      /,2,3,$/m,
      ',2,2,',
      /column “knownUntil”, “2”: is not later than “knownFrom”, 2/,
    ],
    ['statements.csv', /^(.*),1,1,,$/m, '$1,1,,,', /statements\.csv, line 2, column “knownFrom”.*is missing/],
    [
      'statement-targets.csv',
      /^(.*),2,1,,$/m,
      '$1,2,1,,1',
      /column “replaces”, “1”: is no row that import 1 ended/,
    ],
    ['territorial-events.csv', /,HKG,/, ',HKX,', /column “territory”, “HKX”: is not in territories\.csv/],
  ]
  for (const [name, from, to, reason] of cases) {
    const text = readFileSync(join(folder, name), 'utf8')
    t.match(text, from, name)
    writeFileSync(join(folder, name), text.replace(from, to))
    t.throws(() => fillFromFolder(emptyDatabase(t), folder, false), reason, name)
    writeFileSync(join(folder, name), text)
  }
})

import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { test } from 'tap'
import { openStore } from '../../../src/db/store.js'
import { fillFromFolder } from '../../../src/import/package-folder.js'
import { run } from '../../fixtures/command.js'
import { exported, recordWithPast } from '../../fixtures/exported.js'
import { importedAt, importTable } from '../../fixtures/imported.js'
import { emptyDatabase, seededApp } from '../../fixtures/seeded.js'
import { temporary } from '../../fixtures/temporary.js'

const textsIn = (folder: string): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))

test('export, import into an empty database, export: every byte the same', async (t) => {
  const db = await recordWithPast(t)
  const folder = await exported(t, db)
  const again = emptyDatabase(t)
  t.equal(fillFromFolder(again, folder, false), 5)
  t.strictSame(textsIn(await exported(t, again, 'again')), textsIn(folder))
  const [before, after] = [await seededApp(t, { db }), await seededApp(t, { db: again })]
  for (const path of ['/v1/statuses', '/v1/changes', '/v1/imports', '/v1/resolutions', '/v1/instruments'])
    for (const revision of [1, 2, 3, 4, 5]) {
      const address = `${path}?revision=${revision}&limit=1000`
      t.strictSame((await after.ask(address)).body, (await before.ask(address)).body, address)
    }
})

test('the descriptor says what is exported, from where, and when', async (t) => {
  const folder = await exported(t, await recordWithPast(t))
  const descriptor = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'))
  t.equal(descriptor.$schema, 'https://datapackage.org/profiles/2.0/datapackage.json')
  t.match(descriptor, { version: '1.5.0', created: importedAt, licenses: [{ name: 'MIT' }] })
  t.equal(descriptor.sources.length, 7)
})

test('no cell is a formula, and none has lost anything', async (t) => {
  const texts = textsIn(await exported(t, await recordWithPast(t)))
  t.match(texts['actions.csv'], /,"'=HYPERLINK\(""x""\)",/)
  for (const [name, text] of Object.entries(texts))
    if (name.endsWith('.csv')) t.notMatch(text, /(^|,)"?[=+@-]/m, name)
})

test('the actions of an export are a table like any other', async (t) => {
  const db = await recordWithPast(t)
  const content = readFileSync(join(await exported(t, db), 'actions.csv'))
  const report = await importTable(t, db, 'actions.csv', content)
  t.match(report, { revision: null, actions: 1739 }, 'nothing is new, and what was corrected stays so')
})

test('a package of an earlier release is restored: it lacks the columns and tables that came since', async (t) => {
  const folder = await exported(t, await recordWithPast(t))
  const later = [
    'gaps',
    'former-names',
    'territories',
    'statement-coverage',
    'statements',
    'statement-events',
  ]
  for (const name of [...later, 'statement-targets', 'territorial-events'])
    rmSync(join(folder, `${name}.csv`))
  const lacking = (file: string, column: string): void => {
    const rows: string[][] = parse(readFileSync(join(folder, file), 'utf8'))
    const at = rows[0]?.indexOf(column) ?? -1
    writeFileSync(join(folder, file), stringify(rows.map((row) => row.filter((_, index) => index !== at))))
  }
  lacking('actions.csv', 'performedBy')
  lacking('imports.csv', 'edition')
  lacking('instruments.csv', 'noReservationsArticle')
  const db = emptyDatabase(t)
  t.equal(fillFromFolder(db, folder, false), 5)
  rmSync(join(folder, 'totals.csv'))
  t.throws(() => fillFromFolder(emptyDatabase(t), folder, false), { message: /totals\.csv.*is missing/ })
})

test('an export with a fault is refused with all of them, and nothing is written', async (t) => {
  const folder = await exported(t, await recordWithPast(t))
  const cases: [string, string | RegExp, string, RegExp][] = [
    [
      'participants.csv',
      /^VUT,/m,
      'VUX,',
      /actions\.csv, line \d+, column “participant”, “VUT”: is not in participants\.csv/,
    ],
    [
      'urges.csv',
      ',opsc',
      ',crx',
      /urges\.csv, line \d, column “instrument”, “crx”: is not in instruments\.csv/,
    ],
    ['regions.csv', /^005,/m, '002,', /regions\.csv, line 3, column “code”, “002”: stands on line 2 already/],
    [
      'imports.csv',
      /^(2,.*\n)(3,.*\n)/m,
      '$2$1',
      /imports\.csv, line 3, column “revision”, “3”: is not the next, 2/,
    ],
    ['imports.csv', ',[],', ',sentences,', /column “warnings”, “sentences”: is not a JSON array/],
    [
      'actions.csv',
      /^1,untoc/m,
      '9,untoc',
      /actions\.csv, line 10, column “id”, “9”: stands on line 2 already/,
    ],
    ['actions.csv', /,2,3,\n/, ',3,2,\n', /column “knownUntil”, “2”: is not later than “knownFrom”, 3/],
    ['actions.csv', /^(1741,.*),\d+$/m, '$1,3', /column “replaces”, “3”: is no action that import 3 ended/],
    [
      'actions.csv',
      '2003-09-24',
      '24/9/2003',
      /actions\.csv, line 3, column “on”, “24\/9\/2003”: .*is not a day/,
    ],
  ]
  for (const [file, what, by, message] of cases) {
    const broken = join(temporary(t), 'broken')
    cpSync(folder, broken, { recursive: true })
    const text = readFileSync(join(broken, file), 'utf8')
    writeFileSync(join(broken, file), text.replace(what, by))
    t.not(text.replace(what, by), text, `${file} ${what}`)
    const db = emptyDatabase(t)
    t.throws(() => fillFromFolder(db, broken, false), { message })
    t.equal(openStore(db).imports.newest(), undefined)
  }
})

test('the command: out, in, and in again', async (t) => {
  const folder = t.testdir({ taken: { 'letter.txt': 'Dear Sir' } })
  const at = (name: string) => ({ DATABASE_URL: `file:${join(folder, name)}` })
  const bulk = join(folder, 'bulk')
  await run(['seed'], at('a.db'))
  t.match(await run(['export', bulk], at('a.db')), {
    code: 0,
    stdout: `24 tables of revision 1 are in ${bulk}\n`,
  })
  const { stdout } = await run(['export', bulk, '--json'], at('a.db'))
  t.match(JSON.parse(stdout).files[0], {
    name: 'regions',
    revision: 1,
    bytes: Number,
    sha256: /^[0-9a-f]{64}$/,
  })
  t.match(await run(['export', join(folder, 'taken')], at('a.db')), {
    code: 1,
    stderr: /taken is not empty, and holds no earlier export/,
  })
  t.match(await run(['import', bulk, '--dry-run'], at('b.db')), {
    code: 0,
    stdout: /would restore the record of revision 1/,
  })
  const restored = await run(['import', bulk, '--json'], at('b.db'))
  t.strictSame(JSON.parse(restored.stdout), { restored: bulk, revision: 1, dryRun: false })
  t.match(await run(['import', bulk], at('b.db')), {
    code: 0,
    stdout: /actions\.csv: .* 1738 actions; nothing new/,
  })
  writeFileSync(join(bulk, 'urges.csv'), 'resolution,paragraph\n')
  const refused = await run(['import', bulk], at('c.db'))
  t.match(refused, { code: 1, stderr: /urges\.csv, line 1: the column “instrument” is missing/ })
})

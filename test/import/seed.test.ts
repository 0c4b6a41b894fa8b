import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { packageFile } from '../../src/cli/package-files.js'
import type { Db } from '../../src/db/sqlite/open.js'
import { openStore } from '../../src/db/store.js'
import { recordImport } from '../../src/db/write/record.js'
import { revertImport } from '../../src/db/write/revert.js'
import { newerEdition, seedRecord, updateFromSeed } from '../../src/import/seed.js'
import { action } from '../fixtures/actions.js'
import { emptyDatabase, seededApp, seededDatabase } from '../fixtures/seeded.js'

const now = '2026-11-23T10:00:00.000Z'
const newest = packageFile('seed')

/** The first edition, as far as these tests need it: Congo a party without evidence, Iran and Yemen's predecessor not known. */
function firstEdition(t: Test): string {
  const folder = t.testdir()
  cpSync(newest, folder, { recursive: true })
  const edit = (file: string, from: RegExp, to: string): void => {
    const text = readFileSync(join(folder, file), 'utf8')
    t.match(text, from, `${file} has ${from}`)
    writeFileSync(join(folder, file), text.replace(from, to))
  }
  edit(
    'actions.csv',
    /^untoc,IRN,ratification,.*$/m,
    'untoc,COG,ratification,,2023-02-20,2024-04-20,,,inferred,a guess',
  )
  edit('actions.csv', /^cedaw,YEM,accession,1984-05-30,,,,YMD,/m, 'cedaw,YEM,accession,1984-05-30,,,,,')
  edit(
    'actions.csv',
    /^untoc,SLE,ratification,2014-08-12,,,/m,
    'untoc,SLE,ratification,,2014-07-24,2015-01-31,',
  )
  edit('edition.txt', /.+/, '2026-11-24')
  return folder
}

/** Makes the first import what releases before 0.3.0 wrote: one that names no edition. */
function forgetEdition({ $client }: Db): void {
  const trigger = $client
    .prepare("SELECT sql FROM sqlite_master WHERE name = 'imports_are_never_changed'")
    .pluck()
    .get()
  $client.exec('DROP TRIGGER imports_are_never_changed')
  $client.exec('UPDATE imports SET edition = NULL')
  $client.exec(String(trigger))
}

/** A record in use: seeded by the release before, with two imports of the operator's own. */
function recordInUse(t: Test): Db {
  const db = emptyDatabase(t)
  seedRecord(db, firstEdition(t), now)
  forgetEdition(db)
  const file = { fileName: 'own.csv', sha256: '', format: 'long', rows: 1, warnings: [] }
  const actions = openStore(db).actions.known(1)
  const own = { certainty: 'depositary', source: 'the operator’s own table' } as const
  const tableOf = (instrument: string, change: typeof actions) => ({
    ...file,
    tables: [{ instrument, asAt: '2026-05-02', isAsAtStated: true, actions: change }],
  })
  const untoc = actions.filter(({ instrument }) => instrument === 'untoc')
  const somalia = { ...untoc[0], ...action('accession', '2025-01-15', { participant: 'SOM', ...own }) }
  const isOther = ({ participant, action }: (typeof untoc)[number]) =>
    participant !== 'SOM' || action !== 'accession'
  recordImport(db, tableOf('untoc', [...untoc.filter(isOther), somalia as never]), now)
  const cedaw = actions.filter(({ instrument }) => instrument === 'cedaw')
  const sudan = { instrument: 'cedaw', participant: 'SDN', ...own }
  recordImport(db, tableOf('cedaw', [...cedaw, action('accession', '2026-05-01', sudan) as never]), now)
  t.equal(openStore(db).imports.newest()?.number, 3)
  return db
}

const statusOf = async (
  { ask }: Awaited<ReturnType<typeof seededApp>>,
  state: string,
  instrument: string,
  query = '',
): Promise<string> => {
  const { data } = (await ask(`/v1/instruments/${instrument}/statuses?limit=1000${query}`)).body
  return data.find((one: { state: { code: string } }) => one.state.code === state)?.status ?? 'no row'
}

t.test('a record in use takes the new edition as one revision', async (t) => {
  const db = recordInUse(t)
  t.equal(newerEdition(db, newest), readFileSync(join(newest, 'edition.txt'), 'utf8').trim())
  const recorded = updateFromSeed(db, newest, now, { listed: 100 })
  t.match(recorded, { revision: 4 })
  const app = await seededApp(t, { db })
  t.equal(await statusOf(app, 'COG', 'untoc'), 'signatory', 'Congo is no party any more')
  t.equal(await statusOf(app, 'IRN', 'untoc'), 'party')
  t.equal(await statusOf(app, 'YMD', 'cedaw', '&asOf=1985-06-01'), 'party')
  t.equal(await statusOf(app, 'YEM', 'cedaw', '&asOf=1985-06-01'), 'none')
  t.equal(await statusOf(app, 'COG', 'untoc', '&revision=1'), 'party', 'revision 1 answers as it did')
  t.equal(await statusOf(app, 'IRN', 'untoc', '&revision=3'), 'signatory')
  const { data } = (await app.ask('/v1/changes?sinceRevision=3')).body
  t.equal(data.length, recorded?.changes.length, 'the changes are listed, like those of any import')
  t.match((await app.ask('/v1/imports/4')).body, { fileName: 'seed/actions.csv' })
})

t.test('what the operator’s own imports changed stays theirs, and is listed', async (t) => {
  const db = recordInUse(t)
  const recorded = updateFromSeed(db, newest, now)
  t.match(recorded?.kept, [
    { instrument: 'untoc', participant: 'SOM', held: [{ latest: '2025-01-15' }] },
    { instrument: 'cedaw', participant: 'SDN', held: [{ latest: '2026-05-01' }], edition: [] },
  ])
  t.equal(recorded?.kept.length, 2)
  const app = await seededApp(t, { db })
  t.equal(await statusOf(app, 'SOM', 'untoc', '&asOf=2025-01-15'), 'party')
  t.equal(await statusOf(app, 'SDN', 'cedaw'), 'party')
})

t.test('a dry run changes nothing; a second update finds nothing newer; a revert undoes one', async (t) => {
  const db = recordInUse(t)
  const store = openStore(db)
  t.match(updateFromSeed(db, newest, now, { dryRun: true, listed: 100 }), { revision: null })
  t.equal(store.imports.newest()?.number, 3)
  t.equal(store.instruments.all(3).find(({ code }) => code === 'untoc')?.asAt, '2026-05-02')
  updateFromSeed(db, newest, now)
  t.equal(newerEdition(db, newest), null)
  t.equal(updateFromSeed(db, newest, now), null)
  revertImport(db, 4, now)
  const app = await seededApp(t, { db })
  t.equal(await statusOf(app, 'COG', 'untoc'), 'party')
  t.equal(await statusOf(app, 'IRN', 'untoc'), 'signatory')
})

t.test('a record of the newest edition has nothing to take in', async (t) => {
  const db = seededDatabase(t)
  t.equal(newerEdition(db, newest), null)
})

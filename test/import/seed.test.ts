import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { packageFile } from '../../src/cli/package-files.js'
import { openStore } from '../../src/db/store.js'
import { recordImport } from '../../src/db/write/record.js'
import { revertImport } from '../../src/db/write/revert.js'
import { newerEdition, updateFromSeed } from '../../src/import/seed.js'
import { firstEdition, recordInUse } from '../fixtures/record-in-use.js'
import { seededApp, seededDatabase } from '../fixtures/seeded.js'

const now = '2026-11-23T10:00:00.000Z'
const newest = packageFile('seed')

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
  const serbia = async (query: string) => (await app.ask(`/v1/states/SRB?asOf=2005-01-01${query}`)).body.name
  t.equal(await serbia('&revision=1'), 'Serbia', 'its names, too')
  t.equal(await serbia(''), 'Serbia and Montenegro')
  const gaps = async (query: string) =>
    (await app.ask(`/v1/instruments/supplementary-slavery-convention?asOf=1985-06-01${query}`)).body.meta.gaps
      .length
  t.equal(await gaps('&revision=3'), 0)
  t.equal(await gaps(''), 1)
  const { data } = (await app.ask('/v1/changes?sinceRevision=3')).body
  t.equal(data.length, recorded.changes.length, 'the changes are listed, like those of any import')
  t.match((await app.ask('/v1/imports/4')).body, { fileName: 'seed/actions.csv' })
})

t.test('a name that two States bore, and an earlier release knew, is known no more', async (t) => {
  const db = recordInUse(t)
  const names = () => [...openStore(db).participants.aliases()].map(({ name }) => name)
  t.ok(names().includes('Yugoslavia'))
  db.$client.exec("INSERT INTO aliases (name, participant) VALUES ('Gallia', 'FRA')")
  updateFromSeed(db, newest, now)
  t.notOk(names().includes('Yugoslavia'))
  t.ok(names().includes('Gallia'), 'the operator’s own stay')
  db.$client.exec("INSERT INTO aliases (name, participant) VALUES ('Yugoslavia', 'YUG')")
  updateFromSeed(db, newest, now)
  t.ok(names().includes('Yugoslavia'), 'who adds it again means it')
})

t.test('what the operator’s own imports changed stays theirs, and is listed', async (t) => {
  const db = recordInUse(t)
  const recorded = updateFromSeed(db, newest, now)
  t.match(recorded.kept, [
    { instrument: 'untoc', participant: 'SOM', held: [{ latest: '2025-01-15' }] },
    { instrument: 'cedaw', participant: 'SDN', held: [{ latest: '2026-05-01' }], edition: [] },
  ])
  t.equal(recorded.kept.length, 2)
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
  t.match(updateFromSeed(db, newest, now), { revision: null, changes: [] })
  revertImport(db, 4, now)
  t.not(newerEdition(db, newest), null, 'what was reverted is there to be taken in again')
  const app = await seededApp(t, { db })
  t.equal(await statusOf(app, 'COG', 'untoc'), 'party')
  t.equal(await statusOf(app, 'IRN', 'untoc'), 'signatory')
})

t.test('a record of the newest edition has nothing to take in', async (t) => {
  const db = seededDatabase(t)
  t.equal(newerEdition(db, newest), null)
})

t.test('after a revert, the edition is taken up again', async (t) => {
  const db = recordInUse(t)
  const untoc = openStore(db)
    .actions.known(3)
    .filter(({ instrument }) => instrument === 'untoc')
  const redated = untoc.map((one) =>
    one.participant === 'COG' && one.action === 'ratification'
      ? { ...one, earliest: '2024-01-01', latest: '2024-01-01', certainty: 'depositary' as const }
      : one,
  )
  const table = { instrument: 'untoc', asAt: '2026-05-03', isAsAtStated: true, actions: redated }
  const own = { fileName: 'congo.csv', sha256: '', format: 'long', rows: 1, warnings: [], tables: [table] }
  t.equal(recordImport(db, own, now).revision, 4)
  t.match(updateFromSeed(db, newest, now).kept, [{}, { participant: 'COG' }])
  t.match(revertImport(db, 4, now).warnings, [/the edition of .* came later: “ratification seed --update”/])
  const app = await seededApp(t, { db })
  t.equal(await statusOf(app, 'COG', 'untoc'), 'party', 'as the first edition had it')
  t.match(updateFromSeed(db, newest, now, { listed: 10 }), {
    revision: 7,
    changes: [{ kind: 'removed', before: { participant: 'COG' } }],
  })
  t.equal(await statusOf(app, 'COG', 'untoc'), 'signatory')
})

t.test('an earlier edition never replaces a later one', async (t) => {
  const db = seededDatabase(t)
  t.throws(() => updateFromSeed(db, firstEdition(t), now), /The record holds a later edition/)
})

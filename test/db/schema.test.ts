import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { packageFile } from '../../src/cli/package-files.js'
import { Database } from '../../src/db/sqlite/driver.js'
import { migrateDatabase, openDatabase } from '../../src/db/sqlite/open.js'
import { openStore } from '../../src/db/store.js'
import { importTable } from '../fixtures/imported.js'
import { seededApp } from '../fixtures/seeded.js'
import { temporary } from '../fixtures/temporary.js'

// Whoever has a record of any released schema opens it with today's code (test/fixtures/schemas/README.md).

const folder = packageFile('test/fixtures/schemas')
const migrations = packageFile('migrations')
const sqlIn = (path: string) => readdirSync(path).filter((name) => name.endsWith('.sql'))

t.test('every migration has its schema kept', async (t) => {
  t.strictSame(sqlIn(folder), sqlIn(migrations))
})

for (const name of sqlIn(folder))
  t.test(`a record of ${name} is migrated, answers and takes imports`, async (t) => {
    const file = join(temporary(t), 'record.db')
    const old = new Database(file)
    old.exec(readFileSync(join(folder, name), 'utf8'))
    old.close()
    const db = openDatabase(file)
    t.teardown(() => db.$client.close())
    migrateDatabase(db, migrations)
    t.equal(db.$client.pragma('integrity_check', { simple: true }), 'ok')
    t.strictSame(db.$client.pragma('foreign_key_check'), [])
    const store = openStore(db)
    t.match(store.imports.byRevision(1), { fileName: 'iv-8.csv', reverts: null, importedBy: null })

    const { ask } = await seededApp(t, { db })
    t.match((await ask('/v1/states/AFG/outstanding')).body, {
      counts: { urged: 1, party: 1, outstanding: 0 },
    })
    t.match((await ask('/v1/states/AFG/statuses?asOf=2003-03-04')).body.data, [{ status: 'signatory' }])
    t.match((await ask('/v1/changes')).body.data, { length: 2 })
    const table = 'Participant,Signature,"Ratification, Accession(a)"\nAfghanistan,14 Aug 1980,6 Mar 2003\n'
    const report = await importTable(t, db, 'iv-8.csv', table, { instrument: 'cedaw', asAt: '2026-02-01' })
    t.match(report, { revision: 2, tables: [{ corrected: 1 }] })
  })

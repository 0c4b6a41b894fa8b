import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { admission } from '../../../src/cli/import/admission.js'
import { createImporter } from '../../../src/cli/import/importer.js'
import { openStore } from '../../../src/db/store.js'
import { csv } from '../../fixtures/imported.js'
import { seededDatabase, today } from '../../fixtures/seeded.js'

t.test('who waits too long for a turn is told to come again; who comes after is served', async (t) => {
  const folder = t.testdir()
  const [database, path] = [join(folder, 'record.db'), join(folder, 'upload')]
  const store = openStore(seededDatabase(t, database))
  writeFileSync(path, csv('Participant,Accession(a)', 'Fiji,1 Mar 1999 a'))
  const importer = createImporter(
    { database, primary: null },
    admission(store, null),
    () => new Date(`${today}T12:00:00Z`),
    () => true,
    10,
  )
  const upload = {
    path,
    fileName: '29-9.csv',
    skipUnknown: false,
    allowRemovals: false,
    dryRun: false,
    importedBy: 'anna',
    listed: 10,
    fingerprint: 'a',
  }
  const came = await Promise.all([importer.run(upload), importer.run(upload)])
  t.match(came, [{ outcome: 'done', report: { revision: 2 } }, { outcome: 'busy' }])
  t.match(await importer.run({ ...upload, fingerprint: 'b' }), {
    outcome: 'done',
    report: { revision: null },
  })
})

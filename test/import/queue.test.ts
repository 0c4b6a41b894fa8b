import { join } from 'node:path'
import t from 'tap'
import { openStore } from '../../src/db/store.js'
import { createImporter } from '../../src/import/queue.js'
import { admission } from '../../src/import/tokens.js'
import { createTurns } from '../../src/import/turns.js'
import { seededDatabase, today } from '../fixtures/seeded.js'
import { anUpload } from '../fixtures/upload.js'
import { workerProgram } from '../fixtures/worker-program.js'

t.test('who waits too long for a turn is told to come again; who comes after is served', async (t) => {
  const database = join(t.testdir(), 'record.db')
  const store = openStore(seededDatabase(t, database))
  const importer = createImporter(
    { database, primary: null },
    admission(store, null),
    () => new Date(`${today}T12:00:00Z`),
    () => true,
    workerProgram(),
    createTurns(10),
  )
  const upload = anUpload(t)
  const came = await Promise.all([importer.run(upload), importer.run(upload)])
  t.match(came, [{ outcome: 'done', report: { revision: 2 } }, { outcome: 'busy' }])
  t.match(await importer.run({ ...upload, fingerprint: 'b' }), {
    outcome: 'done',
    report: { revision: null },
  })
})

import t, { type Test } from 'tap'
import { openStore } from '../../src/db/store.js'
import { importUpload } from '../../src/import/upload.js'
import { importedAt } from '../fixtures/imported.js'
import { seededDatabase } from '../fixtures/seeded.js'
import { anUpload } from '../fixtures/upload.js'

function uploading(t: Test) {
  const db = seededDatabase(t)
  const upload = { ...anUpload(t), idempotencyKey: 'k1' }
  const send = (other = {}) => importUpload(db, { ...upload, ...other }, importedAt, () => true)
  return { db, send }
}

t.test('one request that reaches two processes at once is answered once', async (t) => {
  const { db, send } = uploading(t)
  const [first, second] = await Promise.all([send(), send()])
  t.match(first, { outcome: 'done', report: { revision: 2 } })
  t.strictSame(second, first)
  t.equal(openStore(db).imports.count({ revision: 9 }), 2)
  t.strictSame(await send(), first)
})

t.test('two requests with one key: the later is told so, whatever it would change', async (t) => {
  const { send } = uploading(t)
  const outcomes = async (...sent: ReturnType<typeof send>[]) =>
    (await Promise.all(sent)).map(({ outcome }) => outcome).sort()
  t.strictSame(await outcomes(send(), send({ fingerprint: 'b' })), ['done', 'key-reused'])
  const unchanged = { idempotencyKey: 'k2' }
  t.strictSame(await outcomes(send(unchanged), send({ ...unchanged, fingerprint: 'b' })), [
    'done',
    'key-reused',
  ])
})

import t from 'tap'
import { seededApp } from '../fixtures/seeded.js'

t.test('the entry point leads everywhere, and tells how far the record goes', async (t) => {
  const { app, ask } = await seededApp(t)
  const { body } = await ask('/v1')
  t.match(body.instruments, [{ code: 'untoc', asAt: '2025-04-30', href: '/v1/instruments/untoc' }])
  t.equal(body.meta.revision, 1)
  for (const [name, address] of Object.entries<string>(body.resources))
    if (address.startsWith('/v1')) t.equal((await app.inject(address)).statusCode, 200, name)
})

t.test('ready once the record is there', async (t) => {
  const { ask } = await seededApp(t)
  t.strictSame((await ask('/readyz')).body, {
    status: 'ready',
    revision: 1,
    readOnly: false,
    lookedAt: null,
    failedLooks: 0,
    primary: null,
  })
  t.strictSame((await ask('/healthz')).body, { status: 'ok' })
})

t.test('a node whose primary is away says so with every answer', async (t) => {
  const primary = { syncedAt: '2026-11-23T09:00:00.000Z', awaySince: '2026-11-23T09:00:01.000Z' }
  const { ask } = await seededApp(t, { replicaStatus: () => primary })
  t.strictSame((await ask('/readyz')).body, {
    status: 'ready',
    revision: 1,
    readOnly: false,
    lookedAt: null,
    failedLooks: 0,
    primary,
  })
  for (const address of ['/v1', '/v1', '/v1/states/ZZZ'])
    t.equal((await ask(address)).headers['primary-away-since'], primary.awaySince)
})

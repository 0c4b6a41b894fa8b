import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { followSchedule } from '../../../src/cli/serve/refreshing.js'
import { leases } from '../../../src/db/looks/schema.js'
import { openStore } from '../../../src/db/store.js'
import { type Schedule, scheduleOf } from '../../../src/import/refresh/schedule.js'
import { depositary, enterTreaty, treaty, withOneMore } from '../../fixtures/depositary.js'
import { seededDatabase } from '../../fixtures/seeded.js'
import { serving, until } from '../../fixtures/serving.js'
import { temporary } from '../../fixtures/temporary.js'

const weekly = scheduleOf('weekly') as Schedule

t.test('an attempt at the start, at every moment with jitter, and again when another lets go', async (t) => {
  let now = new Date('2026-11-25T12:00:00Z')
  const attempts: string[] = []
  const slept: string[] = []
  const again = [null, new Date('2026-11-30T12:10:00Z'), null]
  const refreshing = followSchedule(
    weekly,
    async (moment) => {
      attempts.push(`${now.toISOString()} for ${moment.toISOString()}`)
      return again[attempts.length - 1] ?? null
    },
    () => now,
    () => 0.5,
    async (until) => {
      slept.push(until.toISOString())
      now = until
      if (slept.length === 3) void refreshing.stop()
    },
  )
  await until('it has slept three times', () => slept.length === 3)
  t.strictSame(attempts, [
    '2026-11-25T12:00:00.000Z for 2026-11-23T06:23:00.000Z',
    '2026-11-30T09:23:00.000Z for 2026-11-30T06:23:00.000Z',
    '2026-11-30T12:10:00.000Z for 2026-11-30T06:23:00.000Z',
  ])
  t.strictSame(slept[2], '2026-12-07T09:23:00.000Z')
})

t.test('one that sleeps for days is stopped at once', async () => {
  const refreshing = followSchedule(
    weekly,
    async () => null,
    () => new Date('2026-11-25T12:00:00Z'),
    () => 0.5,
  )
  await refreshing.stop()
})

/** A record whose last looks were long ago, with one treaty to look at. */
async function overdue(t: Test) {
  const server = await depositary(t)
  const file = join(temporary(t), 'record.db')
  const db = seededDatabase(t, file)
  await enterTreaty(t, db, `${server.at}/pages/XXIX-9-a.html`)
  db.insert(leases).values({ task: 'refresh', moment: '2020-01-06T06:23:00.000Z' }).run()
  const environment = {
    DATABASE_URL: `file:${file}`,
    REFRESH: 'weekly',
    REFRESH_FROM: `${server.at}/pages`,
  }
  return { server, db, store: openStore(db), environment }
}

t.test('two servers of two workers each, on one record: one look, one import', async (t) => {
  const { db, store, environment } = await overdue(t)
  const folder = t.testdir({ 'XXIX-9-a.html': withOneMore })
  const both = { ...environment, REFRESH_FROM: folder, WORKERS: '2' }
  const servers = await Promise.all([serving(t, both), serving(t, both)])
  await until('the looks are done', () => {
    const lease = db.select().from(leases).get()
    return lease?.holder === null && lease.moment > '2026'
  })
  const looks = store.looks.newestFirst([], 100)
  t.equal(looks.length, 7, 'one for each instrument')
  t.equal(new Set(looks.map(({ instrument }) => instrument)).size, 7)
  t.match(store.looks.newestFirst([treaty], 100), [{ outcome: 'imported', revision: 3 }])
  t.equal(store.imports.newest()?.number, 3)
  const lookedAt = store.looks.newestFirst([treaty], 1)[0]?.lookedAt
  for (const { at } of servers)
    for (let again = 0; again < 4; again++) {
      const reply = await fetch(`${at}/v1/instruments/${treaty}`, { headers: { connection: 'close' } })
      t.match(await reply.json(), { lookedAt, lookedThrough: 'mirror', meta: { revision: 3 } })
    }
  const metrics = await (await fetch(`${servers[0]?.at}/metrics`)).text()
  t.match(
    metrics,
    `ratification_looked_at_seconds{instrument="${treaty}"} ${Date.parse(lookedAt ?? '') / 1000}\n`,
  )
  t.match(metrics, '\nratification_looks{outcome="unreachable"} 6\n', 'not added up over the workers')
  await until('one of them says so', () => servers.some((one) => /1 imported/.test(one.said())))
  for (const one of servers) t.equal(await one.stop(), 0)
})

t.test('a server that looks answers meanwhile, and stops at once', async (t) => {
  const { server, environment, store } = await overdue(t)
  server.answerWith(() => {})
  const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('ratification-looks-'))
  const before = folders().length
  const one = await serving(t, environment)
  await until('it asks', () => server.requests.length === 1)
  t.equal((await fetch(`${one.at}/v1/outstanding`)).status, 200)
  t.equal(await one.stop(), 0)
  t.strictSame(store.looks.newestFirst([], 10), [], 'a look that was broken off is none')
  t.equal(folders().length, before, 'nothing is left behind')
})

t.test('a server is killed while it looks: another looks once its time is over', async (t) => {
  const { server, db, environment, store } = await overdue(t)
  server.answerWith(() => {})
  const killed = await serving(t, environment)
  await until('it asks', () => server.requests.length === 1)
  killed.process.kill('SIGKILL')
  const lease = () => db.select().from(leases).get()
  t.type(lease()?.holder, 'string')
  db.update(leases).set({ heldUntil: '2020-01-06T06:33:00.000Z' }).run()
  const folder = t.testdir({ 'XXIX-9-a.html': withOneMore })
  await serving(t, { ...environment, REFRESH_FROM: folder })
  await until('the looks are done', () => lease()?.holder === null)
  t.equal(store.looks.newestFirst([], 100).length, 7)
  t.equal(store.imports.newest()?.number, 3)
})

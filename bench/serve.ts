import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageFile } from '../src/cli/package-files.js'
import { seedRecord } from '../src/cli/seed.js'
import { enterInstrument } from '../src/db/instruments.js'
import { migrateDatabase, openDatabase } from '../src/db/open.js'
import { recordImport } from '../src/db/record.js'
import { openStore } from '../src/db/store.js'
import { ended, inRounds, median, serverOf, type Target } from './load.js'

// How many requests a second we answer, beside bare Fastify and what else a user would pick, in one run on one machine.

const [rounds, seconds] = [Number(process.argv[2] ?? 3), Number(process.argv[3] ?? 3)]
const folder = mkdtempSync(join(tmpdir(), 'bench-serve-'))
const seeded = join(folder, 'record.db')
const day = '2026-01-01'

/** The record we ship, and as many more instruments, each with two actions of every participant. */
function recordOf(path: string, instruments: number): void {
  const db = openDatabase(path)
  migrateDatabase(db, packageFile('migrations'))
  seedRecord(db, packageFile('seed'), `${day}T00:00:00.000Z`)
  const participants = openStore(db).participants.all()
  const codes = Array.from({ length: Math.max(0, instruments - 6) }, (_, number) => `xxx-${number + 1}`)
  for (const code of codes)
    enterInstrument(db, {
      code,
      number: code.toUpperCase(),
      title: code,
      adoptedAt: null,
      adoptedOn: null,
      url: null,
    })
  const told = { effectOn: null, certainty: 'depositary', source: 'bench' } as const
  const tables = codes.map((instrument) => ({
    instrument,
    asAt: day,
    isAsAtStated: true,
    actions: participants.flatMap(({ code: participant }) => [
      {
        instrument,
        participant,
        action: 'signature',
        earliest: '1990-01-01',
        latest: '1990-01-01',
        ...told,
      } as const,
      {
        instrument,
        participant,
        action: 'ratification',
        earliest: '1995-01-01',
        latest: '1995-01-01',
        ...told,
      } as const,
    ]),
  }))
  const file = { fileName: 'bench', sha256: '', format: 'long', rows: 0, warnings: [], tables }
  if (tables.length > 0) recordImport(db, file, `${day}T00:00:00.000Z`)
  db.$client.pragma('wal_checkpoint(TRUNCATE)')
  db.$client.close()
}

const main = packageFile('dist/cli/main.js')
/** What `npm start` gives node. */
const startFlags = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')).scripts.start.match(/--\S+/g)
const ours = (port: number, database: string, more: Record<string, string> = {}, isPinned = true) =>
  serverOf(
    [process.execPath, ...startFlags, main, 'serve'],
    { DATABASE_URL: `file:${database}`, PORT: String(port), LOG_LEVEL: 'warn', RATE_LIMIT: '0', ...more },
    `http://127.0.0.1:${port}/v1/states/USA/outstanding`,
    { isPinned },
  )

const at = (port: number): string => `http://127.0.0.1:${port}`
const row = (...cells: (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`)
const whole = (rate: number | undefined): string => Math.round(rate ?? 0).toLocaleString('en')
const ratio = (one = 0, other = 0): string => (one / other).toFixed(2)

async function answers(): Promise<void> {
  const own = await ours(3300, seeded)
  const fixed = await serverOf(
    [process.execPath, '--import', 'tsx', packageFile('bench/fixed-server.ts'), at(3300), '3301'],
    {},
    `${at(3301)}/fixed/all`,
    { cwd: packageFile('') },
  )
  const { headers } = await fetch(`${at(3300)}/v1/outstanding`, {
    headers: { 'accept-encoding': 'identity' },
  })
  const condition = [`If-None-Match: ${headers.get('etag')}`]
  const targets: [string, Target][] = [
    ['(a) bare Fastify, 1 KB', { at: at(3301), path: '/fixed/state' }],
    ['(b) ours, kept, 1 KB', { at: at(3300), path: '/v1/states/USA/outstanding' }],
    ['(a) bare Fastify, 47 KB', { at: at(3301), path: '/fixed/all' }],
    ['(b) ours, kept, 47 KB', { at: at(3300), path: '/v1/outstanding' }],
    ['ours, 304', { at: at(3300), path: '/v1/outstanding', headers: condition }],
    ['ours, kept, Brotli', { at: at(3300), path: '/v1/outstanding', headers: ['Accept-Encoding: br'] }],
    ['(d) Fastify, JSON.stringify, 1 KB', { at: at(3301), path: '/object/state' }],
    [
      '(c) ours, never asked before, one State',
      { at: at(3300), path: '/v1/states/STATE/outstanding?asOf=DAY' },
    ],
    ['(d) Fastify, JSON.stringify, 47 KB', { at: at(3301), path: '/object/all' }],
    ['(c) ours, never asked before, every State', { at: at(3300), path: '/v1/outstanding?asOf=DAY' }],
  ]
  const rates = await inRounds(
    targets.map(([, target]) => target),
    rounds,
    seconds,
  )
  const beside = [0, 0, 2, 2, 2, 2, 6, 6, 8, 8]
  row('answer', 'requests a second', 'to its baseline')
  row('---', '---:', '---:')
  for (const [index, [name]] of targets.entries())
    row(name, whole(rates[index]), ratio(rates[index], rates[beside[index] ?? 0]))
  await ended(fixed)
  await peers(await rowsOf(at(3300)))
  await ended(own)
}

const rowsOf = async (from: string): Promise<unknown[]> => {
  const { data } = (await (await fetch(`${from}/v1/outstanding?complete=true`)).json()) as { data: unknown[] }
  return data.map((entry, index) => ({ id: index + 1, ...(entry as object) }))
}

/** The same question, what one State has yet to ratify, to what else would serve the same rows. */
async function peers(rows: unknown[]): Promise<void> {
  const bin = (name: string): string => packageFile(`bench/peers/node_modules/.bin/${name}`)
  if (!existsSync(bin('json-server'))) return console.log('\nNo peers: npm ci --prefix bench/peers')
  writeFileSync(join(folder, 'db.json'), JSON.stringify({ outstanding: rows }))
  copyFileSync(seeded, join(folder, 'peer.db'))
  const jsonServer = await serverOf(
    [process.execPath, bin('json-server'), '--quiet', '--port', '3302', join(folder, 'db.json')],
    {},
    `${at(3302)}/outstanding/1`,
  )
  const soul = await serverOf(
    [process.execPath, bin('soul'), '-d', join(folder, 'peer.db'), '-p', '3303'],
    {},
    `${at(3303)}/api/tables/statuses/rows?_filters=participant:USA`,
  )
  const targets: [string, Target][] = [
    ['ours, never asked before', { at: at(3300), path: '/v1/states/STATE/outstanding?asOf=DAY' }],
    ['ours, kept', { at: at(3300), path: '/v1/states/USA/outstanding' }],
    ['json-server', { at: at(3302), path: '/outstanding?state.code=STATE' }],
    ['soul-cli', { at: at(3303), path: '/api/tables/statuses/rows?_filters=participant:STATE' }],
  ]
  const rates = await inRounds(
    targets.map(([, target]) => target),
    rounds,
    seconds,
  )
  console.log('')
  row(
    'what one State has yet to ratify',
    'requests a second',
    'ours, kept, is faster by',
    'ours, never asked, by',
  )
  row('---', '---:', '---:', '---:')
  for (const [index, [name]] of targets.entries())
    row(name, whole(rates[index]), ratio(rates[1], rates[index]), ratio(rates[0], rates[index]))
  await Promise.all([jsonServer, soul].map(ended))
}

async function sizes(): Promise<void> {
  const counts = [6, 50, 500]
  const ports = counts.map((_, index) => 3310 + index)
  const servers = []
  for (const [index, count] of counts.entries()) {
    const path = join(folder, `of-${count}.db`)
    recordOf(path, count)
    servers.push(await ours(ports[index] ?? 0, path))
  }
  const paths = ['/v1/states/STATE/outstanding?asOf=DAY', '/v1/instruments/cedaw/statuses?asOf=DAY']
  const rates = await inRounds(
    paths.flatMap((path) => ports.map((port) => ({ at: at(port), path }))),
    rounds,
    seconds,
  )
  await Promise.all(servers.map(ended))
  const found = counts.map((_, index) => [rates[index], rates[index + counts.length]])
  console.log('')
  row('instruments in the record', 'one State, time to that of 6', 'one instrument, time to that of 6')
  row('---:', '---:', '---:')
  for (const [index, count] of counts.entries())
    row(count, ...[0, 1].map((which) => ratio(found[0]?.[which], found[index]?.[which])))
}

async function workers(): Promise<void> {
  const one = await ours(3320, seeded, {}, false)
  const two = await ours(3321, seeded, { WORKERS: '2' }, false)
  const path = '/v1/outstanding?asOf=DAY'
  const [alone = 0, both = 0] = await inRounds(
    [3320, 3321].map((port) => ({ at: at(port), path })),
    rounds,
    seconds,
  )
  console.log(`\nTwo workers to one, on ${cpus().length} cores that the load shares: ${ratio(both, alone)}`)
  await Promise.all([one, two].map(ended))
}

async function startAndMemory(): Promise<void> {
  const times: number[] = []
  for (let again = 0; again < 5; again++) {
    const begun = performance.now()
    const server = await ours(3330, seeded)
    times.push(performance.now() - begun)
    await ended(server)
  }
  console.log(`\nFrom start to the first answer: ${whole(median(times))} ms`)
  const server = await ours(3331, seeded)
  const resident = (): string => {
    const [, kilobytes = '0'] =
      /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8')) ?? []
    return `${Math.round(Number(kilobytes) / 1024)} MiB`
  }
  const before = resident()
  execFileSync(
    'taskset',
    ['-c', '1', 'wrk', '-t1', '-c32', '-d60s', `${at(3331)}/v1/states/USA/outstanding`],
    { encoding: 'utf8' },
  )
  const [rate = 0] = await inRounds([{ at: at(3331), path: '/v1/states/STATE/outstanding?asOf=DAY' }], 1, 20)
  console.log(
    `Resident memory: ${before} at first, ${resident()} after a minute of kept answers and ${whole(rate * 20)} new ones`,
  )
  await ended(server)
}

try {
  recordOf(seeded, 0)
  const [{ model = 'unknown' } = {}] = cpus()
  console.log(
    `Node ${process.version}, ${cpus().length} cores of ${model.trim()}; medians of ${rounds} rounds of ${seconds} s\n`,
  )
  await answers()
  await sizes()
  await workers()
  await startAndMemory()
} finally {
  rmSync(folder, { recursive: true })
}

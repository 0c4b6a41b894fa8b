import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { packageFile } from '../src/cli/package-files.js'
import { enterInstrument } from '../src/db/instruments.js'
import { migrateDatabase, openDatabase } from '../src/db/sqlite/open.js'
import { openStore } from '../src/db/store.js'
import { recordImport } from '../src/db/write/record.js'
import { seedRecord } from '../src/import/seed.js'
import {
  type BenchServer,
  inRounds,
  median,
  medianRatio,
  requestsPerSecond,
  serverOf,
  type Target,
} from './load.js'

// How many requests a second we answer, beside bare Fastify and what else a user would pick, in one run on one machine.

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    short: { type: 'boolean', default: false },
  },
})
/** `--short` shows that all of it runs; its figures are worth nothing. */
const [rounds, seconds] = values.short ? [1, 1] : [Number(values.rounds), Number(values.seconds)]
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
  const facts = { effectOn: null, performedBy: null, certainty: 'depositary', source: 'bench' } as const
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
        ...facts,
      } as const,
      {
        instrument,
        participant,
        action: 'ratification',
        earliest: '1995-01-01',
        latest: '1995-01-01',
        ...facts,
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
const ours = (database: string, more: Record<string, string> = {}, isPinned = true) =>
  serverOf(() => [process.execPath, ...startFlags, main, 'serve'], {
    environment: { DATABASE_URL: `file:${database}`, LOG_LEVEL: 'warn', RATE_LIMIT: '0', ...more },
    ready: '/v1/states/USA/outstanding',
    isPinned,
  })

const row = (...cells: (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`)
const whole = (rate: number | undefined): string => Math.round(rate ?? 0).toLocaleString('en')
const rate = (rates: readonly number[] = []): string => whole(median(rates))
const ratio = (rates?: readonly number[], baseline?: readonly number[]): string =>
  medianRatio(rates, baseline).toFixed(2)

async function answers(): Promise<void> {
  const own = await ours(seeded)
  const fixed = await serverOf(
    (port) => [process.execPath, '--import', 'tsx', packageFile('bench/fixed-server.ts'), own.at, `${port}`],
    { ready: '/fixed/all', cwd: packageFile('') },
  )
  const { headers } = await fetch(`${own.at}/v1/outstanding`, { headers: { 'accept-encoding': 'identity' } })
  const condition = [`If-None-Match: ${headers.get('etag')}`]
  const [one, every, page] = ['/v1/states/USA/outstanding', '/v1/outstanding', '/states/USA']
  /** Each with the number of the target that it is compared with. */
  const targets: [name: string, baseline: number, Target][] = [
    ['(a) bare Fastify, 1 KB', 0, { at: fixed.at, path: '/fixed/state' }],
    ['(b) ours, kept, 1 KB', 0, { at: own.at, path: one }],
    [
      '(c) ours, never asked before, one State',
      0,
      { at: own.at, path: `${one.replace('USA', 'STATE')}?asOf=DAY` },
    ],
    ['(a) bare Fastify, 47 KB', 3, { at: fixed.at, path: '/fixed/all' }],
    ['(b) ours, kept, 47 KB', 3, { at: own.at, path: every }],
    ['ours, 304', 3, { at: own.at, path: every, headers: condition }],
    ['ours, kept, Brotli', 3, { at: own.at, path: every, headers: ['Accept-Encoding: br'] }],
    ['(a) bare Fastify, a page', 7, { at: fixed.at, path: '/fixed/page' }],
    ['(b) ours, kept, a page', 7, { at: own.at, path: page }],
    ['(d) Fastify, JSON.stringify, 1 KB', 9, { at: fixed.at, path: '/object/state' }],
    [
      '(c) ours, never asked before, one State',
      9,
      { at: own.at, path: `${one.replace('USA', 'STATE')}?asOf=DAY` },
    ],
    ['(d) Fastify, JSON.stringify, 47 KB', 11, { at: fixed.at, path: '/object/all' }],
    ['(c) ours, never asked before, every State', 11, { at: own.at, path: `${every}?asOf=DAY` }],
    [
      '(c) ours, never asked before, statuses to CEDAW',
      13,
      { at: own.at, path: '/v1/instruments/cedaw/statuses?asOf=DAY' },
    ],
    [
      '(c) ours, never asked before, statements on article 16',
      13,
      { at: own.at, path: '/v1/statements?article=16&asOf=DAY' },
    ],
  ]
  const rates = await inRounds(
    targets.map(([, , target]) => target),
    rounds,
    seconds,
  )
  row('answer', 'requests a second', 'to its baseline')
  row('---', '---:', '---:')
  for (const [index, [name, baseline]] of targets.entries())
    row(name, rate(rates[index]), ratio(rates[index], rates[baseline]))
  await fixed.end()
  await peers(own, await rowsOf(own.at))
  await own.end()
}

const rowsOf = async (from: string): Promise<unknown[]> => {
  const { data } = (await (await fetch(`${from}/v1/outstanding?complete=true`)).json()) as { data: unknown[] }
  return data.map((entry, index) => ({ id: index + 1, ...(entry as object) }))
}

/** The same question, what one State has yet to ratify, to what else would serve the same rows. */
async function peers(own: BenchServer, rows: unknown[]): Promise<void> {
  const bin = (name: string): string => packageFile(`bench/peers/node_modules/.bin/${name}`)
  if (!existsSync(bin('json-server'))) return console.log('\nNo peers: npm ci --prefix bench/peers')
  const [json, copy] = [join(folder, 'db.json'), join(folder, 'peer.db')]
  writeFileSync(json, JSON.stringify({ outstanding: rows }))
  copyFileSync(seeded, copy)
  const jsonServer = await serverOf(
    (port) => [process.execPath, bin('json-server'), '--quiet', '--port', `${port}`, json],
    { ready: '/outstanding/1' },
  )
  const soul = await serverOf((port) => [process.execPath, bin('soul'), '-d', copy, '-p', `${port}`], {
    ready: '/api/tables/statuses/rows?_filters=participant:USA',
  })
  const targets: [string, Target][] = [
    ['ours, never asked before', { at: own.at, path: '/v1/states/STATE/outstanding?asOf=DAY' }],
    ['ours, kept', { at: own.at, path: '/v1/states/USA/outstanding' }],
    ['json-server', { at: jsonServer.at, path: '/outstanding?state.code=STATE' }],
    ['soul-cli', { at: soul.at, path: '/api/tables/statuses/rows?_filters=participant:STATE' }],
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
    row(name, rate(rates[index]), ratio(rates[1], rates[index]), ratio(rates[0], rates[index]))
  await Promise.all([jsonServer, soul].map(({ end }) => end()))
}

async function sizes(): Promise<void> {
  const counts = [6, 50, 500]
  const servers: BenchServer[] = []
  for (const count of counts) {
    const path = join(folder, `of-${count}.db`)
    recordOf(path, count)
    servers.push(await ours(path))
  }
  const paths = ['/v1/states/STATE/outstanding?asOf=DAY', '/v1/instruments/cedaw/statuses?asOf=DAY']
  const rates = await inRounds(
    paths.flatMap((path) => servers.map(({ at }) => ({ at, path }))),
    rounds,
    seconds,
  )
  await Promise.all(servers.map(({ end }) => end()))
  const found = counts.map((_, index) => [rates[index], rates[index + counts.length]])
  console.log('')
  row('instruments in the record', 'one State, time to that of 6', 'one instrument, time to that of 6')
  row('---:', '---:', '---:')
  for (const [index, count] of counts.entries())
    row(count, ...[0, 1].map((which) => ratio(found[0]?.[which], found[index]?.[which])))
}

async function workers(): Promise<void> {
  const servers = [await ours(seeded, {}, false), await ours(seeded, { WORKERS: '2' }, false)]
  const path = '/v1/outstanding?asOf=DAY'
  const [alone, both] = await inRounds(
    servers.map(({ at }) => ({ at, path })),
    rounds,
    seconds,
  )
  console.log(`\nTwo workers to one, on ${cpus().length} cores that the load shares: ${ratio(both, alone)}`)
  await Promise.all(servers.map(({ end }) => end()))
}

async function startAndMemory(): Promise<void> {
  const times: number[] = []
  for (let again = 0; again < (values.short ? 1 : 5); again++) {
    const begun = performance.now()
    const server = await ours(seeded)
    times.push(performance.now() - begun)
    await server.end()
  }
  console.log(`\nFrom start to the first answer: ${whole(median(times))} ms`)
  const server = await ours(seeded)
  const resident = (): string => {
    const [, kilobytes = '0'] =
      /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8')) ?? []
    return `${Math.round(Number(kilobytes) / 1024)} MiB`
  }
  const before = resident()
  const [keptFor, newFor] = values.short ? [2, 2] : [60, 20]
  await requestsPerSecond({ at: server.at, path: '/v1/states/USA/outstanding' }, keptFor)
  const newRate = await requestsPerSecond(
    { at: server.at, path: '/v1/states/STATE/outstanding?asOf=DAY' },
    newFor,
  )
  console.log(
    `Resident memory: ${before} at first, ${resident()} after ${keptFor} s of kept answers and ${whole(newRate * newFor)} new ones`,
  )
  await server.end()
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

import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { buildApp } from '../../src/app.js'
import { generateOpenApi } from '../../src/cli/openapi.js'
import { packageFile } from '../../src/cli/package-files.js'
import { type Db, migrateDatabase, openDatabase } from '../../src/db/sqlite/open.js'
import { openStore } from '../../src/db/store.js'
import { RemovalsRefused } from '../../src/db/write/record.js'
import { importFile, openTarget } from '../../src/import/import-file.js'
import { seedRecord } from '../../src/import/seed.js'
import { FileRefused } from '../../src/tables/fault.js'
import { holdToContract } from '../fixtures/contract.js'
import { fuzzHeadings, fuzzPages } from './meanings.js'
import { holdPlace } from './refusals.js'
import { requests } from './requests.js'
import { tables } from './tables.js'

// Sends what nobody should send, and prints what came of it; a failure is shrunk and printed with the seed that finds it again.

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    requests: { type: 'string', default: '20000' },
    tables: { type: 'string', default: '5000' },
    readings: { type: 'string', default: '5000' },
  },
})
const seed = Number(values.seed)
const now = '2026-11-23T10:00:00.000Z'
/** In milliseconds and bytes. */
const most = { wait: 10_000, memory: 700 * 1024 * 1024 }

const folder = mkdtempSync(join(tmpdir(), 'ratification-fuzz-'))
function seeded(path: string): Db {
  const db = openDatabase(path)
  migrateDatabase(db, packageFile('migrations'))
  seedRecord(db, packageFile('seed'), now)
  return db
}

async function fuzzRequests(numRuns: number): Promise<void> {
  const db = seeded(':memory:')
  const document = await generateOpenApi()
  const context = {
    store: openStore(db),
    today: () => now.slice(0, 10),
    importer: null,
    replicaStatus: () => null,
    securityContact: null,
    build: 'any',
    document,
  }
  const served = { publicUrl: '', logger: false, trustProxy: true, rateLimit: 0, hsts: null }
  const app = await buildApp({ ...context, ...served })
  const counts = new Map<number, number>()
  const property = fc.asyncProperty(requests, async (asked: InjectOptions) => {
    const reply = await inTime(app.inject(asked))
    if (reply.statusCode >= 500 && reply.statusCode !== 501)
      throw new Error(`${reply.statusCode}: ${reply.body}`)
    holdToContract(asked, reply)
    counts.set(reply.statusCode, (counts.get(reply.statusCode) ?? 0) + 1)
  })
  await fc.assert(property, { seed, numRuns, endOnFailure: false })
  await app.close()
  db.$client.close()
  const found = [...counts].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`)
  console.log(`${numRuns} requests, each answered after the document (${found.join(', ')})`)
}

const inTime = (reply: Promise<LightMyRequestResponse>): Promise<LightMyRequestResponse> => {
  let timer: NodeJS.Timeout
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), most.wait)
  })
  return Promise.race([reply, late]).finally(() => clearTimeout(timer))
}

async function fuzzTables(numRuns: number): Promise<void> {
  const db = seeded(join(folder, 'record.db'))
  const target = openTarget(db)
  const path = join(folder, 'table')
  const counts = { accepted: 0, refused: 0 }
  let peak = 0
  const property = fc.asyncProperty(tables, async (bytes) => {
    writeFileSync(path, bytes)
    const before = stateOf(db)
    try {
      await importFile(
        target,
        { path, fileName: '29-9.csv', asAt: '2003-12-31', allowRemovals: true, listed: 0 },
        now,
      )
      counts.accepted++
    } catch (error) {
      hold(error, bytes)
      if (stateOf(db) !== before) throw new Error('a refusal changed the record')
      counts.refused++
    }
    peak = Math.max(peak, process.memoryUsage.rss())
    if (peak > most.memory) throw new Error(`${peak} bytes of memory`)
  })
  await fc.assert(property, { seed, numRuns })
  const integrity = db.$client.pragma('integrity_check', { simple: true })
  db.$client.close()
  if (integrity !== 'ok') throw new Error(`The database is damaged: ${integrity}`)
  console.log(
    `${numRuns} tables: ${counts.accepted} accepted, ${counts.refused} refused with a place and without a trace; memory up to ${Math.round(peak / 2 ** 20)} MiB`,
  )
}

/** What is accepted must be what a second reading finds. */
async function fuzzReadings(numRuns: number): Promise<void> {
  const db = seeded(':memory:')
  const run = { target: openTarget(db), path: join(folder, 'reading'), seed, numRuns }
  const [tables, pages] = [await fuzzHeadings(run), await fuzzPages(run)]
  db.$client.close()
  console.log(
    `${numRuns} tables under odd headings, ${tables} accepted, and ${numRuns} damaged pages, ${pages} accepted: none read wrongly`,
  )
}

/** A refusal says what is wrong, and where; anything else is a fault of ours. */
function hold(error: unknown, bytes: Uint8Array): void {
  if (error instanceof RemovalsRefused && error.removals.length > 0) return
  if (!(error instanceof FileRefused) || error.faults.length === 0) throw error
  for (const fault of error.faults) holdPlace(fault, bytes)
}

const stateOf = ({ $client }: Db): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        $client.prepare('SELECT count(*), max(id), total(known_until) FROM actions').raw().get(),
      ),
    )
    .update(JSON.stringify($client.prepare('SELECT count(*), max(revision) FROM imports').raw().get()))
    .update(JSON.stringify($client.prepare('SELECT count(*) FROM instruments').raw().get()))
    .digest('hex')

try {
  // Tables first, because their memory is measured: app.inject keeps some of each request, as no server does.
  await fuzzTables(Number(values.tables))
  await fuzzReadings(Number(values.readings))
  await fuzzRequests(Number(values.requests))
} catch (error) {
  // A table of 10 MB would be printed whole, byte by byte.
  const { message, cause } = error as Error
  console.error(message.slice(0, 4000), cause)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true })
}

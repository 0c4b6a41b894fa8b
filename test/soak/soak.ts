import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { main, path } from '../fixtures/command.js'
import { collecting, freePort, importToken, isAnswered, pause, until } from '../fixtures/serving.js'

// A real server at full speed while tables are imported into it, and clients hang on: every answer is to be the right one for
// the revision that it names, memory is to stay where it was, and at the end it stops. With --collect, in a small heap that is collected often.

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, collect: { type: 'boolean', default: false } },
})
const seconds = Number(values.seconds)
const folder = mkdtempSync(join(tmpdir(), 'soak-'))
const port = await freePort()
const at = `http://127.0.0.1:${port}`
const server = spawn(process.execPath, [...(values.collect ? collecting : []), main, 'serve'], {
  env: {
    PATH: path,
    PORT: String(port),
    DATABASE_URL: `file:${join(folder, 'record.db')}`,
    IMPORT_TOKEN: importToken,
    RATE_LIMIT: '0',
    LOG_LEVEL: 'warn',
  },
  stdio: ['ignore', 'ignore', 'inherit'],
})

const counts = { answers: 0, conditional: 0, imports: 0 }
const faults: string[] = []
const slowest = { milliseconds: 0 }
const end = Date.now() + seconds * 1000
const isOn = (): boolean => Date.now() < end

/** The day that the table of each revision gives: the record is to answer none but that of the revision it names. */
const dayOf = new Map<number, string>()
const dayBefore = (revision: number): string => (revision % 2 === 0 ? '1982-12-10' : '1982-12-11')

async function importOne(revision: number): Promise<void> {
  const day = dayBefore(revision)
  dayOf.set(revision, day)
  const reply = await fetch(`${at}/v1/imports?instrument=II-99&asAt=2026-01-01`, {
    method: 'POST',
    headers: { authorization: `Bearer ${importToken}`, 'content-type': 'text/csv' },
    body: `Participant,Signature\nVanuatu,${day}\n`,
  })
  if (reply.status !== 201) faults.push(`import ${revision}: ${reply.status} ${await reply.text()}`)
  counts.imports++
}

async function importing(): Promise<void> {
  for (let revision = 3; isOn(); revision++) {
    await importOne(revision)
    await pause(2000)
  }
}

const addresses = [
  '/v1/outstanding',
  '/v1/states/VUT/statuses',
  '/v1/actions?state=VUT&instrument=II-99',
  '/v1/states/VUT',
]

async function reading(): Promise<void> {
  const etags = new Map<string, string>()
  for (let number = 0; isOn(); number++) {
    const address = addresses[number % addresses.length] ?? '/v1'
    const etag = number % 3 === 0 ? etags.get(address) : undefined
    const begun = performance.now()
    const reply = await fetch(at + address, { headers: etag === undefined ? {} : { 'if-none-match': etag } })
    const text = await reply.text()
    slowest.milliseconds = Math.max(slowest.milliseconds, performance.now() - begun)
    etags.set(address, String(reply.headers.get('etag')))
    if (reply.status === 304) counts.conditional++
    else check(address, reply, text)
    counts.answers++
  }
}

/** Whether an answer is whole, and of the revision that it and its ETag name. */
function check(address: string, reply: Response, text: string): void {
  if (reply.status !== 200) return void faults.push(`${address}: ${reply.status} ${text.slice(0, 200)}`)
  const body = JSON.parse(text)
  const { revision } = body.meta
  if (!String(reply.headers.get('etag')).startsWith(`"${revision}-`))
    faults.push(`${address}: ETag of another revision`)
  if (!address.startsWith('/v1/actions')) return
  const [{ on = null } = {}] = body.data
  if (on !== dayOf.get(revision)) faults.push(`${address}: revision ${revision} answers ${on}`)
}

/** Clients that send half a request, and clients that never read what they asked for. */
function hangingOn(): Socket[] {
  const open = (text: string, reads: boolean): Socket => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    if (!reads) socket.pause()
    return socket.on('error', () => {})
  }
  const host = 'Host: 127.0.0.1\r\n'
  return Array.from({ length: 100 }, (_, number) =>
    number % 2
      ? open(`GET /v1 HTTP/1.1\r\n${host}`, true)
      : open(`GET /v1/outstanding HTTP/1.1\r\n${host}\r\n`.repeat(200), false),
  )
}

const resident = (): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

try {
  await until('the server answers', () => isAnswered(`${at}/readyz`))
  // What is asked for is to be there before it is asked for.
  await importOne(2)
  const hanging = hangingOn()
  const readers = Array.from({ length: 16 }, reading)
  const importer = importing()
  await pause(seconds * 300)
  const early = resident()
  await Promise.all([...readers, importer])
  const late = resident()
  for (const socket of hanging) socket.destroy()
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  const [code, signal] = await ended
  if (code !== 0) faults.push(`the server ended with ${code ?? signal}`)
  if (late > early * 1.25 + 20) faults.push(`memory grew from ${early.toFixed(0)} to ${late.toFixed(0)} MiB`)
  if (slowest.milliseconds > 5000) faults.push(`an answer took ${slowest.milliseconds.toFixed(0)} ms`)
  console.log(
    `${seconds} s: ${counts.answers} answers (${counts.conditional} of them 304), ${counts.imports} imports, 100 clients hanging on; the slowest answer took ${slowest.milliseconds.toFixed(0)} ms; memory ${early.toFixed(0)} MiB after a third, ${late.toFixed(0)} MiB at the end; ${faults.length} wrong or failed`,
  )
  for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`)
  if (faults.length > 0) process.exitCode = 1
} finally {
  server.kill('SIGKILL')
  rmSync(folder, { recursive: true })
}

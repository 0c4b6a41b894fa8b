import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import type { Test } from 'tap'
import { importToken } from '../fixtures/serving.js'

/** Ways to write the address of the metrics, in a request and in its Host. */
const addressesOfMetrics = [
  '/metrics',
  '/metrics?',
  '/metrics?x=1',
  '/metrics/',
  '//metrics',
  '/%6Detrics',
  '/m%65tric%73',
  '/x/../metrics',
  '/./metrics',
  '/metrics%2F',
  'http://any/metrics',
]

/** No way to write the address leads to the metrics. */
export async function refusesMetrics(t: Test, port: number): Promise<void> {
  for (const address of addressesOfMetrics) {
    const reply = await exactly(port, address)
    t.match(reply, /^HTTP\/1.1 (403|404|400) /, address)
    t.notMatch(reply, /ratification_record_revision/, address)
  }
  t.match(await exactly(port, '/metrics'), /^HTTP\/1.1 403 /)
}

/** `fetch` would tidy the address. */
async function exactly(port: number, address: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(`GET ${address} HTTP/1.1\r\nHost: any\r\nConnection: close\r\n\r\n`)
  let reply = ''
  socket.on('data', (piece) => {
    reply += piece
  })
  await once(socket, 'close')
  return reply
}

const mostBytes = 64 * 1024 * 1024

/** Every byte of the largest table arrives. One byte more is refused by the API itself, with its problem. */
export async function letsTablesThrough(t: Test, at: string): Promise<void> {
  const table = Buffer.alloc(mostBytes + 1, '\n')
  table.write('Participant,Signature\nVanuatu,10 Dec 1982\n')
  const sent = async (bytes: Buffer<ArrayBuffer>) => {
    const reply = await fetch(`${at}/v1/imports?instrument=II-99&asAt=2026-01-01&dryRun=true`, {
      method: 'POST',
      headers: { authorization: `Bearer ${importToken}`, 'content-type': 'text/csv' },
      body: bytes,
    })
    return { status: reply.status, body: await reply.json() }
  }
  const largest = table.subarray(0, mostBytes)
  const sha256 = createHash('sha256').update(largest).digest('hex')
  t.match(await sent(largest), { status: 200, body: { sha256, rows: 1 } })
  t.match(await sent(table), { status: 413, body: { type: '/problems/payload-too-large' } })
}

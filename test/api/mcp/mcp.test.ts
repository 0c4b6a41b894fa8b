import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import { type Test, test } from 'tap'
import { main, path } from '../../fixtures/command.js'
import { seededApp } from '../../fixtures/seeded.js'

interface Answer {
  readonly isError?: boolean
  readonly content: { readonly text: string }[]
  // biome-ignore lint/suspicious/noExplicitAny: brief answers, whose fields the tests name
  readonly structuredContent: any
}

async function connect(t: Test, transport: Transport) {
  const client = new Client({ name: 'a test', version: '1' })
  await client.connect(transport)
  t.teardown(() => client.close())
  const call = async (name: string, input: Record<string, unknown>) =>
    (await client.callTool({ name, arguments: input })) as unknown as Answer
  return { client, call }
}

/** Asks each tool. */
async function askAll(t: Test, { client, call }: Awaited<ReturnType<typeof connect>>, origin: string) {
  const { tools } = await client.listTools()
  t.strictSame(
    tools.map(({ name }) => name),
    [
      'find_state',
      'list_instruments',
      'state_outstanding',
      'state_statuses',
      'instrument_statuses',
      'who_is_not_a_party',
      'progress',
      'statements',
      'what_changed',
    ],
  )
  for (const tool of tools)
    t.match(tool, {
      annotations: { readOnlyHint: true },
      description: String,
      inputSchema: { type: 'object', additionalProperties: false },
    })
  t.notMatch(JSON.stringify(tools), /\$ref|\$defs|definitions/, 'schemas stand where they are used')

  const found = await call('find_state', { name: 'Соединенные Штаты' })
  t.match(found.structuredContent, { total: 1, data: [{ state: 'USA', memberFrom: '1945-10-24' }] })
  const listed = await call('list_instruments', {})
  t.match(listed.structuredContent, {
    total: 6,
    data: [{ instrument: 'untoc', number: 'XVIII-12', urgedBy: ['A/RES/63/194 para. 1'] }],
  })
  const left = await call('state_outstanding', { state: 'us' })
  t.match(left.structuredContent, {
    counts: { urged: 5, party: 4, outstanding: 1 },
    outstanding: [{ instrument: 'cedaw', nextStep: 'ratify', signedOn: '1980-07-17' }],
  })
  const joined = await call('state_statuses', { state: 'USA', instrument: 'opsc' })
  t.match(joined.structuredContent.data, [{ status: 'party', consent: 'ratification 2002-12-23' }])
  const signatories = await call('instrument_statuses', {
    instrument: 'IV-8',
    status: ['signatory'],
    asOf: '2008-12-18',
  })
  t.match(signatories.structuredContent.data, [
    { state: 'USA', status: 'signatory', signature: '1980-07-17' },
  ])
  const missing = await call('who_is_not_a_party', { instrument: 'cedaw' })
  t.strictSame(
    missing.structuredContent.data.map(({ state }: { state: string }) => state),
    ['IRN', 'PLW', 'SOM', 'SDN', 'TON', 'USA'],
  )
  t.match((await call('who_is_not_a_party', { instrument: 'crc' })).structuredContent.data, [
    { state: 'USA' },
  ])
  const progress = await call('progress', { resolution: 'A/RES/63/194' })
  t.match(progress.structuredContent, {
    resolution: { symbol: 'A/RES/63/194' },
    instruments: [{ atAdoption: { on: '2008-12-18', memberParties: 145 }, joinedSince: /VUT|SYR/ }],
  })
  const changed = await call('what_changed', {
    sinceRevision: 0,
    state: ['VUT'],
    instrument: ['cedaw', 'opsc'],
  })
  t.strictSame(
    changed.structuredContent.data.map(({ after }: { after: string }) => after),
    ['accession 1995-09-08', 'signature 2005-09-16', 'ratification 2007-05-17'],
  )
  const reserved = await call('statements', {
    instrument: ['IV-8'],
    article: ['16'],
    group: ['african'],
    asOf: '2026-02-03',
  })
  t.strictSame(
    reserved.structuredContent.data.map(({ state }: { state: string }) => state),
    ['DZA', 'EGY', 'LBY', 'MRT', 'NER'],
  )
  const sameByName = await call('statements', {
    instrument: ['cedaw'],
    article: ['16'],
    group: ['African Union'],
    asOf: '2026-02-03',
  })
  t.strictSame(sameByName.structuredContent.data, reserved.structuredContent.data, 'a group by its name')
  const unknown = await call('instrument_statuses', { instrument: 'cedaw', group: ['Arab'] })
  t.match(unknown, { isError: true, content: [{ text: /did you mean .*league-of-arab-states/ }] })
  const others = await call('statements', {
    state: ['QAT'],
    kind: ['declaration'],
    exceptPurpose: ['disputes'],
  })
  t.match(others.structuredContent.data, [{ kind: 'declaration', state: 'QAT' }])
  for (const { content, structuredContent } of [
    found,
    listed,
    left,
    joined,
    signatories,
    missing,
    progress,
    changed,
    reserved,
    others,
  ]) {
    t.strictSame(JSON.parse(content[0]?.text ?? ''), structuredContent)
    t.equal(content[1]?.text, `Cite as: ${structuredContent.cite}`)
    t.match(structuredContent.cite, `(revision 1), ${origin}/v1/`, 'a citation names the host')
  }
}

test('over streamable HTTP, at /mcp', async (t) => {
  const { app } = await seededApp(t)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const at = new StreamableHTTPClientTransport(new URL(`${address}/mcp`)) as Transport
  await askAll(t, await connect(t, at), address)
  const wrong = await fetch(`${address}/mcp`, {
    method: 'POST',
    body: '{',
    headers: { 'content-type': 'application/json' },
  })
  t.equal(wrong.status, 400)
  t.equal((await fetch(`${address}/mcp`)).status, 405, 'there are no sessions to listen to')
})

test('over standard input and output, citing the public address', async (t) => {
  const origin = 'https://treaties.example.org'
  const env = { PATH: path, DATABASE_URL: `file:${t.testdir()}/record.db`, PUBLIC_URL: origin }
  const command = { command: process.execPath, args: [main, 'mcp'], env, stderr: 'ignore' as const }
  await askAll(t, await connect(t, new StdioClientTransport(command)), origin)
})

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
  // biome-ignore lint/suspicious/noExplicitAny: the answers of the API, whose shapes its own tests check
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

/** Asks each tool, and holds its answer against the API's own. */
async function askAll(t: Test, { client, call }: Awaited<ReturnType<typeof connect>>) {
  const { tools } = await client.listTools()
  t.strictSame(
    tools.map(({ name }) => name),
    ['find_state', 'state_outstanding', 'instrument_statuses', 'statements', 'what_changed'],
  )
  for (const tool of tools) t.match(tool, { annotations: { readOnlyHint: true }, description: String })
  const found = await call('find_state', { name: 'Соединенные Штаты' })
  t.match(found.structuredContent.data, [{ code: 'USA', member: true }])
  const left = await call('state_outstanding', { state: 'us' })
  t.match(left.structuredContent.outstanding, [{ instrument: { code: 'cedaw' }, nextStep: 'ratify' }])
  const cite = left.content.at(-1)?.text
  t.match(
    cite,
    /^Cite as: Treaty ratification status, as of .* \(revision 1\), \/v1\/states\/USA\/outstanding\?asOf=/,
  )
  const signatories = await call('instrument_statuses', {
    instrument: 'IV-8',
    status: ['signatory'],
    asOf: '2008-12-18',
  })
  t.match(signatories.structuredContent.data, [{ state: { code: 'USA' }, status: 'signatory' }])
  const changed = await call('what_changed', {
    sinceRevision: 0,
    state: ['VUT'],
    instrument: ['cedaw', 'opsc'],
  })
  t.strictSame(
    changed.structuredContent.data.map(({ after }: { after: { action: string } }) => after.action),
    ['accession', 'signature', 'ratification'],
  )
  const reserved = await call('statements', {
    instrument: ['IV-8'],
    article: ['16'],
    group: ['african'],
    asOf: '2026-02-03',
  })
  t.strictSame(
    reserved.structuredContent.data.map(({ state }: { state: { code: string } }) => state.code),
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
  t.match(others.structuredContent.data, [{ kind: 'declaration', state: { code: 'QAT' } }])
  for (const { content } of [found, signatories, reserved, changed])
    t.match(content.at(-1)?.text, /^Cite as: /)
  t.strictSame(
    await Promise.all(
      [
        call('state_outstanding', { state: 'QZZ' }),
        call('state_outstanding', { state: 'USA', asOf: '2100-01-01' }),
        call('instrument_statuses', { instrument: 'cedaw', status: ['late'] }),
        call('statements', { article: ['16.1'] }),
      ].map(async (answer) => (await answer).isError),
    ),
    [true, true, true, true],
  )
  for (const state of ['../instruments/cedaw', '..']) {
    const { content } = await call('state_outstanding', { state })
    t.match(content[0]?.text, /is not a code/, 'a tool asks its own question only')
  }
}

test('over streamable HTTP, at /mcp', async (t) => {
  const { app } = await seededApp(t)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  await askAll(t, await connect(t, new StreamableHTTPClientTransport(new URL(`${address}/mcp`)) as Transport))
  const wrong = await fetch(`${address}/mcp`, {
    method: 'POST',
    body: '{',
    headers: { 'content-type': 'application/json' },
  })
  t.equal(wrong.status, 400)
  t.equal((await fetch(`${address}/mcp`)).status, 405, 'there are no sessions to listen to')
})

test('over standard input and output', async (t) => {
  const env = { PATH: path, DATABASE_URL: `file:${t.testdir()}/record.db` }
  await askAll(
    t,
    await connect(
      t,
      new StdioClientTransport({ command: process.execPath, args: [main, 'mcp'], env, stderr: 'ignore' }),
    ),
  )
})

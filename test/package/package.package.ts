import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import t, { type Test } from 'tap'
import { packageFile } from '../../src/cli/package-files.js'
import { freePort, isAnswered, started, until } from '../fixtures/serving.js'
import { temporary } from '../fixtures/temporary.js'

// What `npm pack` makes, installed and run in an empty folder as a stranger would.

// npm takes its own settings from the environment.
const environment = process.env as Record<string, string>
const inFolder = (cwd: string, command: string, ...args: string[]): string =>
  execFileSync(command, args, { cwd, env: environment, encoding: 'utf8' })

const folder = temporary(t)
inFolder(packageFile(''), 'npm', 'pack', '--silent', '--pack-destination', folder)
const tarball = `./${readdirSync(folder)[0]}`

t.test('what is in it', async (t) => {
  const files = inFolder(folder, 'tar', '-tzf', tarball).trim().split('\n')
  for (const file of files) {
    t.match(
      file,
      /^package\/((dist|migrations|openapi|seed|deploy)\/|[A-Z]+(\.[a-z]{2})?(\.md)?$|package\.json$)/,
    )
    t.notMatch(file, /\.(tsx?|map)$|test/)
  }
  for (const file of ['README.md', 'CHANGELOG.md', 'LICENSE', 'dist/cli/main.js', 'dist/pages/style.css'])
    t.ok(files.includes(`package/${file}`), file)
})

const serves = async (t: Test, at: string): Promise<void> => {
  await until('the server answers', () => isAnswered(`${at}/readyz`), 120_000)
  const outstanding = await (await fetch(`${at}/v1/states/usa/outstanding`)).json()
  t.match(outstanding, { outstanding: [{ instrument: { code: 'cedaw' }, nextStep: 'ratify' }] })
  for (const address of [
    '/',
    '/states/USA',
    '/og/states/USA.png',
    '/docs',
    '/docs/swagger-ui.js',
    '/openapi.json',
    '/v1/states.csv',
  ])
    t.equal((await fetch(at + address)).status, 200, address)
}

t.test('npx serves the API and its pages', async (t) => {
  const port = await freePort()
  // npx, a shell and the server: one group, as under a terminal.
  const options = { cwd: folder, env: { ...environment, PORT: String(port) }, detached: true }
  const npx = spawn('npx', ['--yes', tarball, 'serve'], { ...options, stdio: 'ignore' })
  const ended = once(npx, 'exit')
  t.teardown(() => ended)
  try {
    await serves(t, `http://127.0.0.1:${port}`)
  } finally {
    process.kill(-Number(npx.pid), 'SIGTERM')
  }
})

t.test('the command of an installed package', async (t) => {
  inFolder(folder, 'npm', 'install', '--no-audit', '--no-fund', '--silent', tarball)
  const ratification = join(folder, 'node_modules', '.bin', 'ratification')
  const port = await freePort()
  const server = started(t, ratification, ['serve'], { ...environment, PORT: String(port) }, folder)
  await serves(t, `http://127.0.0.1:${port}`)
  t.equal(await server.stop(), 0, server.said())
  writeFileSync(join(folder, '2-99.csv'), 'Participant,Signature\nVanuatu,10 Dec 1982\n')
  t.match(inFolder(folder, ratification, 'import', '2-99.csv', '--as-at', '2026-01-01'), /1 action/)
  t.match(inFolder(folder, ratification, 'check'), /sound/)
  const client = new Client({ name: 'a test', version: '1' })
  const transport = new StdioClientTransport({
    command: ratification,
    args: ['mcp'],
    cwd: folder,
    env: environment,
  })
  await client.connect(transport)
  t.teardown(() => client.close())
  const left = await client.callTool({ name: 'state_outstanding', arguments: { state: 'us' } })
  t.match(left, { structuredContent: { counts: { urged: 5, party: 4, outstanding: 1 } } })
})

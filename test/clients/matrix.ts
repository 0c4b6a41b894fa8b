// Generates a client with each generator from the committed document, compiles it in strict mode, and makes ten calls
// with it against the server, through a proxy that holds every request and answer against the document.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import type { Client } from './calls.ts'
import { asked, plainly } from './expected.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const document = fileURLToPath(new URL('../../openapi/openapi.json', import.meta.url))
const command = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const bin = join(here, 'node_modules', '.bin')
const { PATH: path = '' } = process.env
/** The newest Node, which some of the generators ask for, comes first. */
const environment = { ...process.env, PATH: [bin, path].join(delimiter), NO_COLOR: '1' }
const token = 'token-of-the-matrix-0123456789abcdef'

const out = (name: string): string => join(here, 'generated', name)

/** What users of each generator run. */
const generators: Record<string, (baseUrl: string) => string[][]> = {
  'openapi-fetch': () => [
    ['openapi-typescript', document, '-o', join(out('openapi-typescript'), 'schema.ts')],
  ],
  'hey-api': () => [['openapi-ts', '-i', document, '-o', out('hey-api'), '-c', '@hey-api/client-fetch']],
  orval: (baseUrl) => {
    const target = join(out('orval'), 'api.ts')
    const api = { input: document, output: { target, client: 'fetch', baseUrl } }
    writeFileSync(out('orval.config.mjs'), `export default ${JSON.stringify({ api })}\n`)
    return [['orval', '--config', out('orval.config.mjs')]]
  },
  'swagger-typescript-api': () => [
    [
      'swagger-typescript-api',
      'generate',
      '-p',
      document,
      '-o',
      out('swagger-typescript-api'),
      '-n',
      'api.ts',
    ],
  ],
  'typed-openapi': () => [
    ['typed-openapi', document, '-o', 'generated/typed-openapi/api.ts'],
    ['typed-openapi', document, '-o', 'generated/typed-openapi/zod.ts', '--runtime', 'zod', '--schemas-only'],
  ],
}

const run = ([name = '', ...rest]: string[]): string =>
  execFileSync(join(bin, name), rest, { cwd: here, env: environment, encoding: 'utf8', stdio: 'pipe' })

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => found(port))
    })
  })

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const ok = await fetch(url).then(
      (reply) => reply.ok,
      () => false,
    )
    if (ok) return
    await new Promise((later) => setTimeout(later, 100))
  }
  throw new Error(`${url} does not answer`)
}

/** A row of the report: what was found wrong, by step. */
async function tryClient(name: string, commands: string[][], proxy: string, server: string) {
  const faults: string[] = []
  const step = <T>(what: string, make: () => T): T | undefined => {
    try {
      return make()
    } catch (error) {
      const {
        stdout = '',
        stderr = '',
        message,
      } = error as { stdout?: string; stderr?: string; message: string }
      faults.push(`${what}: ${stdout || stderr || message}`)
      return undefined
    }
  }
  const generated = step('generate', () => commands.map(run)) !== undefined
  const compiled = generated && step('compile', () => run(['tsc', '-p', tsconfigOf(name)])) !== undefined
  let right = 0
  if (compiled) {
    const { client } = (await import(`./${name}.ts`)) as { client: Client }
    // The commands above blocked the event loop: let it see which idle connections the proxy has closed meanwhile.
    await new Promise((later) => setTimeout(later, 200))
    const [calls, expected] = [client(proxy), plainly(server)]
    for (const [what, ask] of asked(token)) {
      const [found, wanted] = [await ask(calls).catch(String), await ask(expected)]
      if (isDeepStrictEqual(found, wanted)) right += 1
      else faults.push(`${what}: ${JSON.stringify(found)} where ${JSON.stringify(wanted)} was expected`)
    }
  }
  return { name, generated, compiled, right, faults }
}

/** Only the client and what was generated for it, so that one that fails fails alone. */
function tsconfigOf(name: string): string {
  const path = out(`tsconfig.${name}.json`)
  writeFileSync(path, JSON.stringify({ extends: '../tsconfig.json', include: [`../${name}.ts`] }))
  return path
}

mkdirSync(out('typed-openapi'), { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'clients-'))
const children: ChildProcess[] = []
try {
  const [port, proxyPort] = [await freePort(), await freePort()]
  const [server, proxy] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${proxyPort}`]
  children.push(
    spawn(process.execPath, [command, 'serve'], {
      env: {
        ...process.env,
        PORT: String(port),
        LOG_LEVEL: 'warn',
        IMPORT_TOKEN: token,
        DATABASE_URL: `file:${join(folder, 'record.db')}`,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  )
  await answering(`${server}/readyz`)
  // With --errors the proxy answers whatever is not as the document says with an error of its own.
  const prism = spawn(
    join(bin, 'prism'),
    ['proxy', document, server, '--errors', '--port', String(proxyPort)],
    {
      env: environment,
    },
  )
  children.push(prism)
  const reported: string[] = []
  for (const stream of [prism.stdout, prism.stderr])
    stream.on('data', (text: Buffer) => {
      for (const line of String(text).split('\n')) if (/violation|error/i.test(line)) reported.push(line)
    })
  await answering(`${proxy}/readyz`)
  reported.length = 0
  let isRight = true
  console.log('generator                generated  compiled  calls right')
  for (const [name, commands] of Object.entries(generators)) {
    const { generated, compiled, right, faults } = await tryClient(name, commands(proxy), proxy, server)
    const row = [name.padEnd(24), generated ? 'yes' : 'no', compiled ? 'yes' : 'no', `${right} of 10`]
    console.log(`${row[0]} ${row[1]?.padEnd(10)} ${row[2]?.padEnd(9)} ${row[3]}`)
    for (const fault of faults) console.log(`  ${fault}`)
    isRight &&= right === 10
  }
  console.log(`the validating proxy reported ${reported.length || 'nothing'}`)
  for (const line of reported) console.log(`  ${line}`)
  if (!isRight || reported.length > 0) process.exitCode = 1
} finally {
  for (const child of children) child.kill()
  rmSync(folder, { recursive: true })
}

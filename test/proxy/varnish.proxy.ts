import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { packageFile } from '../../src/cli/package-files.js'
import { freePort, importToken, isAnswered, pause, serving, started, until } from '../fixtures/serving.js'
import { letsTablesThrough, refusesMetrics } from './checks.js'

const varnish = '/usr/sbin/varnishd'
if (!existsSync(varnish)) throw new Error('There is no Varnish: apt-get install varnish')

/** Varnish as deploy/varnish.vcl has it, before a server at a port. @returns its own port */
async function proxied(t: Test, folder: string, behind: number): Promise<number> {
  const vcl = readFileSync(packageFile('deploy/varnish.vcl'), 'utf8').replace('"3000"', `"${behind}"`)
  writeFileSync(join(folder, 'default.vcl'), vcl)
  const port = await freePort()
  const options = ['-F', '-j', 'none', '-a', `127.0.0.1:${port}`, '-f', join(folder, 'default.vcl')]
  started(t, varnish, [...options, '-n', join(folder, 'varnish'), '-s', 'malloc,16m'])
  await until('Varnish answers', () => isAnswered(`http://127.0.0.1:${port}/healthz`))
  return port
}

t.test('Varnish keeps an answer, asks about it with its ETag, and gives it meanwhile', async (t) => {
  const folder = t.testdir()
  const api = await serving(t, { DATABASE_URL: `file:${join(folder, 'record.db')}` })
  const asked: IncomingHttpHeaders[] = []
  const statuses: number[] = []
  // Between Varnish and the API: what it asks for, and how long it may keep it, a second instead of minutes.
  const between = createServer(async (request, response) => {
    const headers = new Headers(request.headers as Record<string, string>)
    const reply = await fetch(api.at + String(request.url), { headers }).catch(() => null)
    if (reply === null) return void response.destroy()
    asked.push(request.headers)
    statuses.push(reply.status)
    const own = Object.fromEntries(reply.headers)
    delete own['content-encoding']
    response.writeHead(reply.status, {
      ...own,
      connection: 'close',
      'cache-control': 'public, s-maxage=1, stale-while-revalidate=60',
    })
    response.end(Buffer.from(await reply.arrayBuffer()))
  })
  const middle = await freePort()
  between.listen(middle, '127.0.0.1')
  t.teardown(() => between.close())
  const at = `http://127.0.0.1:${await proxied(t, folder, middle)}/v1/states/USA/outstanding`
  const ask = async () => {
    const reply = await fetch(at, { headers: { 'accept-encoding': 'identity' } })
    return { cache: reply.headers.get('x-cache'), body: await reply.text(), etag: reply.headers.get('etag') }
  }
  const first = await ask()
  const before = asked.length
  t.strictSame(await ask(), { ...first, cache: 'HIT' })
  t.equal(asked.length, before, 'without asking')
  await pause(2100)
  t.strictSame(await ask(), { ...first, cache: 'HIT' }, 'the old answer, at once')
  await until('it was asked about', () => asked.length > before)
  t.equal(asked.at(-1)?.['if-none-match'], first.etag)
  t.equal(statuses.at(-1), 304)
  await api.stop()
  await pause(2100)
  t.strictSame(await ask(), { ...first, cache: 'HIT' }, 'the API may be away')
})

t.test('nobody reads the metrics through Varnish, and tables of 64 MiB go through', async (t) => {
  const folder = t.testdir()
  const environment = { DATABASE_URL: `file:${join(folder, 'record.db')}`, IMPORT_TOKEN: importToken }
  const api = await serving(t, environment)
  const port = await proxied(t, folder, Number(new URL(api.at).port))
  // First: Varnish closes a connection that was idle for five seconds, as that of a slow test may be.
  await letsTablesThrough(t, `http://127.0.0.1:${port}`)
  await refusesMetrics(t, port)
  t.match(await (await fetch(`${api.at}/metrics`)).text(), /ratification_record_revision 1/)
})

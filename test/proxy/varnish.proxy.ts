import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import t from 'tap'
import { packageFile } from '../../src/cli/package-files.js'
import { freePort, pause, serving, started, until } from '../fixtures/serving.js'

const varnish = '/usr/sbin/varnishd'
if (!existsSync(varnish)) throw new Error('There is no Varnish: apt-get install varnish')

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
  const vcl = readFileSync(packageFile('deploy/varnish.vcl'), 'utf8').replace('"3000"', `"${middle}"`)
  writeFileSync(join(folder, 'default.vcl'), vcl)
  const port = await freePort()
  const options = ['-F', '-j', 'none', '-a', `127.0.0.1:${port}`, '-f', join(folder, 'default.vcl')]
  started(t, varnish, [...options, '-n', join(folder, 'varnish'), '-s', 'malloc,16m'])
  const at = `http://127.0.0.1:${port}/v1/states/USA/outstanding`
  await until('Varnish answers', async () => (await fetch(at).catch(() => null))?.ok ?? false)
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

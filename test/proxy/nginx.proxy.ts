import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { packageFile } from '../../src/cli/package-files.js'
import { freePort, importToken, pause, serving, started, until } from '../fixtures/serving.js'
import { letsTablesThrough, refusesMetrics } from './checks.js'

const nginx = '/usr/sbin/nginx'
if (!existsSync(nginx)) throw new Error('There is no nginx: apt-get install nginx-light')

const address = '/v1/states/USA/outstanding'

/** nginx as deploy/nginx.conf has it, before a server of ours. */
async function proxied(t: Test, { freshSeconds = null as number | null } = {}) {
  const folder = t.testdir()
  const api = await serving(t, {
    DATABASE_URL: `file:${join(folder, 'record.db')}`,
    IMPORT_TOKEN: importToken,
  })
  const port = await freePort()
  // What the API says to keep for minutes is kept for a second, so that a test can see it grow old.
  const short = `proxy_ignore_headers Cache-Control; proxy_cache_valid 200 ${freshSeconds}s; proxy_cache_key`
  const site = readFileSync(packageFile('deploy/nginx.conf'), 'utf8')
    .replace('/var/cache/nginx/ratification', join(folder, 'cache'))
    .replace('127.0.0.1:3000', new URL(api.at).host)
    .replace('listen 80', `listen 127.0.0.1:${port}`)
    .replace('proxy_cache_key', freshSeconds === null ? 'proxy_cache_key' : short)
  mkdirSync(join(folder, 'logs'))
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; master_process off; pid ${folder}/nginx.pid; error_log ${folder}/logs/error.log;
    events {} http { access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
    fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s; ${site} }`,
  )
  const proxy = started(t, nginx, ['-p', folder, '-c', join(folder, 'nginx.conf')])
  const at = `http://127.0.0.1:${port}`
  await until('nginx answers', async () => {
    if (proxy.process.exitCode !== null) throw new Error(proxy.said())
    return (await fetch(`${at}/healthz`).catch(() => null))?.ok ?? false
  })
  const ask = async (path = address, headers: Record<string, string> = {}) => {
    const reply = await fetch(at + path, { headers: { 'accept-encoding': 'identity', ...headers } })
    const body = await reply.text()
    return {
      status: reply.status,
      cache: reply.headers.get('x-cache'),
      etag: reply.headers.get('etag'),
      body,
    }
  }
  return { ask, api, at, port }
}

t.test('nginx keeps an answer for as long as the API says', async (t) => {
  const { ask, api } = await proxied(t)
  const first = await ask()
  t.match(first, { status: 200, cache: 'MISS', etag: /^"1-/ })
  t.strictSame(await ask(), { ...first, cache: 'HIT' })
  t.match(await ask(address, { 'if-none-match': String(first.etag) }), { status: 304, body: '' })
  t.match(await ask(address, { 'accept-encoding': 'br' }), { status: 200, cache: 'MISS' }, 'Vary is heeded')
  t.match(await ask('/v1/states/ZZZ'), { status: 404 })
  t.match(await ask('/v1/states/ZZZ'), { status: 404, cache: 'MISS' }, 'no error is kept')
  await api.stop()
  t.strictSame(await ask(), { ...first, cache: 'HIT' }, 'the API may even be away')
})

t.test('what has grown old is asked about with its ETag, and given meanwhile', async (t) => {
  const { ask, api } = await proxied(t, { freshSeconds: 1 })
  const first = await ask()
  await pause(2100)
  t.strictSame(await ask(), { ...first, cache: 'STALE' }, 'at once, while it is asked about')
  await until('it is fresh again', async () => (await ask()).cache === 'HIT')
  t.strictSame(await ask(), { ...first, cache: 'HIT' })
  await api.stop()
  await pause(2100)
  t.match(await ask(), { status: 200, etag: first.etag, cache: /STALE|UPDATING/ }, 'the API may be away')
})

t.test('nobody reads the metrics through nginx, and tables of 64 MiB go through', async (t) => {
  const { at, port, api } = await proxied(t)
  await refusesMetrics(t, port)
  t.match(await (await fetch(`${api.at}/metrics`)).text(), /ratification_record_revision 1/)
  await letsTablesThrough(t, at)
})

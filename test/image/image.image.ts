import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { packageFile } from '../../src/cli/package-files.js'
import { freePort, importToken, isAnswered, revisionAt, started, until } from '../fixtures/serving.js'
import { temporary } from '../fixtures/temporary.js'

// The image, built from the Dockerfile and run as it will be: as a user, on a root that is read-only, with /data and a tmpfs. No container
// can be started where there are no cgroups, so its root is mounted and entered by chroot, in a mount namespace of its own.

const podman = (...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync('podman', args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (status !== 0) throw new Error(`podman ${args.join(' ')}: ${stdout}${stderr}`)
  return stdout.trim()
}

const base = 'docker.io/library/node:24-bookworm-slim'
const image = 'localhost/ratification-test'
const hasBase = spawnSync('podman', ['image', 'exists', base]).status === 0
if (!hasBase)
  execFileSync('sh', [packageFile('test/image/base.sh')], { stdio: ['ignore', 'ignore', 'inherit'] })
// Docker's format: the other has no health check.
const how = [
  '--format',
  'docker',
  '--isolation',
  'chroot',
  '--network',
  'host',
  '--pull=never',
  '--layers=false',
]
podman('build', ...how, '--tag', image, packageFile(''))
const [inspected] = JSON.parse(podman('image', 'inspect', image))
const { Config: config, Healthcheck: healthcheck, Size: size } = inspected
const root = podman('image', 'mount', image)
t.teardown(() => {
  podman('image', 'unmount', '--force', image)
  podman('image', 'rm', image)
})

const port = await freePort()
const at = `http://127.0.0.1:${port}`
const data = join(temporary(t), 'data')
mkdirSync(data)
chownSync(data, 1000, 1000)

const readWrite = `mount --bind '${data}' '${root}/data'`
const readOnly = `${readWrite} && mount -o remount,bind,ro '${root}/data'`

/** A command in the image, as its user; it replaces the shell, so that a signal reaches it. */
const inImage = (command: string[], data = readWrite): string[] => {
  const environment = [...config.Env, 'HOME=/home/node', `PORT=${port}`, `IMPORT_TOKEN=${importToken}`]
  const script = `
    mount --bind '${root}' '${root}' && mount -o remount,bind,ro '${root}' &&
    ${data} && mount -t tmpfs tmpfs '${root}/tmp' &&
    mount --rbind /dev '${root}/dev' && mount -t proc proc '${root}/proc' &&
    exec chroot --userspec=1000:1000 '${root}' env -i "$@"`
  const inFolder = ['env', '--chdir', config.WorkingDir, ...command]
  return ['--mount', '--propagation', 'private', 'sh', '-c', script, 'sh', ...environment, ...inFolder]
}
const run = (...command: string[]) => spawnSync('unshare', inImage(command), { encoding: 'utf8' })

const serve = async (t: Test, data = readWrite) => {
  const server = started(t, 'unshare', inImage(config.Cmd, data))
  await until('the server answers', () => isAnswered(`${at}/readyz`))
  return server
}

t.test('what the image says, and what is in it', (t) => {
  t.match(config, {
    User: 'node',
    WorkingDir: '/app',
    ExposedPorts: { '3000/tcp': {} },
    Volumes: { '/data': {} },
  })
  t.comment(`${Math.round(size / 1e6)} MB, base included`)
  const has = (what: string) => run('sh', '-c', `ls -d ${what}`).status === 0
  for (const there of ['/app/dist/cli/main.js', '/app/seed/actions.csv', '/app/node_modules/better-sqlite3'])
    t.ok(has(there), there)
  for (const left of ['tap', 'typescript', 'esbuild', 'tsx']) t.notOk(has(`/app/node_modules/${left}`), left)
  for (const left of ['/app/src', '/app/test', '/app/build.js', '/usr/bin/g++', '/usr/bin/make'])
    t.notOk(has(left), left)
  t.match(run('sh', '-c', 'id -u; touch /app/x').stderr, /Read-only file system/)
  t.equal(run('id', '-u').stdout.trim(), '1000')
  t.end()
})

t.test('it starts, answers, is healthy, imports, stops in time, and finds its record again', async (t) => {
  const first = await serve(t)
  const outstanding = await (await fetch(`${at}/v1/states/usa/outstanding`)).json()
  t.match(outstanding, { outstanding: [{ instrument: { code: 'cedaw' }, nextStep: 'ratify' }] })
  for (const address of ['/', '/og/states/USA.png', '/docs', '/docs/swagger-ui.js'])
    t.equal((await fetch(at + address)).status, 200, address)
  const [, ...health] = healthcheck.Test
  t.equal(run(...health).status, 0, 'its own health check')
  const imported = await fetch(`${at}/v1/imports?instrument=II-99&asAt=2026-01-01`, {
    method: 'POST',
    headers: { authorization: `Bearer ${importToken}`, 'content-type': 'text/csv' },
    body: 'Participant,Signature\nVanuatu,10 Dec 1982\n',
  })
  t.equal(imported.status, 201)
  const begun = performance.now()
  t.equal(await first.stop(), 0, first.said())
  t.ok(
    performance.now() - begun < 5000,
    `${Math.round(performance.now() - begun)} ms are less than five seconds`,
  )
  t.not(run(...health).status, 0, 'and is healthy no more')
  const second = await serve(t)
  t.equal(await revisionAt(at), 2)
  t.equal(await second.stop(), 0)
})

t.test('its record may be mounted read-only', async (t) => {
  const server = await serve(t, readOnly)
  t.match(await (await fetch(`${at}/readyz`)).json(), { revision: 2, readOnly: true })
  t.equal((await fetch(`${at}/v1/states/USA/outstanding`)).status, 200)
  t.equal(await server.stop(), 0)
})

import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t, { type Test } from 'tap'
import { Database } from '../../src/db/sqlite/driver.js'
import { runAlone } from '../fixtures/command.js'
import { ended, integrityOf, memberNames, served, smallDisk, writeTable } from '../fixtures/faults.js'
import { importToken } from '../fixtures/serving.js'
import { temporary } from '../fixtures/temporary.js'

// What may be wrong with the database: each is told in one line, and what is there stays as it is.

async function recordIn(t: Test, folder = t.testdir()) {
  const file = join(folder, 'record.db')
  const environment = { DATABASE_URL: `file:${file}` }
  await runAlone(['seed'], environment)
  return { file, environment }
}

const refused = async (t: Test, environment: Record<string, string>, message: RegExp) => {
  for (const words of [['check'], ['serve'], ['import', '/dev/null']]) {
    const { code, stderr } = await runAlone(words, { PORT: '0', ...environment })
    t.equal(code, 1, words.join(' '))
    t.match(stderr, message)
    t.equal(stderr.trim().split('\n').length, 1, 'one line')
  }
}

t.test('the folder is missing: it is made; its place is a file: it is refused', async (t) => {
  const folder = t.testdir({ file: 'text' })
  t.equal((await runAlone(['seed'], { DATABASE_URL: `file:${folder}/a/b/record.db` })).code, 0)
  t.ok(existsSync(`${folder}/a/b/record.db`))
  await refused(
    t,
    { DATABASE_URL: `file:${folder}/file/record.db` },
    /record\.db cannot be opened: its folder is no folder|There is no database at/,
  )
})

t.test('it is a folder, or no database', async (t) => {
  const folder = t.testdir({ 'record.db': 'instrument,participant\n'.repeat(100) })
  await refused(t, { DATABASE_URL: `file:${folder}` }, /cannot be opened/)
  await refused(t, { DATABASE_URL: `file:${folder}/record.db` }, /record\.db is no SQLite database/)
})

t.test('it is read-only: it is served, and whoever would write is told', async (t) => {
  const disk = smallDisk(t, '16m')
  const { file, environment } = await recordIn(t, disk)
  execFileSync('mount', ['-o', 'remount,ro', disk])
  for (const words of [['check'], ['alias', 'list'], ['backup', join(temporary(t), 'copy.db')], ['migrate']])
    t.match(await runAlone(words, environment), { code: 0 }, words.join(' '))
  const writing = [
    'import /dev/null',
    'alias add Nowhere USA',
    'token create anna',
    'revert 1',
    'seed --update',
    'refresh',
    'group remove african-union',
    'subscription remove sub_none',
    'subscription resume sub_none',
  ]
  for (const words of writing) {
    const { code, stderr } = await runAlone(words.split(' '), environment)
    t.equal(code, 1, words)
    t.match(stderr, /^\S+record\.db is read-only: nothing can be changed in it\n$/, words)
  }
  for (const WORKERS of ['1', '2']) {
    const { server, origin } = await served(t, { ...environment, WORKERS, IMPORT_TOKEN: importToken })
    const get = async (path: string, init = {}) => {
      const reply = await fetch(origin + path, init)
      return { status: reply.status, body: await reply.json() }
    }
    t.match(await get('/readyz'), { status: 200, body: { revision: 1, readOnly: true } })
    t.match(await get('/v1/states/USA/outstanding'), { status: 200 })
    const upload = {
      method: 'POST',
      headers: { authorization: `Bearer ${importToken}`, 'content-type': 'text/csv' },
      body: 'Participant,Signature',
    }
    const refusal = { type: '/problems/forbidden', detail: /its record is read-only/ }
    t.match(await get('/v1/imports', upload), { status: 403, body: refusal })
    server.kill('SIGTERM')
    t.equal(await ended(server), 0)
  }
  execFileSync('mount', ['-o', 'remount,rw', disk])
  t.equal(integrityOf(file), 'ok')
  t.equal(
    (await runAlone(['alias', 'add', 'Nowhere', 'USA'], environment)).code,
    0,
    'where it may be written',
  )
})

t.test('it is read-only here, and another server writes it: what that imports is answered', async (t) => {
  const { file, environment } = await recordIn(t)
  const writer = await served(t, { ...environment, IMPORT_TOKEN: importToken })
  const folder = temporary(t)
  execFileSync('mount', ['--bind', dirname(file), folder])
  t.teardown(() => execFileSync('umount', ['--lazy', folder]))
  execFileSync('mount', ['-o', 'remount,bind,ro', folder])
  const reader = await served(t, { DATABASE_URL: `file:${join(folder, 'record.db')}` })
  const imported = await fetch(`${writer.origin}/v1/imports?instrument=II-99&asAt=2026-01-01`, {
    method: 'POST',
    headers: { authorization: `Bearer ${importToken}`, 'content-type': 'text/csv' },
    body: 'Participant,Signature\nVanuatu,10 Dec 1982\n',
  })
  t.equal(imported.status, 201)
  const readiness = await (await fetch(`${reader.origin}/readyz`)).json()
  t.match(readiness, { revision: 2, readOnly: true })
})

t.test('a newer version has written it', async (t) => {
  const { file, environment } = await recordIn(t)
  const db = new Database(file)
  db.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 9999999999999)")
  db.close()
  await refused(t, environment, /record\.db was written by a newer version of this program: run that one/)
})

t.test('another process holds it', async (t) => {
  const { file, environment } = await recordIn(t)
  const holder = new Database(file)
  holder.pragma('locking_mode = EXCLUSIVE')
  holder.exec('BEGIN EXCLUSIVE')
  await refused(t, environment, /record\.db is locked by another process: try again/)
  holder.exec('ROLLBACK')
  holder.close()
  t.equal((await runAlone(['check'], environment)).code, 0)
})

t.test('pages of it are damaged', async (t) => {
  const { file, environment } = await recordIn(t)
  const db = new Database(file)
  db.pragma('journal_mode = DELETE')
  db.close()
  execFileSync('dd', [
    'if=/dev/urandom',
    `of=${file}`,
    'bs=4096',
    'seek=2',
    'count=40',
    'conv=notrunc',
    'status=none',
  ])
  const { code, stderr } = await runAlone(['backup', `${file}.copy`], environment)
  t.equal(code, 1)
  t.match(stderr, /is damaged/)
  t.notOk(existsSync(`${file}.copy`), 'nothing is called a backup')
})

t.test('a write-ahead log was left behind', async (t) => {
  const { file, environment } = await recordIn(t)
  const left = join(temporary(t), 'left')
  const writer = new Database(file)
  writer.pragma('wal_autocheckpoint = 0')
  writer.exec("INSERT INTO aliases VALUES ('Left behind', 'AFG')")
  mkdirSync(left, { recursive: true })
  // As it lies on the disk at this moment, were the machine to stop.
  for (const rest of ['', '-wal']) copyFileSync(file + rest, join(left, `record.db${rest}`))
  writer.close()
  t.equal((await runAlone(['check'], { ...environment, DATABASE_URL: `file:${left}/record.db` })).code, 0)
  const db = new Database(join(left, 'record.db'))
  t.equal(
    db.prepare("SELECT count(*) FROM aliases WHERE name = 'Left behind'").pluck().get(),
    1,
    'nothing is lost',
  )
  db.close()
  writeFileSync(join(left, 'record.db-wal'), 'no log\n'.repeat(1000))
  t.equal(
    (await runAlone(['check'], { DATABASE_URL: `file:${left}/record.db` })).code,
    0,
    'what is no log is no part of it',
  )
})

t.test('the disk is full during an import', async (t) => {
  const disk = smallDisk(t, '4m')
  const { file, environment } = await recordIn(t, disk)
  const table = join(temporary(t), '29-1.csv')
  const names = memberNames(file)
  writeTable(table, names)
  const { origin } = await served(t, { ...environment, IMPORT_TOKEN: importToken })
  const post = (shift: number) => {
    writeTable(table, names, shift)
    return fetch(`${origin}/v1/imports?instrument=XXIX-1&asAt=2000-01-01`, {
      method: 'POST',
      headers: { authorization: `Bearer ${importToken}`, 'content-type': 'text/csv' },
      body: new Uint8Array(execFileSync('cat', [table])),
    })
  }
  execFileSync('sh', ['-c', `dd if=/dev/zero of=${disk}/filler bs=1k status=none || true`])
  const { code, stderr } = await runAlone(['import', table, '--as-at', '2000-01-01'], environment)
  t.equal(code, 1)
  t.match(stderr, /(has no room left|disk fails or is full)/)
  t.equal(stderr.trim().split('\n').length, 1)
  const reply = await post(1)
  t.equal(reply.status, 503)
  t.match(await reply.json(), {
    type: '/problems/record-unavailable',
    detail: /not imported: the record .*full/,
  })
  t.equal((await fetch(`${origin}/v1/states/USA`)).status, 200, 'readers are answered')
  execFileSync('rm', [`${disk}/filler`])
  t.equal(integrityOf(file), 'ok')
  t.equal((await post(1)).status, 201, 'once there is room, it goes in')
  t.equal(integrityOf(file), 'ok')
})

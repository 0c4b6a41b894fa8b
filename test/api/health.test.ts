import { copyFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { Database } from '../../src/db/sqlite/driver.js'
import { runAlone } from '../fixtures/command.js'
import { serving } from '../fixtures/serving.js'

/** What happens to the file of the record under a server, and what it says of it. */
const cases: [title: string, happens: (file: string) => void, detail: RegExp][] = [
  ['is removed', (file) => rmSync(file), /^The record is not there\.$/],
  ['is moved away', (file) => renameSync(file, `${file}.away`), /is not there/],
  [
    'is replaced, as by restore',
    (file) => {
      copyFileSync(file, `${file}.copy`)
      renameSync(`${file}.copy`, file)
    },
    /was replaced by another file: start the server again/,
  ],
  ['is overwritten', (file) => writeFileSync(file, 'no database\n'.repeat(10_000)), /is no SQLite database/],
  ['is cut short', (file) => truncateSync(file, 8192), /is damaged/],
]

for (const [title, happens, detail] of cases)
  t.test(`the file of the record ${title}: the server says so, and lives`, async (t) => {
    const file = join(t.testdir(), 'record.db')
    await runAlone(['seed'], { DATABASE_URL: `file:${file}` })
    const { at } = await serving(t, { DATABASE_URL: `file:${file}`, LOG_LEVEL: 'silent' })
    const statusOf = async (path: string) => (await fetch(at + path)).status
    t.equal(await statusOf('/v1/states/FRA'), 200)
    happens(file)
    const reply = await fetch(`${at}/readyz`)
    t.equal(reply.status, 503)
    t.match(await reply.json(), { type: '/problems/record-unavailable', detail })
    for (const path of ['/v1/states/USA', '/v1/actions', '/v1/datapackage/actions.csv', '/states/USA'])
      t.match(String(await statusOf(path)), /^(200|503)$/, path)
    t.equal(await statusOf('/healthz'), 200)
    t.equal(await statusOf('/metrics'), 200)
  })

t.test('another process that writes keeps nobody from reading', async (t) => {
  const file = join(t.testdir(), 'record.db')
  const { at } = await serving(t, { DATABASE_URL: `file:${file}` })
  const writer = new Database(file)
  writer.exec('BEGIN EXCLUSIVE')
  t.equal((await fetch(`${at}/readyz`)).status, 200)
  t.equal((await fetch(`${at}/v1/states/USA`)).status, 200)
  writer.exec('ROLLBACK')
  writer.close()
})

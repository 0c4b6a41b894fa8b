import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import t from 'tap'
import { packageFile } from '../../../src/cli/package-files.js'
import { driverFault, driverFaultHere } from '../../../src/db/sqlite/driver-fit.js'
import { path } from '../../fixtures/command.js'
import { collecting, importToken, serving } from '../../fixtures/serving.js'

t.test('which driver each Node takes', async (t) => {
  const cases: { node: string; driver: string | null; fault: RegExp | null }[] = [
    { node: '20.19.0', driver: '12.11.1', fault: null },
    { node: '20.18.3', driver: '12.11.1', fault: /Node 20\.18\.3 is not supported: install Node 24/ },
    { node: '21.7.3', driver: '12.11.1', fault: /not supported/ },
    { node: '22.13.1', driver: '13.2.0', fault: /not supported/ },
    { node: '23.5.0', driver: '13.2.0', fault: /not supported/ },
    { node: '22.14.0', driver: '13.2.0', fault: null },
    { node: '24.21.0', driver: '13.2.0', fault: null },
    { node: '26.10.0', driver: '13.2.0', fault: null },
    { node: '20.20.2', driver: '13.2.0', fault: /needs better-sqlite3 12, and 13\.2\.0 is installed/ },
    { node: '24.21.0', driver: '12.11.1', fault: /needs better-sqlite3 13, and 12\.11\.1 is installed/ },
    { node: '24.21.0', driver: null, fault: /needs better-sqlite3 13, and none is installed/ },
  ]
  for (const { node, driver, fault } of cases)
    t[fault === null ? 'equal' : 'match'](driverFault(node, driver), fault, `${driver} on ${node}`)
  t.equal(driverFaultHere(), null, 'the one that is installed here')
})

t.test(
  'statements dropped by the thousand are collected without harm, idle, in a worker and at exit',
  async (t) => {
    const { status, signal, stderr } = spawnSync(
      process.execPath,
      [...collecting, packageFile('test/fixtures/dropped-statements.mjs')],
      { env: { PATH: path }, encoding: 'utf8', cwd: packageFile('') },
    )
    t.strictSame({ status, signal, stderr }, { status: 0, signal: null, stderr: '' })
  },
)

t.test('a server and its import worker live through collections, and stop', async (t) => {
  const environment = { DATABASE_URL: `file:${join(t.testdir(), 'record.db')}`, IMPORT_TOKEN: importToken }
  const server = await serving(t, environment, collecting)
  const headers = { authorization: `Bearer ${importToken}`, 'content-type': 'text/csv' }
  for (let day = 10; day < 15; day++) {
    const body = `Participant,Signature\nVanuatu,1982-12-${day}\n`
    const address = `${server.at}/v1/imports?instrument=II-99&asAt=2026-01-01&allowRemovals=true`
    t.equal((await fetch(address, { method: 'POST', headers, body })).status, 201)
    for (const path of ['/v1/outstanding', '/v1/actions?state=VUT', '/states/VUT'])
      t.equal((await fetch(server.at + path)).status, 200, path)
  }
  t.equal(await server.stop(), 0, server.said())
})

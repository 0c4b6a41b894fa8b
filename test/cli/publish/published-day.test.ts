import { readFileSync } from 'node:fs'
import t from 'tap'
import { buildApp } from '../../../src/app.js'
import { packageFile } from '../../../src/cli/package-files.js'
import { publishedDay } from '../../../src/cli/publish/published-day.js'
import { openStore } from '../../../src/db/store.js'
import { smallRecord } from '../../fixtures/small-record.js'

const document = JSON.parse(readFileSync(packageFile('openapi/openapi.json'), 'utf8'))

t.test('a site moves on to the day on which an answer changes by itself', async (t) => {
  const db = smallRecord(t, ['untoc,HTI,withdrawal,2026-11-10,,,2027-11-10,,depositary,CN.2.2026'])
  let today = ''
  const app = await buildApp({
    store: openStore(db),
    today: () => today,
    importer: null,
    publicUrl: '',
    isStatic: true,
    replicaStatus: () => null,
    document: null,
    logger: false,
    build: 'any',
    trustProxy: false,
    rateLimit: 0,
    hsts: null,
    securityContact: null,
  })
  t.teardown(() => app.close())
  const cases = [
    { earlier: '2026-11-23', on: '2026-11-23', expected: '2026-11-23', why: 'the day of the import' },
    { earlier: '2026-11-24', on: '2026-11-23', expected: '2026-11-23', why: 'never a day that lies ahead' },
    { earlier: '2026-11-23', on: '2026-11-25', expected: '2026-11-23', why: 'nothing has changed since' },
    { earlier: '2026-11-23', on: '2027-11-09', expected: '2026-11-23', why: 'it has no effect yet' },
    { earlier: '2026-11-23', on: '2027-11-12', expected: '2027-11-12', why: 'it has' },
    {
      earlier: '2027-11-12',
      on: '2027-12-01',
      expected: '2027-11-12',
      why: 'and the site stays at that day',
    },
  ]
  for (const { earlier, on, expected, why } of cases) {
    today = on
    t.equal(await publishedDay(app, document, earlier, today), expected, `${earlier}, on ${on}: ${why}`)
  }
})

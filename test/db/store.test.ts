import t from 'tap'
import { openStore } from '../../src/db/store.js'
import { csv, importTable } from '../fixtures/imported.js'
import { seededApp, seededDatabase, today } from '../fixtures/seeded.js'
import { watched } from '../fixtures/watched.js'

/** Every table that grows with the record. */
const growing = [
  'actions',
  'statuses',
  'imports',
  'imported_tables',
  'statements',
  'statement_events',
  'statement_targets',
  'territorial_events',
]

const addresses = [
  '/v1',
  '/v1/outstanding',
  '/v1/outstanding?instrument=cedaw&group=african',
  '/v1/states',
  '/v1/states/USA',
  '/v1/states/USA/statuses',
  '/v1/states/USA/outstanding',
  '/v1/instruments',
  '/v1/instruments/cedaw',
  '/v1/instruments/cedaw/statuses',
  '/v1/statuses?instrument=cedaw',
  '/v1/statuses?state=USA',
  '/v1/statements?article=16',
  '/v1/statements/cedaw-IRL-reservation-1',
  '/v1/states/IRL/statements',
  '/v1/instruments/cedaw/articles',
  '/v1/territories',
  '/v1/actions?limit=5',
  '/v1/actions?state=USA&limit=5',
  '/v1/actions?instrument=cedaw&since=1990-01-01&limit=5',
  '/v1/changes?sinceRevision=1',
  '/v1/changes?state=USA&limit=5',
  '/v1/changes/statements?limit=5',
  '/v1/feeds/actions.json?limit=5',
  '/v1/feeds/statements.json?limit=5',
  '/v1/resolutions/a-res-63-194/progress',
  '/v1/imports',
  '/v1/imports/2',
]

t.test('no read looks through a table that grows', async (t) => {
  const db = seededDatabase(t)
  const table = csv('Participant,Signature', 'Vanuatu,10 Dec 1982')
  await importTable(t, db, '2-99.csv', table, { asAt: today })
  const { run } = watched(db)
  const { app } = await seededApp(t, { db, store: openStore(db) })
  for (const address of addresses)
    t.equal((await app.inject(`${address}${address.includes('?') ? '&' : '?'}revision=2`)).statusCode, 200)
  const plans = [...new Map(run.map((one) => [one.sql, one])).values()]
    .filter(({ sql }) => /^\s*(select|with)/i.test(sql))
    .flatMap(({ sql, bound }) => {
      const steps = db.$client.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...bound) as { detail: string }[]
      return steps.map(({ detail }) => ({ detail, sql }))
    })
  t.ok(plans.length > 20)
  for (const { detail, sql } of plans) {
    const [, table = ''] = /^SCAN (\w+)/.exec(detail) ?? []
    const isFull = growing.includes(table) && !/USING (COVERING )?INDEX/.test(detail)
    t.notOk(isFull, `${detail}: ${sql.slice(0, 300)}`)
  }
})

t.test('a list takes as many queries for one row as for all', async (t) => {
  const db = seededDatabase(t)
  const { run } = watched(db)
  const { app } = await seededApp(t, { db, store: openStore(db) })
  const queriesOf = async (address: string): Promise<number> => {
    const before = run.length
    t.equal((await app.inject(address)).statusCode, 200, address)
    // Each use of a memo asks whether anything was written: no look at the record.
    return run.slice(before).filter(({ sql }) => !/total_changes|data_version/.test(sql)).length
  }
  const paths =
    'outstanding states instruments statuses statements territories actions changes changes/statements imports'
  for (const path of paths.split(' ')) {
    // Fills the memos of this version.
    await queriesOf(`/v1/${path}?limit=1000&asOf=2026-01-01`)
    const [one, all] = [await queriesOf(`/v1/${path}?limit=1`), await queriesOf(`/v1/${path}?limit=1000`)]
    t.equal(one, all, path)
    t.ok(all <= 6, `${path}: ${all}`)
  }
})

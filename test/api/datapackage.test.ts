import { test } from 'tap'
import { csv, importTable } from '../fixtures/imported.js'
import { seededApp, seededDatabase, today } from '../fixtures/seeded.js'

test('the Data Package leads to its CSVs, of one revision all', async (t) => {
  const db = seededDatabase(t)
  const { app, ask } = await seededApp(t, { db })
  const { body, headers } = await ask('/v1/datapackage.json')
  t.match(headers['cache-control'], /stale-while-revalidate/)
  await importTable(t, db, '2-99.csv', csv('Participant,Signature', 'Vanuatu,10 Dec 1982'), { asAt: today })
  for (const { name, path, schema } of body.resources) {
    const url = path.slice('http://localhost'.length)
    t.equal(url, `/v1/datapackage/${name}.csv?revision=1`)
    const reply = await app.inject(url)
    t.equal(reply.statusCode, 200, name)
    t.match(reply.headers['cache-control'], /immutable/, name)
    const [header, ...rows] = reply.body.trimEnd().split('\n')
    t.equal(header, schema.fields.map((field: { name: string }) => field.name).join(','))
    t.notMatch(rows.join('\n'), /ii-99/, name)
  }
  t.match((await app.inject('/v1/datapackage/imported-tables.csv')).body, /^2,ii-99,2026-11-23,/m)
  t.match((await app.inject('/v1/datapackage/actions.csv')).headers, {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': 'attachment; filename="actions-revision-2.csv"',
    etag: /^"2-/,
  })
  const pinned = (await ask('/v1/datapackage.json?revision=1')).body
  t.strictSame(pinned, body, 'what was said of revision 1 stays so')
})

test('what is no table, and what is no parameter of one', async (t) => {
  const { ask } = await seededApp(t)
  const cases = [
    ['/v1/datapackage/actions.csv?revision=2', 'revision', /“2” is not a revision/],
    [
      '/v1/datapackage.json?asOf=2018-12-18',
      'asOf',
      /not a parameter of this address; the parameters are revision/,
    ],
  ] as const
  for (const [address, parameter, detail] of cases)
    t.match(await ask(address), { status: 400, body: { errors: [{ parameter, detail }] } }, address)
  t.match(await ask('/v1/datapackage/action.csv'), { status: 404, body: { detail: /action/ } })
})

import type { InjectOptions } from 'fastify'
import t from 'tap'
import { problemTypes } from '../../src/http/problem-types.js'
import { emptyDatabase, seededApp } from '../fixtures/seeded.js'

type Case = [
  title: string,
  InjectOptions | string,
  status: number,
  type: string,
  detail: RegExp,
  parameter?: string,
]
const cases: Case[] = [
  ['an unknown State', '/v1/states/ZZZ', 404, 'not-found', /“ZZZ” is not in the record/],
  ['an unknown instrument', '/v1/instruments/none', 404, 'not-found', /“none” is not in the record/],
  ['an unknown resolution', '/v1/resolutions/none/progress', 404, 'not-found', /“none” is not in the record/],
  [
    'a resolution before its adoption',
    '/v1/resolutions/a-res-63-194?asOf=2008-12-17',
    404,
    'not-yet-adopted',
    /adopted on 2008-12-18/,
  ],
  ['an unknown import', '/v1/imports/99', 404, 'not-found', /Import 99/],
  ['an unknown table in bulk', '/v1/datapackage/none.csv', 404, 'not-found', /Table none/],
  [
    'no day',
    '/v1/states/USA/outstanding?asOf=yesterday',
    400,
    'invalid-request',
    /“yesterday” is not a day like 2003-03-05/,
    'asOf',
  ],
  [
    'no such day',
    '/v1/outstanding?asOf=1999-02-31',
    400,
    'invalid-request',
    /“1999-02-31” is not a day/,
    'asOf',
  ],
  [
    'two days',
    '/v1/outstanding?asOf=1999-02-01&asOf=1999-02-02',
    400,
    'invalid-request',
    /is not a day/,
    'asOf',
  ],
  [
    'a day to come',
    '/v1/outstanding?asOf=2030-01-01',
    400,
    'invalid-request',
    /lies ahead.*2026-11-23/,
    'asOf',
  ],
  [
    'an unknown parameter',
    '/v1/outstanding?colour=red',
    400,
    'invalid-request',
    /“colour” is not a parameter.*instrument, group/,
    'colour',
  ],
  ['a parameter where there is none', '/healthz?x=1', 400, 'invalid-request', /takes no parameters/, 'x'],
  [
    'an unknown status',
    '/v1/outstanding?status=red',
    400,
    'invalid-request',
    /“red” is not one of: party, signatory/,
    'status',
  ],
  [
    'an unknown group',
    '/v1/states?group=polar',
    400,
    'invalid-request',
    /“polar” is not a group; allowed: african, asia-pacific/,
    'group',
  ],
  [
    'an unknown region',
    '/v1/states?region=polar',
    400,
    'invalid-request',
    /“polar” is not an M49 region.*002 \(Africa\)/,
    'region',
  ],
  [
    'an unknown instrument in a filter',
    '/v1/outstanding?instrument=cedaw,none',
    400,
    'invalid-request',
    /“none” is not an instrument.*cedaw/,
    'instrument',
  ],
  [
    'an unknown State in a filter',
    '/v1/statuses?state=ZZZ',
    400,
    'invalid-request',
    /“zzz” is not the code/,
    'state',
  ],
  [
    'an unknown resolution in a filter',
    '/v1/outstanding?resolution=none',
    400,
    'invalid-request',
    /a-res-63-194/,
    'resolution',
  ],
  [
    'an unknown paragraph',
    '/v1/outstanding?paragraph=7',
    400,
    'invalid-request',
    /no paragraph 7; allowed: 1, 2/,
    'paragraph',
  ],
  [
    'a page of nothing',
    '/v1/states?limit=0',
    400,
    'invalid-request',
    /“0” is not the size of a page, from 1 to 1000/,
    'limit',
  ],
  ['a page too large', '/v1/states?limit=1001', 400, 'invalid-request', /“1001” is not the size/, 'limit'],
  ['no cursor of ours', '/v1/states?cursor=abc', 400, 'invalid-request', /not a cursor/, 'cursor'],
  [
    'days the wrong way round',
    '/v1/actions?since=2010-01-01&until=2009-01-01',
    400,
    'invalid-request',
    /before “since”/,
    'until',
  ],
  [
    'a number in other words',
    '/v1/states?limit=1e2',
    400,
    'invalid-request',
    /“1e2” is not the size/,
    'limit',
  ],
  ['two sizes', '/v1/states?limit=5&limit=6', 400, 'invalid-request', /is not the size/, 'limit'],
  [
    'fewer than none',
    '/v1/outstanding?minimum=-1',
    400,
    'invalid-request',
    /“-1” is not a number/,
    'minimum',
  ],
  ['an import that is no number', '/v1/imports/1.5', 400, 'invalid-request', /“1.5” is not the number/, 'id'],
  ['a search for nothing', '/v1/states?q=%00', 400, 'invalid-request', /letters or digits/, 'q'],
  [
    'a name of every object',
    '/v1/states?__proto__=1',
    400,
    'invalid-request',
    /“__proto__” is not a parameter/,
    '__proto__',
  ],
  [
    'a cursor of a record to come',
    `/v1/states?cursor=${Buffer.from('[99,"2026-11-23",0]').toString('base64url')}`,
    400,
    'invalid-request',
    /not a cursor/,
    'cursor',
  ],
  ['an unknown path', '/v2/states', 404, 'not-found', /nothing at \/v2\/states; the entry point is \/v1/],
  ['an unknown path below', '/v1/nothing', 404, 'not-found', /nothing at \/v1\/nothing/],
  [
    'a wrong method',
    { method: 'DELETE', url: '/v1/states/USA' },
    405,
    'method-not-allowed',
    /DELETE is not allowed here; allowed: GET, HEAD/,
  ],
  [
    'a wrong method with a body',
    { method: 'POST', url: '/v1/outstanding', payload: { a: 1 } },
    405,
    'method-not-allowed',
    /allowed: GET, HEAD/,
  ],
  [
    'a body that is not JSON',
    {
      method: 'POST',
      url: '/v1/outstanding',
      payload: '{"a":',
      headers: { 'content-type': 'application/json' },
    },
    400,
    'invalid-request',
    /JSON/,
  ],
  ['a broken escape', '/v1/states/%E0%A4%A', 400, 'invalid-request', /./],
  ['a code as long as a novel', `/v1/states/${'A'.repeat(300)}`, 414, 'address-too-long', /./],
]

t.test('every failure is a problem that says what was wrong and what is allowed', async (t) => {
  const { app } = await seededApp(t)
  for (const [title, request, status, type, detail, parameter] of cases) {
    t.test(title, async (t) => {
      const reply = await app.inject(request)
      const body = reply.json()
      t.equal(reply.statusCode, status)
      t.match(reply.headers['content-type'], /^application\/problem\+json/)
      t.match(body, { type: `/problems/${type}`, title: String, status, detail, instance: String })
      if (parameter) t.match(body.errors, [{ parameter, detail }])
      t.notMatch(reply.body, /node_modules|src\/|stack|SQLITE/i, 'nothing internal leaks')
    })
  }
})

t.test('a wrong method names those that are allowed', async (t) => {
  const { app } = await seededApp(t)
  t.equal((await app.inject({ method: 'PUT', url: '/v1/states' })).headers.allow, 'GET, HEAD')
})

t.test('a type is absolute where the public origin is known, and leads to a page of its own', async (t) => {
  const { app } = await seededApp(t, { publicUrl: 'https://api.example.org' })
  const { type } = (await app.inject('/v1/states/ZZZ')).json()
  t.equal(type, 'https://api.example.org/problems/not-found')
  for (const [name, { title }] of Object.entries(problemTypes)) {
    const page = await app.inject(`/problems/${name}`)
    t.equal(page.statusCode, 200)
    t.ok(page.body.includes(title))
  }
  t.equal((await app.inject('/problems/none')).statusCode, 404)
})

t.test('while the record is empty there is nothing to answer from', async (t) => {
  const { app } = await seededApp(t, { db: emptyDatabase(t) })
  t.equal((await app.inject('/healthz')).statusCode, 200)
  for (const address of ['/readyz', '/v1', '/v1/outstanding']) {
    const reply = await app.inject(address)
    t.equal(reply.statusCode, 503)
    t.match(reply.json(), { type: '/problems/record-unavailable' })
  }
})

t.test('a failure of ours tells nothing of our insides', async (t) => {
  const { app, db } = await seededApp(t)
  db.$client.exec('DROP TABLE statuses')
  const reply = await app.inject('/v1/outstanding')
  t.equal(reply.statusCode, 500)
  t.match(reply.json(), { type: '/problems/internal-error', errors: [] })
  t.notMatch(reply.body, /statuses|table|sql/i)
})

import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import { openStore } from '../../../src/db/store.js'
import { csv } from '../../fixtures/imported.js'
import { importingApp, token } from '../../fixtures/importing.js'
import { row, statusPage } from '../../fixtures/status-page.js'

const table = csv(
  'Participant,Signature,"Ratification, Accession(a)"',
  'Afghanistan,14 Dec 2000,24 Sep 2003',
  'Algeria,,9 Mar 2004 a',
)
const other = table.replace('24 Sep 2003', '25 Sep 2003')

t.test('columns are explained, or passed over', async (t) => {
  const { post } = await importingApp(t)
  const { status, body } = await post(
    'instrument=XXIX-9&column=Bound+on%3Daccession&column=Land%3Dparticipant&ignoreColumn=Checked,+on&ignoreColumn=By',
    csv('Land,Bound on,"Checked, on",By', 'Chad,3 Mar 1999,1 Jan 2020,1 Jan 2021'),
  )
  t.equal(status, 201)
  t.match(body, {
    changes: [{ state: { code: 'TCD' }, after: { action: 'accession', on: '1999-03-03' } }],
    notRead: [{ what: 'Checked, on' }, { what: 'By' }],
  })
})

t.test('a table goes in; the import shows what it changed', async (t) => {
  const { ask, post } = await importingApp(t)
  const made = await post('instrument=XXIX-9&asAt=2010-01-01&fileName=29-9.csv', table)
  t.equal(made.status, 201)
  t.equal(made.headers.location, '/v1/imports/2')
  t.equal(made.headers['cache-control'], 'no-store')
  t.match(made.body, {
    id: 2,
    dryRun: false,
    asAt: '2010-01-01',
    asAtFrom: 'option',
    rows: 2,
    actions: 3,
    tables: [{ instrument: { code: 'xxix-9' }, added: 3, corrected: 0, removed: 0 }],
    changes: [
      {
        kind: 'added',
        state: { code: 'AFG' },
        before: null,
        after: { action: 'signature', on: '2000-12-14' },
      },
      {},
      {},
    ],
  })
  await post('instrument=XXIX-9&asAt=2010-01-01&fileName=29-9.csv', other)
  const { body } = await ask('/v1/imports/3')
  t.match(body, {
    fileName: '29-9.csv',
    tables: [{ corrected: 1 }],
    changes: [
      {
        kind: 'corrected',
        state: { code: 'AFG' },
        before: { on: '2003-09-24' },
        after: { on: '2003-09-25' },
      },
    ],
  })
  t.match((await ask('/v1/states/AFG/statuses?instrument=xxix-9')).body.data, [
    { status: 'party', consent: { on: '2003-09-25', inForceOn: null } },
  ])
  t.equal((await ask('/v1/imports/3?limit=0')).body.changes.length, 0)
})

t.test('the depositary’s page goes in as HTML, and says itself which treaty it is', async (t) => {
  const { post } = await importingApp(t)
  const html = { 'content-type': 'text/html; charset=utf-8' }
  const page = statusPage([row('Algeria', '', '9 Mar 2004 a')])
  t.match(await post('', page, html), {
    status: 201,
    body: {
      format: 'depositary-page',
      asAt: '2020-05-04',
      tables: [{ instrument: { code: 'xxix-9-a' }, added: 1 }],
    },
  })
  t.match(await post('instrument=cedaw', page, html), {
    status: 422,
    body: { errors: [{ detail: /of another treaty than cedaw/ }] },
  })
})

t.test('a dry run changes nothing; nor does a table with nothing new', async (t) => {
  const { ask, post } = await importingApp(t)
  t.match(await post('instrument=XXIX-9&dryRun=true', table), {
    status: 200,
    body: { id: null, dryRun: true, tables: [{ added: 3 }] },
  })
  t.equal((await ask('/v1/imports')).body.data.length, 1)
  await post('instrument=XXIX-9', table)
  t.match(await post('instrument=XXIX-9&fileName=again.csv', table), {
    status: 200,
    body: { id: null, changes: [] },
  })
})

t.test('the same request twice gets the same answer', async (t) => {
  const { ask, post } = await importingApp(t)
  const first = await post('instrument=XXIX-9', table)
  t.strictSame((await post('instrument=XXIX-9', table)).body, first.body, 'by its bytes')
  const keyed = await post('instrument=XXIX-9', other, { 'idempotency-key': 'k1' })
  t.match(keyed, { status: 201, body: { id: 3 } })
  t.match(await post('instrument=XXIX-9', table), { status: 201, body: { id: 4 } }, 'A, B, A gives A')
  const again = await post('instrument=XXIX-9', other, { 'idempotency-key': 'k1' })
  t.strictSame([again.status, again.body], [201, keyed.body], 'by its key, whatever came between')
  t.match(await post('instrument=XXIX-9', table, { 'idempotency-key': 'k1' }), {
    status: 422,
    body: { type: '/problems/idempotency-key-reused' },
  })
  t.equal((await ask('/v1/imports')).body.data.length, 4)
})

t.test('a table that left somebody out is read again once the name is known', async (t) => {
  const { db, post } = await importingApp(t)
  const query = 'instrument=XXIX-9&unknownParticipants=skip'
  const unknown = csv('Participant,Accession(a)', 'Fiji,1 Mar 1999 a', 'Germania,2 Mar 1999 a')
  t.match(await post(query, unknown), { status: 201, body: { leftOut: [{ line: 3, name: 'Germania' }] } })
  openStore(db).participants.addAlias('Germania', 'DEU')
  t.match(await post(query, unknown), { status: 201, body: { leftOut: [], tables: [{ added: 1 }] } })
})

t.test('refusals', async (t) => {
  const { ask, app, post } = await importingApp(t)
  const cases: [
    title: string,
    query: string,
    payload: string | Buffer,
    headers: Record<string, string>,
    status: number,
    body: object,
  ][] = [
    ['no token', '', table, { authorization: '' }, 401, { type: '/problems/unauthorized' }],
    [
      'another token',
      '',
      table,
      { authorization: 'Bearer open-barley' },
      401,
      { type: '/problems/unauthorized' },
    ],
    [
      'JSON',
      'instrument=XXIX-9',
      '{}',
      { 'content-type': 'application/json' },
      415,
      { type: '/problems/unsupported-media-type' },
    ],
    [
      'an unknown charset',
      'instrument=XXIX-9',
      table,
      { 'content-type': 'text/csv; charset=klingon' },
      415,
      { detail: /allowed: utf-8/ },
    ],
    [
      'a charset that is a word of JavaScript',
      'instrument=XXIX-9',
      table,
      { 'content-type': 'text/csv; charset=constructor' },
      415,
      {},
    ],
    [
      'faults, each with its place',
      'instrument=XXIX-9',
      csv('Participant,Accession(a)', 'Germania,31 Feb 1999 a'),
      {},
      422,
      {
        errors: [
          { line: 2, column: 'Participant', value: 'Germania', detail: /Germany \(DEU\)/ },
          { line: 2, column: 'Accession(a)', value: '31 Feb 1999 a', detail: /not a date like/ },
        ],
      },
    ],
    ['no instrument', '', table, {}, 422, { errors: [{ detail: /does not say which instrument/ }] }],
    ['an empty body', 'instrument=XXIX-9', '', {}, 422, { errors: [{ detail: /0 bytes/ }] }],
    [
      'an unknown instrument',
      'instrument=nothing',
      table,
      {},
      400,
      { errors: [{ parameter: 'instrument', detail: /cedaw.* nor a number such as XVIII-12-a/ }] },
    ],
    [
      'a day that lies ahead',
      'instrument=cedaw&asAt=2030-01-01',
      table,
      {},
      400,
      { errors: [{ parameter: 'asAt' }] },
    ],
    [
      'an unknown parameter',
      'instrument=cedaw&colour=red',
      table,
      {},
      400,
      { errors: [{ parameter: 'colour' }] },
    ],
    [
      'a column that is explained as no action',
      'instrument=cedaw&column=Bound+on%3Djoined',
      table,
      {},
      400,
      { errors: [{ parameter: 'column', detail: /is not a heading and what it records.*ratification/ }] },
    ],
    [
      'a date that nobody explained',
      'instrument=XXIX-9&column=Bound+on%3Daccession',
      csv('Country,Bound on,Checked on', 'Chad,3 Mar 1999,1 Jan 2020'),
      {},
      422,
      { errors: [{ line: 2, column: 'Checked on', value: '1 Jan 2020', detail: /ignoreColumn/ }] },
    ],
    [
      'a flag that is none',
      'instrument=cedaw&dryRun=perhaps',
      table,
      {},
      400,
      { errors: [{ parameter: 'dryRun' }] },
    ],
    [
      'a name with slashes',
      'instrument=cedaw&fileName=../x',
      table,
      {},
      400,
      { errors: [{ parameter: 'fileName' }] },
    ],
    [
      'removals',
      'instrument=cedaw',
      csv('Participant,Accession(a)', 'Fiji,28 Aug 1995 a'),
      {},
      409,
      { type: '/problems/would-remove' },
    ],
    [
      'a body too large',
      'instrument=XXIX-9',
      Buffer.alloc(64 * 1024 * 1024 + 1, 'a'),
      {},
      413,
      { type: '/problems/payload-too-large' },
    ],
  ]
  for (const [title, query, payload, headers, status, body] of cases)
    t.match(await post(query, payload, headers), { status, body: { ...body, status } }, title)
  const bare = await app.inject({
    method: 'POST',
    url: '/v1/imports',
    headers: { authorization: `Bearer ${token}` },
  })
  t.equal(bare.statusCode, 415, 'no body')
  t.match(
    (await post('', table, { authorization: 'x' })).headers['www-authenticate'],
    /^Bearer realm="imports"/,
  )
  t.equal((await ask('/v1/imports')).body.data.length, 1, 'nothing was changed')
})

t.test('without IMPORT_TOKEN, nobody imports', async (t) => {
  const { post } = await importingApp(t, { withToken: false })
  t.match(await post('instrument=cedaw', table), {
    status: 403,
    body: { type: '/problems/forbidden', detail: /IMPORT_TOKEN is not set/ },
  })
})

t.test('while an import runs, every reader gets the old revision or the new one, never a mix', async (t) => {
  const { app, post } = await importingApp(t)
  const names = (await app.inject('/v1/states?kind=member-state&limit=1000'))
    .json()
    .data.map(({ name }: { name: string }) => name)
  const rows = names.map((name: string, at: number) => `"${name}",${(at % 28) + 1} Mar 1999 a`)
  let isDone = false
  const importing = post('instrument=XXIX-9', csv('Participant,Accession(a)', ...rows)).finally(() => {
    isDone = true
  })
  const seen = new Set<string>()
  let [reads, during] = [0, 0]
  while (reads < 1000 || !isDone) {
    if (!isDone) during++
    const reply = await app.inject(
      '/v1/actions?since=1999-03-01&until=1999-03-28&action=accession&limit=1000',
    )
    const { data, meta } = reply.json()
    if (reply.statusCode !== 200) t.fail(reply.body)
    seen.add(`${meta.revision}: ${data.length}`)
    reads++
    // The answer of the worker arrives as an event.
    await new Promise((resolve) => setImmediate(resolve))
  }
  t.match(await importing, { status: 201 })
  t.strictSame([...seen].sort(), ['1: 0', '2: 193'])
  t.ok(during > 5, `${during} of ${reads} reads while it ran`)
})

t.test('imports sent at once wait for one another', async (t) => {
  const { app, ask, post } = await importingApp(t)
  const sent = await Promise.all(
    Array.from({ length: 4 }, (_, at) => post(`instrument=XXIX-${at + 1}`, table)),
  )
  t.strictSame(
    sent.map(({ status }) => status),
    [201, 201, 201, 201],
  )
  t.strictSame(sent.map(({ body }) => body.id).sort(), [2, 3, 4, 5])
  t.equal((await ask('/v1/imports')).body.data.length, 5)
  const many = await Promise.all(
    Array.from({ length: 12 }, (_, at) => post(`instrument=XXVIII-${at + 1}`, table)),
  )
  t.match(
    many.find(({ status }) => status === 409),
    { headers: { 'retry-after': '5' }, body: { type: '/problems/record-busy' } },
  )
  t.ok(many.every(({ status }) => status === 201 || status === 409))
  await app.close()
})

t.test('a server that stops ends the import, of which nothing is recorded', async (t) => {
  const { ask, post, importer } = await importingApp(t)
  const sent = post('instrument=XXIX-9', table)
  await new Promise((resolve) => setTimeout(resolve, 30))
  await importer?.stop()
  t.match(await sent, { status: 409, body: { type: '/problems/record-busy' } })
  t.equal((await ask('/v1/imports')).body.data.length, 1)
})

t.test('a server that stops just as an import is recorded says that it is', async (t) => {
  for (let time = 1; time <= 3; time++) {
    const { app, db, post, importer } = await importingApp(t)
    const sent = post('instrument=XXIX-9', table)
    const imports = db.$client.prepare('SELECT count(*) FROM imports').pluck()
    while (imports.get() === 1) await new Promise((resolve) => setImmediate(resolve))
    await importer?.stop()
    t.match(await sent, { status: 201, body: { id: 2 } })
    await app.close()
  }
})

t.test('a client that goes away in the middle leaves nothing behind', async (t) => {
  const { app, ask } = await importingApp(t)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/csv' }
  const sending = httpRequest({ port, method: 'POST', path: '/v1/imports?instrument=XXIX-9', headers })
  sending.on('error', () => {})
  sending.write('Participant,Accession(a)\nFiji,1 Mar 1999 a\n')
  await once(sending, 'socket')
  await new Promise((resolve) => setTimeout(resolve, 50))
  sending.destroy()
  await new Promise((resolve) => setTimeout(resolve, 50))
  t.equal((await ask('/v1/imports')).body.data.length, 1)
})

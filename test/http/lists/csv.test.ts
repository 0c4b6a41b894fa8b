import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { test } from 'tap'
import { csv, importTable, longHeader } from '../../fixtures/imported.js'
import { seededApp, seededDatabase, today } from '../../fixtures/seeded.js'

const collections = [
  '/v1/outstanding',
  '/v1/states',
  '/v1/states/VUT/statuses',
  '/v1/instruments',
  '/v1/instruments/cedaw/statuses',
  '/v1/statuses',
  '/v1/statements',
  '/v1/states/IRL/statements',
  '/v1/instruments/cedaw/statements',
  '/v1/instruments/cedaw/articles',
  '/v1/territories',
  '/v1/instruments/opsc/territories',
  '/v1/actions',
  '/v1/changes',
  '/v1/changes/statements',
  '/v1/resolutions',
  '/v1/imports',
]

type Row = Record<string, string>
const rowsOf = (text: string): Row[] => parse(text, { columns: true })

/** The cells that a value of JSON is to have, by the paths to them. */
function cellsOf(value: unknown, path: string): [string, string][] {
  if (Array.isArray(value))
    return value.length > 0 && value.every((one) => typeof one === 'string') ? [[path, value.join('; ')]] : []
  if (value === null) return []
  if (typeof value !== 'object') return [[path, String(value)]]
  return Object.entries(value).flatMap(([name, field]) => cellsOf(field, path ? `${path}.${name}` : name))
}

test('every collection as CSV, whole, by address and by Accept', async (t) => {
  const { app, ask } = await seededApp(t)
  for (const path of collections) {
    const byAddress = await app.inject(`${path}.csv`)
    const byAccept = await app.inject({ url: path, headers: { accept: 'text/csv' } })
    t.equal(byAddress.statusCode, 200, path)
    t.equal(byAccept.body, byAddress.body, path)
    t.equal(byAddress.headers['content-type'], 'text/csv; charset=utf-8; header=present')
    const rows = rowsOf(byAddress.body)
    t.equal(byAddress.headers['x-total-count'], String(rows.length), path)
    const { data } = (await ask(`${path}?limit=1000`)).body
    for (const [at, item] of data.entries())
      for (const [name, cell] of cellsOf(item, ''))
        if (rows[at]?.[name] !== cell) t.equal(rows[at]?.[name], cell, name)
    t.equal(Math.min(rows.length, 1000), data.length, path)
  }
})

test('what is listed stands in one cell, in its order', async (t) => {
  const { app } = await seededApp(t)
  const [tonga] = rowsOf((await app.inject('/v1/outstanding.csv?minimum=4&region=061')).body)
  t.match(tonga, {
    'state.code': 'TON',
    'counts.outstanding': '4',
    'outstanding.instrument.code': 'trafficking-protocol; opsc; cedaw; supplementary-slavery-convention',
    'outstanding.preconditions.instrument.code': 'untoc; crc; ; ',
  })
  const [resolution] = rowsOf((await app.inject('/v1/resolutions.csv')).body)
  t.match(resolution?.['paragraphs.instruments.code'], /^untoc, trafficking-protocol; opsc, cedaw, /)
})

test('a file of its own name, with lines as RFC 4180 has them', async (t) => {
  const { app } = await seededApp(t)
  const { headers, body } = await app.inject('/v1/states/VUT/statuses.csv?asOf=2018-12-18')
  t.equal(
    headers['content-disposition'],
    'attachment; filename="states-VUT-statuses-as-of-2018-12-18-revision-1.csv"',
  )
  t.match(body, /^state\.code,state\.name,.*\r\nVUT,Vanuatu,member-state,/)
  t.equal((await app.inject('/v1/states/vu/statuses.csv')).headers.location, '/v1/states/VUT/statuses.csv')
})

test('a cell that a spreadsheet would take for a formula is neutralised', async (t) => {
  const db = seededDatabase(t)
  await importTable(t, db, '2-99.csv', csv('Participant,Signature', 'Vanuatu,10 Dec 1982'), { asAt: today })
  for (const [at, opening] of ['\t', '@', '-', '+', '='].entries()) {
    const row = `ii-99,VUT,ratification,1983-01-0${at + 1},,,,depositary,"${opening}HYPERLINK(""//x"")"`
    await importTable(t, db, 'long.csv', csv(longHeader, row), { asAt: today, allowRemovals: true })
  }
  const { app } = await seededApp(t, { db })
  for (const path of ['/v1/changes.csv?instrument=ii-99', '/v1/actions.csv?instrument=ii-99'])
    for (const row of rowsOf((await app.inject(path)).body))
      for (const [name, cell] of Object.entries(row)) t.notMatch(cell, /^[=+\-@\t\r]/, `${path} ${name}`)
  const [last] = rowsOf((await app.inject('/v1/actions.csv?instrument=ii-99')).body)
  t.match(last, { source: /^'=HYPERLINK/ })
})

test('pages, validators and problems are those of the API', async (t) => {
  const { app } = await seededApp(t)
  const first = await app.inject('/v1/actions.csv?limit=2')
  const [, next = ''] = /^<(.+)>; rel="next"$/.exec(String(first.headers.link)) ?? []
  const second = await app.inject(next)
  t.strictSame([rowsOf(first.body).length, rowsOf(second.body).length], [2, 2])
  t.strictSame(
    [...rowsOf(first.body), ...rowsOf(second.body)],
    rowsOf((await app.inject('/v1/actions.csv?limit=4')).body),
  )
  const { etag } = first.headers
  t.match(etag, /^"1-[\w-]{22}-[\da-z]{1,7}"$/)
  const again = await app.inject({
    url: '/v1/actions.csv?limit=2',
    headers: { 'if-none-match': String(etag) },
  })
  t.strictSame([again.statusCode, again.body], [304, ''])
  t.not(second.headers.etag, etag)
  t.not((await app.inject('/v1/actions?limit=2')).headers.etag, etag)
  const pinned = await app.inject('/v1/states.csv?asOf=2018-12-18&revision=1')
  t.match(pinned.headers['cache-control'], /immutable/)
  t.strictSame([(await app.inject({ method: 'HEAD', url: '/v1/states.csv' })).body], [''])
  const cases = [
    ['/v1/states.csv?group=none', 400],
    ['/v1/states/VUT.csv', 404],
    ['/v1/states/QZZ/statuses.csv', 404],
    ['/v1.csv', 404],
  ] as const
  for (const [address, status] of cases) {
    const { statusCode, headers } = await app.inject({ url: address, headers: { accept: 'text/csv' } })
    t.equal(statusCode, status, address)
    t.match(headers['content-type'], /^application\/problem\+json/)
  }
  const single = await app.inject({ url: '/v1/states/VUT', headers: { accept: 'text/csv' } })
  t.match(single.headers['content-type'], /^application\/json/, 'one thing is no table')
})

test('one State’s outstanding and the progress of a resolution, as CSV', async (t) => {
  const { app, ask } = await seededApp(t)
  const both = async (path: string) => {
    const byAddress = await app.inject(`${path.replace(/(?=\?|$)/, '.csv')}`)
    const byAccept = await app.inject({ url: path, headers: { accept: 'text/csv' } })
    t.equal(byAccept.body, byAddress.body, path)
    t.match(byAddress.headers['content-type'], /^text\/csv/, path)
    return { rows: rowsOf(byAddress.body), headers: byAddress.headers }
  }
  const left = await both('/v1/states/TON/outstanding?asOf=2026-11-23')
  const { outstanding } = (await ask('/v1/states/TON/outstanding?asOf=2026-11-23')).body
  t.ok(outstanding.length >= 4)
  t.match(left.headers['content-disposition'], 'states-TON-outstanding-as-of-2026-11-23-revision-1.csv')
  t.strictSame(
    left.rows.map(({ nextStep, ...row }) => [
      row['state.code'],
      row['instrument.code'],
      nextStep,
      row['urgedBy.paragraph'],
    ]),
    outstanding.map(
      (item: { instrument: { code: string }; nextStep: string; urgedBy: { paragraph: number }[] }) => [
        'TON',
        item.instrument.code,
        item.nextStep,
        item.urgedBy.map(({ paragraph }) => paragraph).join('; '),
      ],
    ),
  )
  t.strictSame((await both('/v1/states/DEU/outstanding')).rows, [], 'nothing is left: the heading alone')
  t.equal(
    (await app.inject('/v1/states/us/outstanding.csv')).headers.location,
    '/v1/states/USA/outstanding.csv',
  )
  t.equal((await app.inject('/v1/states/ZZZ/outstanding.csv')).statusCode, 404)

  const path = '/v1/resolutions/a-res-63-194/progress'
  const { rows } = await both(path)
  const { instruments } = (await ask(path)).body
  for (const { instrument, atAdoption, yearEnds, now } of instruments) {
    const own = rows.filter((row) => row['instrument.code'] === instrument.code)
    t.equal(own.length, (yearEnds.length + 2) * 6, 'all, and the five groups, on each day')
    for (const [at, count] of [
      ['adoption', atAdoption],
      ['now', now],
    ] as const) {
      const shown = (group: string) => own.find(({ at: its, group: of }) => its === at && of === group)
      const { on, members, memberParties, remaining, share, parties, groups } = count
      const whole = { on, members, memberParties, remaining, share, parties }
      t.match(shown('all'), Object.fromEntries(cellsOf(whole, '')), `${instrument.code} ${at}`)
      for (const { group, members, parties } of groups)
        t.match(shown(group), { members: String(members), memberParties: String(parties), parties: '' })
    }
  }
})

test('Excel recognises UTF-8 by a byte order mark, on every CSV', async (t) => {
  const { app } = await seededApp(t)
  const more = [
    '/v1/states/USA/outstanding',
    '/v1/resolutions/a-res-63-194/progress',
    '/v1/datapackage/urges',
  ]
  for (const path of [...collections, ...more]) {
    const plain = (await app.inject(`${path}.csv`)).body
    t.notMatch(plain, /^\uFEFF/, path)
    t.equal((await app.inject(`${path}.csv?bom=false`)).body, plain, path)
    t.equal((await app.inject(`${path}.csv?bom=true`)).body, `\uFEFF${plain}`, path)
  }
  t.equal((await app.inject('/v1/states.csv?bom=yes')).statusCode, 400)
})

test('CSV is compressed for those who accept it, by coding apart', async (t) => {
  const { app } = await seededApp(t)
  for (const url of ['/v1/statuses.csv', '/v1/states/USA/outstanding.csv', '/v1/datapackage/actions.csv']) {
    const plain = await app.inject({ url, headers: { 'accept-encoding': 'identity' } })
    const tags = new Set([plain.headers.etag])
    for (const [coding, opened] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const reply = await app.inject({ url, headers: { 'accept-encoding': coding } })
      t.equal(reply.headers['content-encoding'], coding, url)
      t.equal(opened(reply.rawPayload).toString(), plain.body, url)
      if (plain.body.length > 10_000)
        t.ok(reply.rawPayload.length * 5 < plain.body.length, `${url} ${coding}`)
      tags.add(reply.headers.etag)
      const ifNoneMatch = { 'accept-encoding': coding, 'if-none-match': String(reply.headers.etag) }
      t.equal((await app.inject({ url, headers: ifNoneMatch })).statusCode, 304)
    }
    t.equal(tags.size, 3, 'each coding has its own ETag')
    t.notOk(plain.headers['content-encoding'])
  }
})

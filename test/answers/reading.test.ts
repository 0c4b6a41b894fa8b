import { test } from 'tap'
import type { Db } from '../../src/db/sqlite/open.js'
import { csv, importTable, longHeader } from '../fixtures/imported.js'
import { seededApp, seededDatabase, today } from '../fixtures/seeded.js'

// Vanuatu and CEDAW: the record holds the accession of 8 September 1995; a table moves it, and another moves it back.
const table = (on: string): string => csv(longHeader, `cedaw,VUT,accession,${on},,,,depositary,a table`)

const importVanuatu = (t: Parameters<typeof importTable>[0], db: Db, on: string) =>
  importTable(t, db, 'cedaw.csv', table(on), { asAt: today, allowRemovals: true })

/** Every read of the record, without its two times. */
const reads = [
  '/v1',
  '/v1/instruments',
  '/v1/instruments/cedaw',
  '/v1/instruments/cedaw/statuses',
  '/v1/states',
  '/v1/states/VUT',
  '/v1/states/VUT/statuses',
  '/v1/states/VUT/outstanding',
  '/v1/outstanding',
  '/v1/statuses',
  '/v1/actions',
  '/v1/changes',
  '/v1/imports',
  '/v1/imports/1',
  '/v1/resolutions',
  '/v1/resolutions/a-res-63-194',
  '/v1/resolutions/a-res-63-194/progress',
]

/** Reads that have their formats' own links. */
const bulk = ['/v1/feeds/actions.json', '/v1/statuses.csv', '/v1/feeds/actions.atom']

test('what a revision said of a day, it says for good', async (t) => {
  const db = seededDatabase(t)
  const { app } = await seededApp(t, { db })
  const [said, then] = [new Map<string, unknown>(), '?asOf=2018-12-18&revision=1']
  for (const path of [...reads, ...bulk]) said.set(path, (await app.inject(path + then)).body)
  await importVanuatu(t, db, '2020-01-02')
  await importTable(t, db, '21-6.csv', csv('Participant,Signature', 'Vanuatu,10 Dec 1982'), { asAt: today })
  for (const path of [...reads, ...bulk]) {
    const { statusCode, headers, body } = await app.inject(path + then)
    t.equal(statusCode, 200, path)
    t.equal(body, said.get(path), path)
    t.equal(headers['cache-control'], 'public, max-age=31536000, immutable', path)
    t.match(headers.etag, /^"1-/, path)
  }
})

test('a permalink is its own answer, and is kept for good', async (t) => {
  const db = seededDatabase(t)
  const { ask } = await seededApp(t, { db })
  for (const path of [...reads, '/v1/outstanding?limit=2&group=african']) {
    const { body } = await ask(path)
    const cited = await ask(body.links.permalink)
    const { links: _, ...answer } = body
    const { links, ...again } = cited.body
    t.strictSame(again, answer, path)
    t.equal(links.permalink, body.links.permalink, path)
    t.match(cited.headers['cache-control'], /immutable/, path)
  }
})

test('imports A, B, A: each revision answers as it did at the time', async (t) => {
  const db = seededDatabase(t)
  const { ask } = await seededApp(t, { db })
  for (const on of ['1995-09-10', '1995-09-12', '1995-09-10']) await importVanuatu(t, db, on)
  const cases = [
    [1, '1995-09-08'],
    [2, '1995-09-10'],
    [3, '1995-09-12'],
    [4, '1995-09-10'],
  ] as const
  for (const [revision, on] of cases) {
    const { body } = await ask(`/v1/states/VUT/statuses?instrument=cedaw&revision=${revision}`)
    t.equal(body.data[0].consent.on, on, `revision ${revision}`)
    t.equal(body.meta.revision, revision)
  }
  const { body } = await ask('/v1/imports/3')
  const days = body.changes
    .filter(({ kind }: { kind: string }) => kind === 'corrected')
    .map(({ before, after }: Record<string, { on: string }>) => [before?.on, after?.on])
  t.strictSame(days, [['1995-09-10', '1995-09-12']])
})

test('a revision that there is not, and a cursor of another moment', async (t) => {
  const { ask } = await seededApp(t)
  const next = (await ask('/v1/states?limit=2&asOf=2020-01-01')).body.links.next
  t.equal((await ask(next)).status, 200)
  const cases = [
    ['/v1/states?revision=2', 'revision', /“2” is not a revision of the record; allowed: 1 to 1/],
    ['/v1/states?revision=0', 'revision', /“0” is not the number of an import/],
    ['/v1/states?revision=newest', 'revision', /“newest” is not the number of an import/],
    [next.replace('2020-01-01', '2021-01-01'), 'asOf', /“2021-01-01” is not the “asOf” of the cursor/],
  ] as const
  for (const [address, parameter, detail] of cases) {
    const { status, body } = await ask(address)
    t.equal(status, 400, address)
    t.match(body.errors, [{ parameter, detail }], address)
  }
  t.equal((await ask('/v1/imports/2?revision=1')).status, 404)
})

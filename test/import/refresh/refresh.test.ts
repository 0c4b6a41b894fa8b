import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import t, { type Test } from 'tap'
import { openStore } from '../../../src/db/store.js'
import { usualLimits } from '../../../src/import/fetch/fetch-page.js'
import { openTarget } from '../../../src/import/import-file.js'
import type { LookOptions } from '../../../src/import/refresh/look.js'
import { refresh } from '../../../src/import/refresh/refresh.js'
import {
  type Answer,
  anotherTreaty,
  depositary,
  enterTreaty,
  laterPage,
  notice,
  page,
  sends,
  treaty,
  withOneLess,
  withOneMore,
} from '../../fixtures/depositary.js'
import { importTable } from '../../fixtures/imported.js'
import { seededApp, seededDatabase } from '../../fixtures/seeded.js'
import { temporary } from '../../fixtures/temporary.js'

/** The treaty in the record, its page on a server of our own, and looks at it on one day after the other. */
async function looking(t: Test) {
  const server = await depositary(t)
  const db = seededDatabase(t)
  await enterTreaty(t, db, `${server.at}/page`)
  const { ask, app } = await seededApp(t, { db })
  const store = openStore(db)
  const folder = temporary(t)
  let day = 0
  const look = async (answer: Answer, options: Partial<LookOptions> = {}) => {
    server.answerWith(answer)
    const now = new Date(Date.UTC(2026, 10, ++day, 12))
    const looks = []
    const instruments = store.instruments.all(store.version()?.revision ?? 0)
    for await (const one of refresh(
      openTarget(db),
      instruments.filter(({ code }) => code === treaty),
      {
        from: null,
        version: '1.0.0',
        userAgent: 'tests',
        folder,
        turn: async () => {},
        now: () => now,
        dryRun: false,
        listed: 10,
        ...options,
      },
    ))
      looks.push(one)
    return looks[0]
  }
  /** What the API, its readiness and its metrics say. */
  const said = async () => {
    const { lookedAt, failedLook, lookedThrough } = (await ask(`/v1/instruments/${treaty}`)).body
    const metrics = (await app.inject('/metrics')).body
    const gauge = (name: string, label = treaty, key = 'instrument') =>
      Number(new RegExp(`^${name}\\{${key}="${label}"\\} (.*)$`, 'm').exec(metrics)?.[1] ?? Number.NaN)
    return { lookedAt, failedLook, lookedThrough, ready: (await ask('/readyz')).body, gauge }
  }
  const revision = () => store.imports.newest()?.number
  return { server, db, ask, store, app, look, said, revision, dayOf: () => `2026-11-0${day}T12:00:00.000Z` }
}

const cut = page.slice(0, page.indexOf('Fiji'))
const redirects =
  (to: string, status = 302): Answer =>
  (_, response) =>
    void response.writeHead(status, { location: to }).end()
const quick = { ...usualLimits, headers: 200, body: 200 }

interface Case {
  readonly what: string
  readonly answer: Answer
  readonly outcome: 'imported' | 'unchanged' | 'refused' | 'unreachable'
  readonly why?: RegExp
}

/** In turn, to one record. */
const cases: readonly Case[] = [
  { what: 'the page', answer: sends(page), outcome: 'unchanged' },
  { what: 'another VIEWSTATE and another time of the day', answer: sends(laterPage), outcome: 'unchanged' },
  { what: 'one more accession', answer: sends(withOneMore), outcome: 'imported' },
  {
    what: 'the same again, compressed',
    answer: sends(gzipSync(withOneMore), { 'content-encoding': 'gzip' }),
    outcome: 'unchanged',
  },
  { what: 'a page that is cut off', answer: sends(cut), outcome: 'refused', why: /is cut off/ },
  {
    what: 'fewer bytes than announced',
    answer: (_, response) => {
      response.writeHead(200, { 'content-length': String(page.length) }).write(cut)
      response.destroy()
    },
    outcome: 'unreachable',
    why: /broke the connection off|less than it said/,
  },
  {
    what: 'a notice with status 200',
    answer: sends(notice),
    outcome: 'refused',
    why: /is a notice that stands in place of the page/,
  },
  {
    what: 'another treaty',
    answer: sends(anotherTreaty),
    outcome: 'refused',
    why: /another treaty than xxix-9-a.* IV-8/,
  },
  {
    what: 'no page of a treaty',
    answer: sends('{"error":"sorry"}'),
    outcome: 'refused',
    why: /not the depositary’s page/,
  },
  {
    what: 'a table of another kind',
    answer: sends('Participant,Accession(a)\nFiji,1 Mar 1999 a\n'),
    outcome: 'refused',
    why: /not the depositary’s page/,
  },
  { what: 'nothing', answer: sends(''), outcome: 'refused', why: /is empty/ },
  {
    what: 'a page that would undo an act',
    answer: sends(withOneLess),
    outcome: 'refused',
    why: /would undo/,
  },
  {
    what: 'a redirect elsewhere',
    answer: redirects('http://127.0.0.1:9/page'),
    outcome: 'unreachable',
    why: /another host, http:\/\/127\.0\.0\.1:9/,
  },
  {
    what: 'a redirect to another scheme',
    answer: redirects('file:///etc/passwd'),
    outcome: 'unreachable',
    why: /another host/,
  },
  {
    what: 'a redirect to an address with a password in it',
    answer: (request, response) => redirects(`http://u:p@${request.headers.host}/page`)(request, response),
    outcome: 'unreachable',
    why: /redirects to an address with a name or a password in it: that is not followed/,
  },
  {
    what: 'a redirect without an address',
    answer: sends('', {}, 302),
    outcome: 'unreachable',
    why: /answered with status 302/,
  },
  { what: 'a redirect to nowhere', answer: redirects('http://['), outcome: 'unreachable', why: /status 302/ },
  {
    what: 'a redirect to itself',
    answer: redirects('/page', 307),
    outcome: 'unreachable',
    why: /more than 3 times/,
  },
  { what: 'silence', answer: () => {}, outcome: 'unreachable', why: /no answer within 0\.2 s/ },
  {
    what: 'a stall after the first half',
    answer: (_, response) => void response.writeHead(200).write(cut),
    outcome: 'unreachable',
    why: /did not finish its answer within 0\.2 s/,
  },
  {
    what: '40 MiB',
    answer: sends(gzipSync(Buffer.alloc(40 * 1024 * 1024, '<p>')), { 'content-encoding': 'gzip' }),
    outcome: 'unreachable',
    why: /longer than 33554432 bytes/,
  },
  { what: 'a server that is busy', answer: sends('', {}, 503), outcome: 'unreachable', why: /status 503/ },
  { what: '“not modified”, unasked', answer: sends('', {}, 304), outcome: 'unreachable', why: /status 304/ },
  {
    what: 'what is not gzip',
    answer: sends(page, { 'content-encoding': 'gzip' }),
    outcome: 'unreachable',
    why: /decompressed/,
  },
  {
    what: 'no HTTP',
    answer: ({ socket }) => void socket.end('hello\r\n'),
    outcome: 'unreachable',
    why: /HTTP|broke/,
  },
  { what: 'the page, after all', answer: sends(withOneMore), outcome: 'unchanged' },
  {
    what: 'the same of a later day, which vouches for more',
    answer: sends(withOneMore.replace('04-05-2020', '05-05-2020')),
    outcome: 'imported',
  },
]

t.test('what each answer does to the record, and what is said of the look', async (t) => {
  const { look, said, revision, server, store } = await looking(t)
  let [seenAt, failures] = [null as string | null, 0]
  const counts: Record<string, number> = {}
  for (const [number, { what, answer, outcome, why }] of cases.entries())
    await t.test(what, async (t) => {
      const before = revision()
      const at = new Date(Date.UTC(2026, 10, number + 1, 12)).toISOString()
      const isBrief = /within/.test(String(why))
      const made = await look(answer, isBrief ? { limits: quick } : {})
      t.match(made, { instrument: treaty, address: `${server.at}/page`, outcome, lookedAt: at })
      if (why) t.match(made?.why, why)
      else t.equal(made?.why, null)
      t.equal(revision(), outcome === 'imported' ? Number(before) + 1 : before, 'the record')
      counts[outcome] = (counts[outcome] ?? 0) + 1
      const isSeen = why === undefined
      seenAt = isSeen ? at : seenAt
      failures = isSeen ? 0 : failures + 1
      const { gauge, ready, ...shown } = await said()
      t.strictSame(shown, {
        lookedAt: seenAt,
        lookedThrough: 'depositary',
        failedLook: isSeen ? null : { at, outcome },
      })
      t.match(ready, { lookedAt: seenAt, failedLooks: isSeen ? 0 : 1 })
      t.equal(gauge('ratification_looked_at_seconds'), Date.parse(seenAt ?? '') / 1000)
      t.equal(gauge('ratification_failed_looks'), failures)
      t.equal(gauge('ratification_looks', outcome, 'outcome'), counts[outcome])
      t.match(store.looks.newestFirst([], 1), [{ instrument: treaty, outcome, why: made?.why ?? null }])
    })
  t.match(server.requests[0]?.headers, { 'user-agent': 'tests', 'accept-encoding': 'gzip' })
  t.match(
    store.actions.known(revision() ?? 0).filter(({ instrument }) => instrument === treaty),
    { length: 4 },
  )
})

t.test('what an answer came with is asked for again, and not after what could deceive', async (t) => {
  const { look, server, db, said, dayOf } = await looking(t)
  const tagged = { etag: '"a"', 'last-modified': 'Tue, 03 Nov 2026 10:00:00 GMT' }
  const conditions = () => {
    const { 'if-none-match': etag, 'if-modified-since': since } = server.requests.at(-1)?.headers ?? {}
    return { etag, since }
  }
  const asked = { etag: '"a"', since: tagged['last-modified'] }
  const unasked = { etag: undefined, since: undefined }
  t.match(await look(sends(page, tagged)), { outcome: 'unchanged' })
  t.strictSame(conditions(), unasked)
  t.match(await look(sends('', tagged, 304)), { outcome: 'not-modified', report: null })
  t.strictSame(conditions(), asked)
  t.equal((await said()).lookedAt, dayOf(), 'that counts as a look')
  t.match(await look(sends('', tagged, 304)), { outcome: 'not-modified' })
  t.strictSame(conditions(), asked, 'and is remembered as one')
  t.match(await look(sends('', {}, 503)), { outcome: 'unreachable' })
  t.match(await look(sends(withOneLess, { etag: '"b"' })), { outcome: 'refused' })
  t.strictSame(conditions(), asked)
  t.match(await look(sends(withOneLess, { etag: '"b"' })), { outcome: 'refused' })
  t.strictSame(conditions(), asked, 'a page that was refused is never taken for known')
  await look(sends(page, tagged), { version: '2.0.0' })
  t.strictSame(conditions(), unasked, 'a later release may read more in it')
  await look(sends(page, tagged))
  await look(sends(withOneMore, tagged), { dryRun: true })
  await importTable(t, db, 'more.html', withOneMore, { instrument: treaty })
  await look(sends(withOneMore, tagged))
  t.strictSame(conditions(), unasked, 'something else was imported since')
})

t.test('a dry run shows what would change, and keeps nothing', async (t) => {
  const { look, said, revision, store } = await looking(t)
  const before = revision()
  t.match(await look(sends(withOneMore), { dryRun: true }), {
    outcome: 'dry-run',
    report: { revision: null, tables: [{ added: 1 }], changes: [{ after: { participant: 'VUT' } }] },
  })
  t.match(await look(sends(notice), { dryRun: true }), { outcome: 'refused' })
  t.equal(revision(), before)
  t.strictSame(store.looks.newestFirst([], 10), [])
  t.match(await said(), { lookedAt: null, failedLook: null, lookedThrough: null })
})

t.test('a redirect on the same host is followed, and each request has its turn', async (t) => {
  const { look, server } = await looking(t)
  let turns = 0
  const moved: Answer = (request, response) =>
    request.url === '/page' ? redirects('/moved')(request, response) : sends(page)(request, response)
  const options = { turn: async () => void turns++ }
  t.match(await look(moved, options), { outcome: 'unchanged', address: `${server.at}/page` })
  t.equal(turns, 2)
})

t.test('a look that changes no record is shown at once, and leaves other answers held', async (t) => {
  const { look, app, ask } = await looking(t)
  const shows = [
    `/v1/instruments/${treaty}`,
    '/v1/instruments',
    '/v1/instruments.csv',
    `/instruments/${treaty}`,
  ]
  const others = ['/v1/outstanding', '/v1/states/AFG', '/states/AFG', '/v1/actions']
  const permanent = shows.slice(0, 3).map((path) => `${path}?asOf=2026-11-01&revision=2`)
  const held = new Map<string, { etag: string; 'last-modified': string }>()
  for (const path of [...shows, ...others, ...permanent]) {
    const { etag, 'last-modified': since } = (await app.inject(path)).headers
    held.set(path, { etag: String(etag), 'last-modified': String(since) })
  }
  const statusOf = async (path: string, by: 'etag' | 'last-modified') => {
    const name = by === 'etag' ? 'if-none-match' : 'if-modified-since'
    return (await app.inject({ url: path, headers: { [name]: held.get(path)?.[by] ?? '' } })).statusCode
  }
  await look(sends(page), { now: () => new Date('2026-11-23T11:00:00Z') })
  await pause(0)
  for (const path of shows) {
    t.equal(await statusOf(path, 'etag'), 200, path)
    t.equal(await statusOf(path, 'last-modified'), 200, path)
  }
  for (const path of [...others, ...permanent]) t.equal(await statusOf(path, 'etag'), 304, path)
  t.equal((await ask(`/v1/instruments/${treaty}`)).body.lookedAt, '2026-11-23T11:00:00.000Z')
  t.match((await ask(permanent[0] ?? '')).body, { lookedAt: null, failedLook: null })
  const [first] = (await ask('/v1/instruments?limit=6')).body.data
  t.match(first, { code: 'untoc', lookedAt: null })
  const { links } = (await ask('/v1/instruments?limit=6')).body
  t.match((await ask(links.next)).body.data, [{ code: treaty, lookedAt: '2026-11-23T11:00:00.000Z' }])
})

t.test('the page of the instrument says it in plain words', async (t) => {
  const { look, app } = await looking(t)
  const text = async (query = '') =>
    (await app.inject(`/instruments/${treaty}${query}`)).body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  t.notMatch(await text(), /Last looked/)
  await look(sends('', {}, 503))
  t.match(await text(), /On 1 November 2026 the page could not be reached/)
  await look(sends(page))
  t.match(await text(), /Last looked at the depositary’s page on 2 November 2026\./)
  await look(sends(withOneLess))
  t.match(
    await text(),
    /on 2 November 2026\. On 3 November 2026 the page could not be taken in: .* since then is not known/,
  )
  t.notMatch(await text('?asOf=2026-11-01&revision=2'), /Last looked/, 'an address that never changes')
})

t.test('after three in vain, a server is left alone', async (t) => {
  const server = await depositary(t)
  server.answerWith(sends('', {}, 503))
  const db = seededDatabase(t)
  const store = openStore(db)
  const looks = []
  for await (const one of refresh(openTarget(db), store.instruments.all(1), {
    from: `${server.at}/pages`,
    version: '1.0.0',
    userAgent: 'tests',
    folder: temporary(t),
    turn: async () => {},
    now: () => new Date('2026-11-23T11:00:00Z'),
    dryRun: false,
    listed: 0,
  }))
    looks.push(one)
  t.equal(looks.length, 6)
  t.strictSame(
    server.requests.map(({ url }) => url),
    ['/pages/XVIII-12.html', '/pages/XVIII-12-a.html', '/pages/IV-11-c.html'],
  )
  t.match(looks.at(-1), { instrument: 'crc', outcome: 'unreachable', why: /was not asked for/ })
  t.equal(store.looks.newestFirst([], 10).length, 6, 'nobody was looked at, and nobody is said to be')
})

import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { test } from 'tap'
import { aliases } from '../../../src/db/schema.js'
import { openDatabase } from '../../../src/db/sqlite/open.js'
import { openStore } from '../../../src/db/store.js'
import { replyCache } from '../../../src/http/caching/cache.js'
import { textOf } from '../../fixtures/contract.js'
import { csv, importTable } from '../../fixtures/imported.js'
import { seededApp, seededDatabase, today } from '../../fixtures/seeded.js'
import { temporary } from '../../fixtures/temporary.js'

const address = '/v1/outstanding'

test('the same bytes in each coding, each with an ETag of its own', async (t) => {
  const { app } = await seededApp(t)
  const plain = await app.inject(address)
  const cases = [
    [undefined, 'identity'],
    ['br', 'br'],
    ['gzip, deflate', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['*;q=0.1, identity;q=1', 'identity'],
    ['zstd', 'identity'],
  ] as const
  for (const round of ['made', 'held'])
    for (const [accepted, coding] of cases) {
      const headers = accepted === undefined ? {} : { 'accept-encoding': accepted }
      const reply = await app.inject({ url: address, headers })
      const what = `${accepted}, ${round}`
      t.equal(reply.headers['content-encoding'], coding === 'identity' ? undefined : coding, what)
      t.equal(textOf(reply), plain.body, what)
      t.equal(
        reply.headers.etag,
        String(plain.headers.etag).replace(/"$/, coding === 'identity' ? '"' : `-${coding}"`),
      )
      const held = { ...headers, 'if-none-match': String(reply.headers.etag) }
      t.equal((await app.inject({ url: address, headers: held })).statusCode, 304, what)
    }
})

test('an answer is made once for each coding; HEAD, 304 and refusals keep nothing', async (t) => {
  const db = seededDatabase(t)
  const store = openStore(db)
  let made = 0
  const { count } = store.actions
  store.actions.count = (...asked) => {
    made += 1
    return count(...asked)
  }
  const { app } = await seededApp(t, { db, store })
  const at = await app.listen({ port: 0, host: '127.0.0.1' })
  const ask = async (coding: string, path = '/v1/actions', more = {}) => {
    const reply = await fetch(at + path, {
      headers: { 'accept-encoding': coding, connection: 'close', ...more },
    })
    return { status: reply.status, etag: String(reply.headers.get('etag')), text: await reply.text() }
  }
  const { etag, text } = await ask('br')
  for (let again = 0; again < 3; again++) t.equal((await ask('gzip')).text, text)
  t.equal(made, 2)
  t.equal((await ask('br', '/v1/actions', { 'if-none-match': etag })).status, 304)
  t.equal(made, 2)
  for (let again = 0; again < 2; again++) t.equal((await ask('br', '/v1/actions?limit=0')).status, 400)
})

test('a conditional request is answered before anything is asked of the record', async (t) => {
  const db = seededDatabase(t)
  const { app } = await seededApp(t, { db })
  const { etag } = (await app.inject(address)).headers
  const store = { ...openStore(db), instruments: undefined as never }
  const { app: blind } = await seededApp(t, { db, store })
  const reply = await blind.inject({ url: address, headers: { 'if-none-match': String(etag) } })
  t.strictSame([reply.statusCode, reply.headers.etag], [304, etag])
})

test('what another process writes is seen with the next request', async (t) => {
  const path = join(temporary(t), 'record.db')
  const own = seededDatabase(t, path)
  const other = openDatabase(path)
  const { app, ask } = await seededApp(t, { db: own })
  t.teardown(() => other.$client.close())
  const before = (await app.inject(address)).headers.etag
  t.strictSame((await ask('/v1/states?q=Cloud')).body.data, [])
  other.insert(aliases).values({ name: 'Cloud Cuckoo Land', participant: 'VUT' }).run()
  // Over a socket, the next request comes in a later turn of the event loop.
  await nextTurn()
  t.match((await ask('/v1/states?q=Cloud')).body.data, [{ code: 'VUT' }], 'a name')
  const named = (await app.inject(address)).headers.etag
  t.not(named, before)
  const table = csv('Participant,Signature', 'Vanuatu,10 Dec 1982')
  t.equal((await ask('/v1/actions?instrument=cedaw&since=1999-01-01')).status, 200)
  await importTable(t, other, '2-99.csv', table, { asAt: today })
  await nextTurn()
  t.match((await ask('/v1/actions?instrument=II-99')).body.data, [{ state: { code: 'VUT' } }], 'a revision')
  t.equal((await ask('/v1')).body.meta.revision, 2)
})

test('the cache keeps what was asked for last, and no key of any length', async (t) => {
  const cache = replyCache()
  const reply = {
    headers: [],
    bytes: Buffer.alloc(10_000),
    notModified: [],
    validators: { etag: '', 'last-modified': '' },
  }
  for (let key = 0; key < 5000; key++) cache.set('now', `${key}`, reply)
  const kept = Array.from({ length: 5000 }, (_, key) => cache.get('now', `${key}`)).filter(Boolean)
  t.ok(kept.length > 1000 && kept.length < 2500, `${kept.length} of 5000 replies are kept`)
  t.ok(cache.get('now', '4999'))
  cache.set('now', 'long '.repeat(500), reply)
  t.equal(cache.get('now', 'long '.repeat(500)), undefined)
  t.equal(cache.get('tomorrow', '4999'), undefined, 'another day empties it')
  t.equal(cache.get('now', '4999'), undefined)
})

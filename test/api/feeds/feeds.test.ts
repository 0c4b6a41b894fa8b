import { parseFeed as readAtom } from '@rowanmanning/feed-parser'
import { parseJsonFeed as readJsonFeed } from 'feedsmith'
import { SaxesParser } from 'saxes'
import { type Test, test } from 'tap'
import { importTwoThenCorrect } from '../../fixtures/imported.js'
import { seededApp, seededDatabase } from '../../fixtures/seeded.js'

const atom = '/v1/feeds/actions.atom'
const json = '/v1/feeds/actions.json'

/** A small treaty: two sign, the day of one is corrected, and the other is taken out. */
async function changedApp(t: Test) {
  const db = seededDatabase(t)
  await importTwoThenCorrect(t, db, { palau: '11 Dec 1982', source: 'A & B <b>\u0001' })
  return seededApp(t, { db })
}

test('a feed reader reads both, newest first, each change as an entry of its own', async (t) => {
  const { app } = await changedApp(t)
  const titles = [
    'Correction: Vanuatu signed II-99 on 12 December 1982',
    'Removed: Palau signed II-99 on 11 December 1982',
    'Palau signed II-99 on 11 December 1982',
    'Vanuatu signed II-99 on 10 December 1982',
  ]
  const query = '?state=VUT,PLW&instrument=II-99'
  const read = readAtom((await app.inject(atom + query)).body)
  t.equal(read.title, 'Treaty actions: VUT, PLW, ii-99')
  t.equal(read.self, `http://localhost${atom}${query}`)
  t.strictSame(
    read.items.map(({ title }) => title),
    titles,
  )
  t.match(
    read.items[0]?.content,
    'source: A & B <b>\uFFFD).\nThe record said before: Vanuatu signed II-99 on 10',
  )
  const { items } = readJsonFeed((await app.inject(json + query)).body)
  t.strictSame(
    items?.map(({ title }) => title),
    read.items.map(({ title }) => title),
  )
  t.strictSame(
    items?.map(({ id }) => id),
    read.items.map(({ id }) => id),
    'by the same ids',
  )
  t.strictSame(
    items?.map(({ tags }) => tags?.[0]),
    ['corrected', 'removed', 'added', 'added'],
  )
})

test('a feed shows only what was asked for, and turns pages', async (t) => {
  const { ask } = await changedApp(t)
  const of = (items: { _change: { state: { code: string }; instrument: { code: string } } }[]) =>
    items.map(({ _change: { state, instrument } }) => `${state.code} ${instrument.code}`)
  const vanuatu = of((await ask(`${json}?state=vu&limit=250`)).body.items)
  t.ok(vanuatu.length > 5)
  t.strictSame(
    vanuatu.filter((one) => !one.startsWith('VUT ')),
    [],
  )
  const african = (await ask(`${json}?group=african&instrument=cedaw&since=2010-01-01`)).body.items
  t.strictSame(of(african), ['SSD cedaw'])
  const early = (await ask(`${json}?instrument=cedaw&until=1979-12-31&group=african`)).body.items
  t.strictSame(of(early), [])
  const signed = (await ask(`${json}?instrument=cedaw&state=USA&until=1980-07-17`)).body.items
  t.strictSame(of(signed), ['USA cedaw'])
  const first = (await ask(`${json}?state=VUT&limit=3`)).body
  const second = (await ask(first.next_url.slice('http://localhost'.length))).body
  t.strictSame(of([...first.items, ...second.items]), vanuatu.slice(0, 6))
  t.strictSame((await ask(`${json}?state=VUT&since=2026-11-23`)).body.items, [])
})

test('an entry keeps its id, whatever comes later and wherever the record is rebuilt', async (t) => {
  const idsOf = async (ask: Awaited<ReturnType<typeof seededApp>>['ask']) =>
    (await ask(`${json}?state=VUT&revision=1`)).body.items.map(({ id }: { id: string }) => id)
  const [before, after] = [await idsOf((await seededApp(t)).ask), await idsOf((await changedApp(t)).ask)]
  t.strictSame(after, before)
  const { body } = await (await seededApp(t)).ask(`${json}?limit=250`)
  t.equal(new Set(body.items.map(({ id }: { id: string }) => id)).size, 250)
})

test('the Atom feed follows RFC 4287', async (t) => {
  const { app } = await changedApp(t)
  for (const query of ['', '?state=VUT&limit=2', '?state=VUT&since=2026-11-23', '?instrument=cedaw,opsc']) {
    const { headers, body } = await app.inject(atom + query)
    t.equal(headers['content-type'], 'application/atom+xml; charset=utf-8')
    const found = elementsOf(body)
    for (const [container, elements] of found) {
      const count = (name: string) => elements.filter((one) => one.name === name).length
      for (const name of ['id', 'title', 'updated'])
        t.equal(count(name), 1, `${container}: one ${name} (§ 4.1)`)
      for (const { name, text } of elements) {
        if (name === 'id')
          t.match(text, /^urn:uuid:[0-9a-f-]{36}$/, 'an IRI, and nothing around it (§ 4.2.6)')
        if (name === 'updated' || name === 'published')
          t.match(text, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, 'a date construct (§ 3.3)')
      }
    }
    t.match(found[0]?.[1], [{ name: 'author' }, { name: 'id' }, { name: 'link', rel: 'self' }])
    const alternates = found.slice(1).map(([, elements]) => elements.filter(({ rel }) => rel === 'alternate'))
    t.ok(
      alternates.every((links) => links.length === 1),
      'one alternate of a type and language (§ 4.1.2)',
    )
  }
})

test('the JSON Feed follows version 1.1', async (t) => {
  const { app } = await changedApp(t)
  for (const query of ['', '?state=VUT&limit=2', '?state=VUT&since=2026-11-23']) {
    const { headers, body } = await app.inject(json + query)
    t.equal(headers['content-type'], 'application/feed+json; charset=utf-8')
    const feed = JSON.parse(body)
    t.equal(feed.version, 'https://jsonfeed.org/version/1.1')
    t.equal(feed.feed_url, `http://localhost${json}${query}`)
    t.ok(typeof feed.title === 'string' && Array.isArray(feed.items))
    for (const address of [feed.home_page_url, ...feed.items.map(({ url }: { url: string }) => url)])
      t.ok(URL.canParse(address), 'a whole address')
    for (const item of feed.items) {
      t.match(item, { id: String, content_text: String, title: String, tags: Array })
      t.match(item.date_published, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, 'RFC 3339')
      const own = Object.keys(item).filter((name) => name.startsWith('_'))
      t.strictSame(own, ['_change'], 'an extension starts with an underscore')
    }
  }
})

test('entries lead to pages, and to the place there that shows what they are about', async (t) => {
  const { app } = await changedApp(t)
  const cases = [
    ['/v1/feeds/actions.json?state=USA&instrument=cedaw', '/states/USA#instrument-cedaw'],
    ['/v1/feeds/actions.json?state=VUT&instrument=ii-99', '/instruments/ii-99'],
    ['/v1/feeds/actions.json?state=USA&instrument=crc', '/instruments/crc'],
    [
      '/v1/feeds/statements.json?state=IRL&instrument=cedaw&event=withdrawn',
      '/states/IRL#cedaw-IRL-reservation-1',
    ],
  ] as const
  for (const [url, place] of cases) {
    const { items, home_page_url } = (await app.inject(url)).json()
    t.equal(items[0].url, `http://localhost${place}`, url)
    const [path = '', id] = place.split('#')
    const page = await app.inject(path)
    t.equal(page.statusCode, 200, path)
    if (id) t.match(page.body, `id="${id}"`, place)
    t.equal((await app.inject(home_page_url)).statusCode, 200, `${url}: its page of changes`)
    const [entry] = readAtom((await app.inject(url.replace('.json', '.atom'))).body).items
    t.equal(entry?.url, items[0].url, 'and in Atom')
  }
})

test('addresses are whole, whatever host is named', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    ['api.example:8080', 'http://api.example:8080/changes'],
    ['no host at all', 'http://localhost/changes'],
    ['', 'http://localhost/changes'],
    ['[::1', 'http://localhost/changes'],
  ] as const
  for (const [host, home] of cases) {
    const reply = await app.inject({ url: `${json}?limit=1`, headers: { host } })
    t.strictSame([reply.statusCode, reply.json().home_page_url], [200, home], host)
  }
  const known = await seededApp(t, { publicUrl: 'https://api.example.org/treaties' })
  const feed = (await known.app.inject({ url: `${json}?limit=1`, headers: { host: 'other' } })).json()
  t.equal(feed.feed_url, `https://api.example.org/treaties${json}?limit=1`)
})

test('feeds take the parameters of actions, and pass over others', async (t) => {
  const { ask } = await seededApp(t)
  for (const address of [
    `${json}?limit=251`,
    `${atom}?state=QZZ`,
    `${json}?revision=2`,
    `${json}?since=2001-01-01&until=2000-01-01`,
  ]) {
    const { status, headers } = await ask(address)
    t.equal(status, 400, address)
    t.match(headers['content-type'], /^application\/problem\+json/)
  }
  t.strictSame(
    (await ask(`${json}?state=VUT&author=me`)).body,
    (await ask(`${json}?state=VUT`)).body,
    'readers add to addresses',
  )
})

test('a feed of statements, in both formats', async (t) => {
  const { app, ask } = await seededApp(t)
  const query = '?state=IRL&instrument=cedaw&event=withdrawn'
  const read = readAtom((await app.inject(`/v1/feeds/statements.atom${query}`)).body)
  t.equal(read.title, 'Statements on treaties: IRL, cedaw, withdrawn')
  const titles = [
    'Ireland withdrew its reservation to CEDAW, as to articles 13(b) and 13(c), on 11 June 2004',
    'Ireland withdrew its reservation to CEDAW, as to article 15(3), on 24 March 2000',
    'Ireland withdrew its reservation to CEDAW, as to articles 9(1) and 15(4), on 19 December 1986',
  ]
  t.strictSame(
    read.items.map(({ title }) => title),
    titles,
  )
  const { items } = (await ask(`/v1/feeds/statements.json${query}`)).body
  t.strictSame(
    items.map(({ id, title }: { id: string; title: string }) => [id, title]),
    read.items.map(({ id, title }) => [id, title]),
    'by the same ids',
  )
  t.match(items[0], {
    url: 'http://localhost/states/IRL#cedaw-IRL-reservation-1',
    content_text:
      /source: depositary.*note 28\).\nIn our words: Citizenship, .*\nImport 1, on 20 November 2026/,
    tags: ['added', 'reservation', 'withdrawn', 'cedaw', 'IRL'],
    _change: { statement: { id: 'cedaw-IRL-reservation-1' }, after: { articles: ['13(b)', '13(c)'] } },
  })
  const since = '/v1/feeds/statements.json?group=african&since=2020-03-01'
  t.match((await ask(since)).body.items, [{ _change: { state: { code: 'DZA' } } }])
  const toward = '/v1/feeds/statements.json?state=ISR&instrument=cedaw&kind=objection'
  t.match((await ask(toward)).body.items, [{ content_text: /\nToward Iraq\.\n/ }])
  const first = (await ask('/v1/feeds/statements.json?limit=250')).body
  const second = (await ask(first.next_url.slice('http://localhost'.length))).body
  const ids = [...first.items, ...second.items].map(({ id }: { id: string }) => id)
  t.equal(new Set(ids).size, 500)
})

interface Element {
  readonly name: string
  readonly rel: string | undefined
  text: string
}

/** The elements within the feed, then within each of its entries. */
function elementsOf(xml: string): [string, Element[]][] {
  const [containers, open]: [[string, Element[]][], Element[]] = [[], []]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes: { rel } }) => {
    const element = { name, rel: rel && String(rel), text: '' }
    if (name === 'feed' || name === 'entry') containers.push([name, []])
    else if (open.at(-1)?.name === 'feed') containers[0]?.[1].push(element)
    else if (open.at(-1)?.name === 'entry') containers.at(-1)?.[1].push(element)
    open.push(element)
  })
  for (const event of ['text', 'cdata'] as const)
    parser.on(event, (text) => {
      const last = open.at(-1)
      if (last) last.text += text
    })
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  return containers
}

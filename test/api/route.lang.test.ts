import type { Test } from 'tap'
import t from 'tap'
import { openStore } from '../../src/db/store.js'
import { type Language, languages } from '../../src/domain/vocabulary.js'
import { groupNameIn } from '../../src/messages/group-names.js'
import { messagesIn } from '../../src/messages/messages.js'
import { orderOf } from '../../src/messages/order.js'
import { documentedApp, seededApp } from '../fixtures/seeded.js'

const codes: Record<string, string> = {
  state: 'IRL',
  instrument: 'cedaw',
  group: 'caricom',
  resolution: 'a-res-63-194',
}

/** Every address of the document that answers JSON or CSV about the record. */
async function addresses(t: Test) {
  const { app, db } = await documentedApp(t)
  const { paths } = (await app.inject('/openapi.json')).json()
  const reads = Object.entries<{ get?: { parameters?: { name: string }[] } }>(paths).flatMap(
    ([path, { get }]) => {
      if (get === undefined || !path.startsWith('/v1')) return []
      const id = path.startsWith('/v1/imports') ? '1' : 'cedaw-IRL-reservation-1'
      const takesLang = get.parameters?.some(({ name }) => name === 'lang') ?? false
      return [{ path, takesLang, url: path.replace(/\{(\w+)\}/g, (_, name: string) => codes[name] ?? id) }]
    },
  )
  return { app, db, reads }
}

t.test('every read takes it, save what has no names', async (t) => {
  const { reads } = await addresses(t)
  t.strictSame(
    reads.filter(({ takesLang }) => !takesLang).map(({ path }) => path),
    ['/v1/datapackage.json', '/v1/datapackage/{table}.csv'],
  )
  t.ok(reads.length > 35)
})

t.test('names and titles are those of the language, and nothing else changes', async (t) => {
  const { app, db, reads } = await addresses(t)
  const { participants, instruments, groups } = openStore(db)
  const nameOf = new Map(participants.all().map((one) => [one.code, one]))
  const titlesOf = new Map(instruments.all(1).map((one) => [one.code, one]))
  const groupOf = new Map(groups.all().map((one) => [one.code, one]))
  const seen = new Set<string>()

  /** Puts codes in the place of names, checks these, and forgets the order, which is another in each language. */
  const bare = (value: unknown, lang: Language): unknown => {
    if (Array.isArray(value))
      return value
        .map((one) => bare(one, lang))
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    if (value === null || typeof value !== 'object') return value
    const { meta: _, links: __, ...own } = value as Shown
    const state = nameOf.get(String(own.code))
    if (state !== undefined && own.kind !== undefined) {
      t.equal(own.name, state.names[lang] ?? state.name, `${own.code} in ${lang}`)
      if (own.name !== state.name) seen.add(`${lang} name`)
      own.name = ''
    }
    const titled = titlesOf.get(String(own.code))
    if (titled !== undefined) {
      t.equal(own.shortName, (titled.titles.get(lang) ?? titled).shortName, `${own.code} in ${lang}`)
      if ('title' in own) t.equal(own.title, (titled.titles.get(lang) ?? titled).title)
      if (own.shortName !== titled.shortName) seen.add(`${lang} short name`)
      Object.assign(own, { shortName: '', ...('title' in own && { title: '' }) })
    }
    const group = groupOf.get(String(own.code))
    if (group !== undefined) {
      t.equal(own.name, groupNameIn(messagesIn(lang), group).text, `${own.code} in ${lang}`)
      if (own.name !== group.name) seen.add(`${lang} group`)
      Object.assign(own, { name: '', shortName: '' })
    }
    return Object.fromEntries(Object.entries(own).map(([name, one]) => [name, bare(one, lang)]))
  }

  for (const { url } of reads.filter(({ path, takesLang }) => takesLang && !/\.\w+$/.test(path))) {
    // The whole of a list, for the order of its pages is another.
    const all = url === '/v1/actions' || url === '/v1/changes' ? '?limit=100' : ''
    const ask = async (lang: string) =>
      (await app.inject(`${url}${all}${lang && `${all ? '&' : '?'}lang=${lang}`}`)).json()
    const english = await ask('')
    const { links: _, meta, ...own } = await ask('en')
    const { links: __, meta: ___, ...without } = english
    t.strictSame(own, without, `${url}: English, named or not`)
    for (const lang of ['fr', 'ar'] as const) {
      const answer = await ask(lang)
      if (answer.data?.length === english.data?.length && !answer.links.next)
        t.strictSame(bare(answer, lang), bare(english, 'en'), `${url} in ${lang}`)
      else bare(answer, lang)
      t.equal(answer.meta.source, meta.source, `${url}: a citation is English`)
      t.match(answer.links.permalink, `lang=${lang}`, url)
    }
  }
  t.strictSame([...seen].sort(), [
    'ar group',
    'ar name',
    'ar short name',
    'fr group',
    'fr name',
    'fr short name',
  ])
})

/** What the test looks at in any part of an answer. */
interface Shown {
  meta?: unknown
  links?: unknown
  code?: string
  kind?: string
  name?: string
  shortName?: string
  title?: string
}

const namesAt = async (ask: Ask, url: string): Promise<string[]> =>
  (await ask(url)).body.data.map(
    (one: { name?: string; state?: { name: string } }) => one.name ?? one.state?.name,
  )
type Ask = Awaited<ReturnType<typeof seededApp>>['ask']

t.test('lists by name are in the order of the language', async (t) => {
  const { ask } = await seededApp(t)
  for (const lang of languages.filter((one) => one !== 'en'))
    for (const url of ['/v1/states', '/v1/outstanding?sort=name', '/v1/instruments/cedaw/statuses']) {
      const names = await namesAt(ask, `${url}${url.includes('?') ? '&' : '?'}lang=${lang}`)
      t.strictSame(names, [...names].sort(orderOf(lang)), `${url} in ${lang}`)
    }
  const french = await namesAt(ask, '/v1/states?lang=fr&kind=member-state')
  const at = french.indexOf('Égypte')
  t.strictSame(french.slice(at, at + 5), [
    'Égypte',
    'El Salvador',
    'Émirats arabes unis',
    'Équateur',
    'Érythrée',
  ])
  t.equal((await ask('/v1/groups/european-union?lang=es')).body.members[0].name, 'Alemania')
  const counts = (await ask('/v1/outstanding?sort=-count&lang=fr')).body.data.map(
    ({ outstanding }: { outstanding: unknown[] }) => outstanding.length,
  )
  t.strictSame(
    counts,
    [...counts].sort((a, b) => b - a),
    'another order stays',
  )
})

t.test('a name that is not held is English, and “names” says so', async (t) => {
  const { ask } = await seededApp(t)
  const cases = [
    { url: '/v1/states/COK?lang=fr', name: 'Îles Cook', held: true },
    { url: '/v1/states/CSK?lang=fr&asOf=1985-01-01', name: 'Tchécoslovaquie', held: true },
    { url: '/v1/states/YEM?lang=fr&asOf=1985-01-01', name: 'Yemen Arab Republic', held: false },
    { url: '/v1/states/YEM?lang=fr', name: 'Yémen', held: true },
    { url: '/v1/states/YEM?lang=en&asOf=1985-01-01', name: 'Yemen Arab Republic', held: false },
  ]
  for (const { url, name, held } of cases) {
    const { body } = await ask(url)
    t.equal(body.name, name, url)
    t.equal(body.names.fr !== null, held, url)
    if (!held) t.equal(body.names.en, name, url)
  }
})

t.test('CSV has the same columns, and the names of the language', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    {
      url: '/v1/states/VUT/statuses.csv?instrument=cedaw&lang=ru',
      row: /^VUT,Вануату,member-state,cedaw,КЛДЖ,party,/,
    },
    { url: '/v1/outstanding.csv?instrument=cedaw&nextStep=ratify&lang=ar', row: /^PLW,بالاو,member-state,/ },
    {
      url: '/v1/resolutions/a-res-63-194/progress.csv?lang=fr',
      row: /^untoc,Convention de Palerme,adoption,/,
    },
    { url: '/v1/states/USA/outstanding.csv?lang=zh', row: /^USA,美利坚合众国,member-state,cedaw,/ },
    { url: '/v1/groups/african-union.csv?lang=fr', row: /^ZAF,Afrique du Sud,/ },
  ]
  for (const { url, row } of cases) {
    const [header, first] = (await app.inject(url)).body.split('\r\n')
    t.match(first, row, url)
    const [english] = (await app.inject(url.replace(/lang=\w+/, 'lang=en'))).body.split('\r\n')
    t.equal(header, english, url)
  }
  const negotiated = { url: '/v1/states?lang=es&kind=observer-state', headers: { accept: 'text/csv' } }
  t.match((await app.inject(negotiated)).body, 'PSE,Estado de Palestina,')
})

t.test('a search finds titles in the language, and States in any', async (t) => {
  const { ask } = await seededApp(t)
  const cases = [
    { url: '/v1/instruments?q=esclavage&lang=fr', first: 'Convention supplémentaire relative à l’esclavage' },
    { url: '/v1/instruments?q=slavery&lang=fr', first: 'Convention supplémentaire relative à l’esclavage' },
    { url: '/v1/instruments?q=cedaw&lang=fr', first: 'CEDEF' },
    { url: '/v1/instruments?q=esclavage', first: undefined },
    { url: '/v1/states?q=germany&lang=fr', first: 'Allemagne' },
    { url: '/v1/states?q=allemagne', first: 'Germany' },
  ]
  for (const { url, first } of cases) {
    const [found] = (await ask(url)).body.data
    t.equal(found?.shortName ?? found?.name, first, url)
  }
})

t.test('pages and permanent addresses stay in the language', async (t) => {
  const { app, ask } = await seededApp(t)
  const { headers, body } = await ask('/v1/states?lang=es&limit=100')
  const rest = (await ask(body.links.next)).body
  const all = await namesAt(ask, '/v1/states?lang=es&limit=200')
  t.strictSame(
    [...body.data, ...rest.data].map(({ name }: { name: string }) => name),
    all,
  )
  t.match((await ask(body.links.permalink)).body.data[0].name, body.data[0].name)
  const english = await ask('/v1/states?limit=100')
  t.not(headers.etag, english.headers.etag)
  const again = { url: '/v1/states?lang=es&limit=100', headers: { 'if-none-match': headers.etag } }
  t.equal((await app.inject(again)).statusCode, 304)
  t.equal((await ask('/v1/states/ht?lang=fr')).body.name, 'Haïti', 'after a redirect')
})

t.test('anything else is a problem, in English', async (t) => {
  const { ask } = await seededApp(t)
  const cases = [
    { query: 'lang=de', detail: '“de” is not one of: ar, zh, en, fr, ru, es' },
    { query: 'lang=', detail: '“” is not one of: ar, zh, en, fr, ru, es' },
    { query: 'lang=FR', detail: '“FR” is not one of: ar, zh, en, fr, ru, es' },
    { query: 'lang=fr&lang=es', detail: '“fr,es” is not one of: ar, zh, en, fr, ru, es' },
  ]
  for (const { query, detail } of cases)
    for (const path of ['/v1/states', '/v1/states.csv', '/v1/states.json', '/v1/feeds/actions.json']) {
      const { status, body } = await ask(`${path}?${query}`)
      t.equal(status, 400, `${path}?${query}`)
      t.strictSame(body.errors, [{ parameter: 'lang', detail }], `${path}?${query}`)
    }
  const { status, body } = await ask('/v1/states/ZZZ?lang=fr')
  t.equal(status, 404)
  t.equal(body.title, 'Not in the record')
  const { body: early } = await ask('/v1/instruments/cedaw?lang=fr&asOf=1970-01-01')
  t.match(early.detail, 'CEDAW did not exist')
})

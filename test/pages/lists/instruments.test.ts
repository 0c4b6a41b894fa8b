import t from 'tap'
import { csv, importTable } from '../../fixtures/imported.js'
import { valuesOf, wordsOf } from '../../fixtures/pages.js'
import { seededApp, seededDatabase } from '../../fixtures/seeded.js'

t.test('every instrument is on /instruments, with the counts of the API', async (t) => {
  const { app } = await seededApp(t)
  for (const asOf of ['2026-11-23', '2008-12-18', '1990-01-01']) {
    const reply = await app.inject(`/instruments?asOf=${asOf}`)
    const words = wordsOf(reply)
    const { data } = (await app.inject(`/v1/instruments?asOf=${asOf}`)).json()
    t.ok(data.length > 0)
    for (const { code, title, counts, urgedBy } of data) {
      t.ok(valuesOf(reply.body, 'href').includes(`/instruments/${code}?asOf=${asOf}`), code)
      const outstanding = urgedBy.length === 0 ? '' : ` ${counts.outstanding} outstanding`
      const said = `${title} ${counts.parties} ${counts.parties === 1 ? 'party' : 'parties'} ${counts.signedNotParty} signed only${outstanding} record as at`
      t.ok(words.includes(said), `${asOf}: ${said}`)
    }
  }
})

t.test('hundreds come in pages, each with an address of its own', async (t) => {
  const db = seededDatabase(t)
  for (let number = 1; number <= 100; number += 1)
    await importTable(t, db, `27-${number}.csv`, csv('Participant,Signature', 'Vanuatu,10 Dec 1982'))
  const { app } = await seededApp(t, { db })
  const [first, second] = [await app.inject('/instruments'), await app.inject('/instruments?page=2')]
  t.match(wordsOf(first), '106 treaties and protocols')
  t.match(wordsOf(first), 'Page 1 of 2')
  t.ok(valuesOf(first.body, 'href').includes('/instruments?page=2'))
  t.ok(valuesOf(second.body, 'href').includes('/instruments'), 'the first page has its plain address')
  t.match(second.body, '<link rel="canonical" href="http://localhost/instruments?page=2"/>')
  const of = (html: string) => valuesOf(html, 'href').filter((href) => href.startsWith('/instruments/'))
  t.equal(new Set([...of(first.body), ...of(second.body)]).size, 106)
  const past = await app.inject('/instruments?page=3')
  t.equal(past.statusCode, 400)
  t.match(wordsOf(past), '“3” is not a page of this list; allowed: 1 to 2')
  const compressed = await app.inject({ url: '/instruments', headers: { 'accept-encoding': 'br' } })
  t.ok(compressed.rawPayload.length < 25_000)
})

t.test('titles, counts and places are in the language of the page', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    ['/fr/instruments', 'Traités et protocoles dont le registre connaît les parties : 6.'],
    ['/fr/instruments', 'XVIII-4 · Adoption : Genève, 7 septembre 1956.'],
    [
      '/fr/instruments',
      '189 parties Signature seulement : 2 Pas encore parties : 6 registre au 13 avr. 2026',
    ],
    ['/zh/instruments', '消除对妇女一切形式歧视公约 189个缔约方 仅签署：2 尚未成为缔约方：6'],
    ['/zh/instruments', 'IV-8 · 1979年12月18日在纽约通过。'],
    ['/ar/instruments', 'الاعتماد: نيويورك، 18 كانون الأول/ديسمبر 1979.'],
    ['/ru/instruments', 'Другие документы в реестре КПР Конвенция о правах ребенка'],
  ] as const
  for (const [url, words] of cases) t.ok(wordsOf(await app.inject(url)).includes(words), `${url}: ${words}`)
  const links = valuesOf((await app.inject('/ru/instruments?asOf=2010-01-01')).body, 'href')
  t.ok(links.includes('/ru/outstanding?asOf=2010-01-01&instrument=opsc'))
})

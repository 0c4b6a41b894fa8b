import t from 'tap'
import { valuesOf, wordsOf } from '../fixtures/pages.js'
import { seededApp } from '../fixtures/seeded.js'

t.test('a search is answered in the language of the page, best first', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    ['/fr/search?q=guinea', '4 noms Guinée Guinée-Bissau Guinée équatoriale Papouasie-Nouvelle-Guinée'],
    ['/ru/search?q=guinea', 'Названия, похожие на «guinea»'],
    ['/ru/search?q=guinea', '4 названия Гвинея Гвинея-Бисау'],
    ['/zh/search?q=atlantis', '记录中没有相符的名称。'],
    ['/ar/search', 'جميع الدول'],
    ['/ru/search', 'Австралия Австрия Азербайджан'],
  ] as const
  for (const [url, words] of cases) t.ok(wordsOf(await app.inject(url)).includes(words), `${url}: ${words}`)
})

t.test(
  'instruments are found by a word of their title, in languages that write words otherwise',
  async (t) => {
    const { app } = await seededApp(t)
    const cases = [
      ['/zh/search', '妇女', ['cedaw', 'trafficking-protocol']],
      ['/zh/search', '奴隶制', ['supplementary-slavery-convention']],
      ['/ar/search', 'طفل', ['crc', 'opsc']],
      ['/ar/search', 'مرأة', ['cedaw']],
      ['/search', 'omen', []],
    ] as const
    for (const [page, q, codes] of cases) {
      const { body } = await app.inject(`${page}?q=${encodeURIComponent(q)}`)
      const links = valuesOf(body, 'href').flatMap(
        (href) => /\/instruments\/([a-z-]+)$/.exec(href)?.[1] ?? [],
      )
      t.strictSame([...new Set(links)].sort(), [...codes].sort(), q)
    }
  },
)

t.test('a State is found by the name that everybody uses', async (t) => {
  const { app } = await seededApp(t)
  for (const [q, code] of [
    ['Россия', 'RUS'],
    ['США', 'USA'],
    ['美国', 'USA'],
    ['سوريا', 'SYR'],
  ] as const)
    t.match(
      (await app.inject(`/ru/search?q=${encodeURIComponent(q)}`)).headers.location,
      `/ru/states/${code}`,
      q,
    )
})

t.test('it leads to the page of the one State found, in the same language and on the same day', async (t) => {
  const { app } = await seededApp(t)
  const { statusCode, headers } = await app.inject('/fr/search?q=vanuatu&asOf=2010-01-01')
  t.equal(statusCode, 303)
  t.equal(headers.location, '/fr/states/VUT?asOf=2010-01-01')
  const { body } = await app.inject('/ar/search?q=guinea')
  t.ok(valuesOf(body, 'action').every((action) => action === '/ar/search'))
})

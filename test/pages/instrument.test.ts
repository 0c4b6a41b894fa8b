import t from 'tap'
import { valuesOf, wordsOf } from '../fixtures/pages.js'
import { seededApp } from '../fixtures/seeded.js'

t.test('an instrument is said in each language', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    [
      '/fr/instruments/cedaw',
      'CEDEF · IV-8 Convention sur l’élimination de toutes les formes de discrimination à l’égard des femmes Adoption : New York, 18 décembre 1979. En vigueur depuis le 3 septembre 1981 (CEDEF, art. 27, par. 1).',
    ],
    ['/fr/instruments/cedaw', 'Partie : 189 Signature seulement : 2'],
    ['/fr/instruments/cedaw', 'Toutes les situations Partie 189 Signature seulement 2'],
    [
      '/fr/instruments/cedaw',
      'États et organisations : 197 sur 197 · registre au 13 avr. 2026 · Télécharger (CSV)',
    ],
    ['/fr/instruments/cedaw?status=signatory', 'États-Unis d’Amérique Signature seulement 17 juil. 1980'],
    [
      '/fr/instruments/trafficking-protocol',
      'La dénonciation de la convention (Convention de Palerme) entraîne celle de ce protocole (Convention de Palerme, art. 40, par. 3).',
    ],
    [
      '/ar/instruments/opsc',
      'يبدأ النفاذ بالنسبة إلى الدولة بعد شهر من إيداع صكها، على ألا يسبق بدء نفاذ المعاهدة نفسها.',
    ],
    ['/ar/instruments/untoc?asOf=2001-06-01', 'لم يبدأ النفاذ بعد؛ بدء النفاذ في 29 أيلول/سبتمبر 2003'],
    [
      '/zh/instruments/supplementary-slavery-convention',
      '1956年9月7日在日内瓦通过。 自1957年4月30日起生效（《废止奴隶制补充公约》第13条第1款）。',
    ],
    ['/zh/instruments/crc', '（《儿童权利公约》第52条）'],
    ['/ru/instruments/cedaw', 'На 18 декабря 2008 года: 185 участников'],
    ['/ru/instruments/untoc', 'Подписание завершено 12 декабря 2002 года.'],
    ['/es/instruments/untoc?asOf=2002-12-12', 'Firma abierta hasta el 12 de diciembre de 2002.'],
  ] as const
  for (const [url, words] of cases) t.ok(wordsOf(await app.inject(url)).includes(words), `${url}: ${words}`)
})

t.test('its table follows the order of names in the language, both ways', async (t) => {
  const { app } = await seededApp(t)
  const firstOf = async (url: string) => {
    const { body } = await app.inject(url)
    const table = /id="participants".*/s.exec(body)?.[0] ?? ''
    return /<th scope="row"><a href="[^"]*\/states\/([^?"]+)/.exec(table)?.[1]
  }
  const cases = [
    ['/instruments/cedaw', 'AFG', 'ZWE'],
    ['/fr/instruments/cedaw', 'AFG', 'ZWE'],
    ['/ru/instruments/cedaw', 'AUS', 'JPN'],
    ['/zh/instruments/cedaw', 'ALB', 'CHN'],
  ] as const
  for (const [url, first, last] of cases) {
    t.equal(await firstOf(url), first, url)
    t.equal(await firstOf(`${url}?sort=-name`), last, `${url}, backwards`)
  }
})

t.test('its links keep the language and the day, and those to the API ask for its names', async (t) => {
  const { app } = await seededApp(t)
  const { body } = await app.inject('/ru/instruments/cedaw?asOf=2010-01-01&status=party')
  const links = valuesOf(body, 'href')
  for (const href of [
    '/ru/states/AUS?asOf=2010-01-01',
    '/ru/outstanding?asOf=2010-01-01&instrument=cedaw',
    '/ru/instruments/cedaw/statements?asOf=2010-01-01',
    '/ru/changes?asOf=2010-01-01&instrument=cedaw',
    '/ru/share?of=instruments/cedaw',
    '/ru/instruments/cedaw?asOf=2010-01-01&status=party&sort=-name#participants',
  ])
    t.ok(links.includes(href), href)
  const csv = links.find((href) => href.includes('statuses.csv')) ?? ''
  t.match(csv, /^\/v1\/instruments\/cedaw\/statuses\.csv\?.*status=party&lang=ru$/)
})

t.test('it stays light where letters are heavy', async (t) => {
  const { app } = await seededApp(t)
  for (const lang of ['ar', 'ru', 'zh']) {
    const url = `/${lang}/instruments/cedaw`
    const { rawPayload } = await app.inject({ url, headers: { 'accept-encoding': 'br' } })
    t.ok(rawPayload.length < 25_000, `${url}: ${rawPayload.length} bytes`)
  }
})

import t from 'tap'
import { valuesOf, wordsOf } from '../fixtures/pages.js'
import { seededApp } from '../fixtures/seeded.js'

const plain = (text: string) => text.replaceAll('\u00A0', ' ').replace(/[\u2066-\u2069]/g, '')

t.test('the statements on an instrument, in the language of the address', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    [
      '/instruments/cedaw/statements',
      ['What States have reserved and declared', 'With a standing reservation'],
    ],
    [
      '/fr/instruments/cedaw/statements',
      [
        'Réserves et déclarations des États',
        'CEDEF : le registre contient toutes les réserves, déclarations et objections publiées par le dépositaire jusqu’au 3 février 2026.',
        'Exclusion du règlement des différends seulement : ',
        'Réserve : articles 11(1), 13(a), 16(1)(d) et 16(1)(f)',
        'Formulation : 23 déc. 1985',
      ],
    ],
    [
      '/es/instruments/untoc/statements?kind=declaration',
      ['Declaración vigente: ', 'según el registro, que está incompleto'],
    ],
    [
      '/ar/instruments/cedaw/statements?article=16&group=african',
      ['تحفظات الدول وإعلاناتها', 'تحفظ قائم (المادة 16)', 'المادة 16 ×'],
    ],
    [
      '/zh/instruments/supplementary-slavery-convention/statements',
      ['不得提出保留（第9条）。', '《废止奴隶制补充公约》：记录仅载有保存人'],
    ],
    [
      '/ru/instruments/cedaw/statements?article=16',
      [
        'Оговорка (действует), статья 16: 28 государств',
        'Возражения, не препятствующие вступлению договора в силу между двумя государствами',
      ],
    ],
  ] as const
  for (const [url, sentences] of cases) {
    const reply = await app.inject(url)
    t.equal(reply.statusCode, 200, url)
    const words = plain(wordsOf(reply))
    for (const sentence of sentences) t.ok(words.includes(sentence), `${url}: ${sentence}`)
  }
})

t.test('summaries and territories are marked as English', async (t) => {
  const { app } = await seededApp(t)
  const { body } = await app.inject('/ar/instruments/cedaw/statements?group=western-european-and-others')
  t.match(body, /<p class="gist"><span lang="en" dir="ltr">/)
  t.match(body, /<span lang="en" dir="ltr">(Aruba|Bermuda|Faroe Islands)<\/span>/)
  const english = (await app.inject('/instruments/cedaw/statements')).body
  t.notMatch(english, '<span lang="en"')
})

t.test('links keep the language and the day, and the API is asked for names in it', async (t) => {
  const { app } = await seededApp(t)
  const { body } = await app.inject('/fr/instruments/cedaw/statements?asOf=2008-12-18')
  const links = valuesOf(body, 'href')
  t.ok(links.includes('/fr/instruments/cedaw/statements?asOf=2008-12-18&article=16#statements'))
  t.ok(links.some((href) => href.startsWith('/fr/states/IRL?asOf=2008-12-18')))
  t.match(body, '<form method="get" action="/fr/instruments/cedaw/statements"')
  const ofApi = links.filter((href) => /^\/v1\/.*statements(\.csv)?\?/.test(href) && !href.includes('feeds'))
  t.ok(ofApi.length >= 2)
  for (const href of ofApi) t.match(href, /&lang=fr$/)
  t.strictSame(
    links.filter(
      (href) => /^\/(states|instruments)/.test(href) && !/^\/instruments\/cedaw\/statements\?asOf/.test(href),
    ),
    [],
    'no link leads to an English page but the switch',
  )
})

t.test('States are in the order of their names in the language', async (t) => {
  const { app } = await seededApp(t)
  const { body } = await app.inject('/fr/instruments/cedaw/statements')
  const [list = ''] = body.split('id="territories"')
  const names = [...list.matchAll(/<h3><a href="[^"]*">([^<]+)<\/a><\/h3>/g)].map(([, name = '']) => name)
  t.ok(names.length > 50)
  t.strictSame(names, names.toSorted(new Intl.Collator('fr').compare))
  t.ok(names.indexOf('Égypte') < names.indexOf('Irlande'), 'É stands with E')
})

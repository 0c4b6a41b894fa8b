import t from 'tap'
import { inEnglishAlone } from '../../../fixtures/english-alone.js'
import { valuesOf, wordsOf } from '../../../fixtures/pages.js'
import { seededApp } from '../../../fixtures/seeded.js'

t.test('a State, its brief and the groups speak six languages', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    [
      '/fr/states/USA',
      'États-Unis d’Amérique : partie à 4 instruments sur 5. Pas encore partie, pour autant qu’on le sache : CEDEF.',
    ],
    [
      '/fr/states/USA',
      'Ratifier. Signature le 17 juillet 1980 ; l’État n’est lié qu’après le dépôt de son instrument de ratification, d’acceptation ou d’approbation (CEDEF, art. 25)',
    ],
    ['/fr/states/HTI', 'Haïti : partie aux 5 instruments. Il ne reste rien à ratifier.'],
    ['/fr/states/USA', 'Entrée en vigueur à son égard : Convention de Palerme, le 3 décembre 2005.'],
    ['/es/states/USA?asOf=1957-01-01', 'no es parte en el único instrumento existente.'],
    ['/es/states/EUE', 'parte en los instrumentos siguientes: Convención de Palermo y Protocolo'],
    [
      '/ru/states/YEM',
      'Демократический Йемен (бывшее государство, чье место 22 мая 1990 года заняло это государство) — присоединение: КЛДЖ, 30 мая 1984 года.',
    ],
    ['/ru/states/GHA?group=african-union', 'Это государство Африканский союз Все государства-члены'],
    ['/ar/states/PRK', 'جمهورية كوريا الشعبية الديمقراطية – طرف في الصكوك: 3 من 5.'],
    ['/ar/states/PRK', 'يجب أن تكون الدولة طرفًا في الصك التالي: اتفاقية الجريمة المنظمة. الشرط مستوفى'],
    ['/ar/states/CSK', 'ظلت هذه الدولة قائمة حتى 31 كانون الأول/ديسمبر 1992.'],
    ['/zh/states/PRK', '尚未成为缔约方：《贩运人口议定书》、《废止奴隶制补充公约》。'],
    ['/zh/states/PRK', '2001年2月27日加入《消除对妇女歧视公约》。'],
    [
      '/fr/states/USA/brief',
      'La résolution 63/194 de l’Assemblée générale, en date du 18 décembre 2008, engage',
    ],
    [
      '/zh/states/PRK/brief',
      '国家须为《有组织犯罪公约》缔约国。已符合该条件（《有组织犯罪公约》第37条第2款）。',
    ],
    [
      '/ru/states/YEM/brief',
      'действие бывшего государства, чье место 22 мая 1990 года заняло это государство',
    ],
    ['/fr/groups', 'Union européenne, pays les moins avancés et autres groupes'],
    ['/zh/groups', '非洲国家'],
    ['/ru/groups/african-union', 'Не участники: Сомали , Судан .'],
    ['/ar/groups/african', 'الدول الأطراف: 53 من 54'],
  ] as const
  for (const [url, said] of cases) {
    const reply = await app.inject(url)
    const words = `${wordsOf(reply)} ${valuesOf(reply.body, 'content').join(' ')}`.replace(
      /[\u2068\u2069]/g,
      '',
    )
    t.ok(words.replaceAll('\u00A0', ' ').includes(said), `${url}: ${said}`)
  }
})

t.test('a letter in another language has the sentences of the sheet', async (t) => {
  const { app } = await seededApp(t)
  const { headers, body } = await app.inject('/fr/states/USA/brief.txt')
  t.equal(headers['content-type'], 'text/plain; charset=utf-8')
  for (const said of [
    'États-Unis d’Amérique : fiche de ratification\n\nRegistre à des dates',
    'PAS ENCORE PARTIE\n\nConvention sur l’élimination de toutes les formes de discrimination à l’égard des femmes (CEDEF)\nProchaine étape : ratifier. Signature le 17 juillet 1980',
    'Paragraphe 2 de la résolution. Registre au 13 avril 2026.',
    'http://localhost/fr/states/USA/brief?asOf=2026-11-23&revision=1',
  ])
    t.ok(body.replaceAll('\u00A0', ' ').includes(said), said)
  t.match(
    (await app.inject('/zh/states/USA/brief.txt')).body,
    /《消除对妇女一切形式歧视公约》（消除对妇女歧视公约）\n下一步：批准。已于1980年7月17日签署/,
  )
})

t.test('links keep the language and the day', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    ['/fr/states/USA?asOf=2008-12-18', '/fr/states/USA/brief?asOf=2008-12-18'],
    ['/fr/states/USA?asOf=2008-12-18', '/fr/states/USA/brief.txt?asOf=2008-12-18'],
    ['/fr/states/USA?asOf=2008-12-18', '/fr/instruments/untoc?asOf=2008-12-18'],
    ['/ar/states/USA', '/ar/share?of=states/USA'],
    ['/ar/states/USA', '/ar/changes?state=USA'],
    ['/ar/states/USA', '/v1/states/USA/statuses?asOf=2026-11-23&lang=ar'],
    ['/zh/states/USA/brief?asOf=2008-12-18', '/zh/states/USA?asOf=2008-12-18'],
    ['/ru/groups?asOf=2008-12-18', '/ru/groups/african?asOf=2008-12-18'],
    ['/ru/groups', '/v1/groups.csv?asOf=2026-11-23&revision=1&lang=ru'],
    ['/ru/groups/african', '/ru/outstanding?group=african'],
  ] as const
  for (const [url, href] of cases)
    t.ok(valuesOf((await app.inject(url)).body, 'href').includes(href), `${url}: ${href}`)
})

t.test('what the record holds in English alone is marked', async (t) => {
  const { app } = await seededApp(t, { db: inEnglishAlone(t) })
  const english = (words: string) => `<span lang="en" dir="ltr">${words}</span>`
  const cases = [
    ['/ar/states/CSK', english('Czechoslovakia')],
    ['/ar/states/YEM', english('Democratic Yemen')],
    ['/fr/groups', english('Union of Africa')],
    ['/zh/groups/african-union', english('World Population Review')],
    ['/fr/states/GHA', 'lang="en" dir="ltr" title="Union of Africa"'],
  ] as const
  for (const [url, marked] of cases) t.ok((await app.inject(url)).body.includes(marked), `${url}: ${marked}`)
  t.notOk((await app.inject('/states/CSK')).body.includes(english('Czechoslovakia')))
})

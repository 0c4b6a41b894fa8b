import t from 'tap'
import { valuesOf, wordsOf } from '../fixtures/pages.js'
import { seededApp } from '../fixtures/seeded.js'

t.test('what is left to do is said in each language', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    ['/fr/outstanding?instrument=cedaw&nextStep=ratify', '2 États, 2 ratifications ou adhésions attendues'],
    ['/fr/outstanding?instrument=cedaw&nextStep=ratify', 'États d’Europe occidentale et autres États'],
    ['/fr/outstanding?instrument=cedaw&nextStep=ratify', 'États-Unis d’Amérique Ratifier'],
    ['/fr/outstanding', 'La résolution A/RES/63/194 engage instamment les États Membres'],
    ['/ar/outstanding', 'إيران (جمهورية - الإسلامية)'],
    ['/ar/outstanding?instrument=cedaw', 'التوقيع والتصديق، أو الانضمام'],
    ['/zh/outstanding?instrument=cedaw', '个国家，尚待批准或加入6项'],
    ['/ru/outstanding?instrument=cedaw', 'Государств: 6; недостающих ратификаций и присоединений: 6'],
    [
      '/ru/outstanding?asOf=2000-01-01',
      'На эту дату призыва еще не было: резолюция принята 18 декабря 2008 года.',
    ],
    ['/es/outstanding', 'Al menos 1 instrumento 2 instrumentos'],
  ] as const
  for (const [url, words] of cases) t.ok(wordsOf(await app.inject(url)).includes(words), `${url}: ${words}`)
})

t.test('its filters stay in the language, and name the groups in it', async (t) => {
  const { app } = await seededApp(t)
  const { body } = await app.inject('/zh/outstanding?group=african-union&asOf=2020-01-01')
  t.match(body, '<form class="filters form" method="get" action="/zh/outstanding"')
  t.match(body, 'name="asOf" value="2020-01-01"')
  t.match(body, '<option value="african-union" selected>非洲联盟</option>')
  t.match(body, '<option value="african">非洲国家</option>')
  const links = valuesOf(body, 'href')
  t.ok(links.includes('/zh/states/AGO?asOf=2020-01-01'))
  t.ok(links.some((href) => /^\/v1\/outstanding\.csv\?.*&lang=zh$/.test(href)))
})

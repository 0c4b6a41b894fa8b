import t from 'tap'
import { inEnglishAlone } from '../../fixtures/english-alone.js'
import { valuesOf, wordsOf } from '../../fixtures/pages.js'
import { seededApp } from '../../fixtures/seeded.js'

t.test('every participant is on /states under its kind, with what it has outstanding', async (t) => {
  const { app } = await seededApp(t)
  const reply = await app.inject('/states')
  const links = new Set(valuesOf(reply.body, 'href'))
  const kinds = ['member-state', 'observer-state', 'other-state', 'organization', 'former-state', 'territory']
  for (const kind of kinds) {
    const { data } = (await app.inject(`/v1/states?kind=${kind}`)).json()
    for (const { code } of data) t.ok(links.has(`/states/${code}`), `${kind}: ${code}`)
    t.ok(links.has(`#${kind}`) && reply.body.includes(`id="${kind}"`), `${kind}: found by a link`)
  }
  const words = wordsOf(reply)
  for (const said of [
    'Members of the United Nations 193',
    'United States of America CEDAW',
    'Papua New Guinea UNTOC, Trafficking Protocol, OPSC, Supplementary Slavery Convention',
    'Afghanistan Nothing',
    'European Union UNTOC, Trafficking Protocol',
    'Former States Name Party to Czechoslovakia None on record',
  ])
    t.ok(words.includes(said), said)
})

t.test('it says of each Member what /v1/outstanding says', async (t) => {
  const { app } = await seededApp(t)
  for (const asOf of ['2026-11-23', '2009-06-30']) {
    const words = wordsOf(await app.inject(`/states?asOf=${asOf}`))
    const { data } = (
      await app.inject(`/v1/outstanding?complete=true&resolution=a-res-63-194&asOf=${asOf}`)
    ).json()
    t.ok(data.length > 190)
    for (const { state, outstanding } of data) {
      const left = outstanding
        .map((item: { instrument: { shortName: string } }) => item.instrument.shortName)
        .join(', ')
      t.ok(
        words.includes(`${state.name.replace("'", '&#39;')} ${left || 'Nothing'}`) ||
          words.includes(`${state.name} ${left || 'Nothing'}`),
        `${state.name}, ${asOf}`,
      )
    }
  }
})

t.test(
  'before the resolution nothing is outstanding, and States are listed by what they are party to',
  async (t) => {
    const { app } = await seededApp(t)
    const words = wordsOf(await app.inject('/states?asOf=2000-01-01'))
    t.ok(words.includes('Name Party to Afghanistan Supplementary Slavery Convention'))
    t.ok(words.includes('Yugoslavia'), 'a State that had ended by then as well')
  },
)

t.test('letters lead to names where readers look them up so', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    ['', 'z'],
    ['/fr', 'e'],
    ['/es', 'z'],
    ['/ru', 'й'],
  ] as const
  for (const [prefix, letter] of cases) {
    const { body } = await app.inject(`${prefix}/states`)
    t.match(body, `href="#member-state-${letter}"`, prefix)
    t.match(body, `<tbody id="member-state-${letter}">`, prefix)
  }
  for (const prefix of ['/ar', '/zh'])
    t.notMatch((await app.inject(`${prefix}/states`)).body, 'id="member-state-', prefix)
})

t.test('in each language, names in its order, and what is left under its names', async (t) => {
  const { app } = await seededApp(t, { db: inEnglishAlone(t) })
  const cases = [
    [
      '/fr/states',
      'Tous les États et toutes les organisations du registre, et, pour chacun, ce qui reste à ratifier parmi les instruments visés par la résolution A/RES/63/194 ,',
      'Afghanistan Rien Afrique du Sud Convention supplémentaire relative à l’esclavage Albanie Rien',
      'États-Unis d’Amérique CEDEF Éthiopie',
      'Anciens États Nom Partie à',
    ],
    [
      '/ru/states',
      'Австралия Ничего Австрия Ничего',
      'Папуа-Новая Гвинея Конвенция об организованной преступности, Протокол о торговле людьми',
    ],
    [
      '/zh/states',
      '阿尔巴尼亚 无 阿尔及利亚 无',
      '巴布亚新几内亚 有组织犯罪公约、贩运人口议定书、买卖儿童问题任择议定书',
    ],
    [
      '/ar/states',
      'ألمانيا لا شيء الإمارات العربية المتحدة',
      'بابوا غينيا الجديدة اتفاقية الجريمة المنظمة، بروتوكول الاتجار بالأشخاص',
    ],
  ] as const
  for (const [url, ...said] of cases) {
    const words = wordsOf(await app.inject(url))
    for (const one of said) t.ok(words.includes(one), `${url}: ${one}`)
  }
  const { body } = await app.inject('/fr/states?asOf=2008-12-18')
  const links = valuesOf(body, 'href')
  t.ok(links.includes('/fr/states/CMR?asOf=2008-12-18'))
  t.ok(links.some((href) => href.startsWith('/v1/outstanding.csv?') && href.endsWith('&lang=fr')))
  t.ok(valuesOf(body, 'action').every((action) => action.startsWith('/fr/')))
  t.match(body, '<span lang="en" dir="ltr">Czechoslovakia</span>', 'a name in English alone is marked so')
})

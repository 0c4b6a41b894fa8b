import t from 'tap'
import { onlyMeant, search } from '../../src/answers/search.js'
import { seededApp } from '../fixtures/seeded.js'

/** What is sought; what leads; what else is found, as far as it matters. */
const cases = [
  { q: 'Sudan', leads: ['SDN', 'SSD'] },
  { q: 'Guinea', leads: ['GIN', 'GNB', 'GNQ', 'PNG'] },
  { q: 'US', leads: ['USA'] },
  { q: 'usa', leads: ['USA'] },
  { q: 'U.S.A.', leads: ['USA'] },
  { q: 'the United States', leads: ['USA'] },
  { q: 'UK', leads: ['GBR', 'UKR'] },
  { q: 'U.K.', leads: ['GBR', 'UKR'] },
  { q: 'Congo', leads: ['COG', 'COD'] },
  { q: 'DR Congo', leads: ['COD'] },
  { q: 'congo democratic', leads: ['COD'] },
  { q: 'Korea', leads: ['KOR', 'PRK'] },
  { q: 'North Korea', leads: ['PRK'] },
  { q: 'Niger', leads: ['NER', 'NGA'] },
  { q: 'Ireland', leads: ['IRL', 'GBR'] },
  { q: 'Dominica', leads: ['DMA', 'DOM'] },
  { q: 'Mali', leads: ['MLI', 'SOM'] },
  { q: 'Oman', leads: ['OMN', 'ROU'] },
  { q: 'united', leads: ['USA'] },
  { q: 'NA', leads: ['NAM'] },
  { q: '004', leads: ['AFG'] },
  { q: '4', leads: ['AFG'] },
  { q: 'cote d', leads: ['CIV'] },
  { q: 'CÔTE D’IVOIRE', leads: ['CIV'] },
  { q: 'türkiye', leads: ['TUR'] },
  { q: 'Turkey', leads: ['TUR'] },
  { q: 'Burma', leads: ['MMR'] },
  { q: 'Trinidad & Tobago', leads: ['TTO'] },
  { q: 'St. Lucia', leads: ['LCA'] },
  { q: 'EU', leads: ['EUE'] },
  { q: '富汗', leads: ['AFG'] },
  { q: 'Соединенные Штаты', leads: ['USA'] },
]

t.test('what people mean leads, in the API and on the page', async (t) => {
  const { app, ask } = await seededApp(t)
  for (const { q, leads } of cases) {
    const { body } = await ask(`/v1/states?q=${encodeURIComponent(q)}`)
    const codes = body.data.map(({ code }: { code: string }) => code)
    t.strictSame(codes.slice(0, leads.length), leads, q)
    const page = await app.inject(`/search?q=${encodeURIComponent(q)}`)
    const first = /states\/([A-Z-]+)/.exec(
      page.headers.location ?? page.body.split('class="names"').at(-1) ?? '',
    )
    t.equal(first?.[1], leads[0], `${q}, on the page`)
  }
})

t.test('an instrument is found by code, number, short name and title', async (t) => {
  const { app, ask } = await seededApp(t)
  for (const [q, lead] of [
    ['cedaw', 'cedaw'],
    ['IV-8', 'cedaw'],
    ['women’s convention', 'cedaw'],
    ['Discrimination against Women', 'cedaw'],
    ['trafficking', 'trafficking-protocol'],
    ['slavery', 'supplementary-slavery-convention'],
    ['Organized Crime', 'untoc'],
    ['rights of the child', 'crc'],
  ] as const) {
    const { body } = await ask(`/v1/instruments?q=${encodeURIComponent(q)}`)
    t.equal(body.data[0]?.code, lead, q)
    t.match((await app.inject(`/search?q=${encodeURIComponent(q)}`)).body, `href="/instruments/${lead}"`)
  }
  t.strictSame((await ask('/v1/instruments?q=atlantis')).body.data, [])
  t.strictSame(
    (await ask('/v1/instruments?q=protocol&paragraph=2')).body.data.length,
    1,
    'with other filters',
  )
})

t.test('a search decides where it leaves no doubt, and not otherwise', async (t) => {
  const names = ['Guinea', 'Guinea-Bissau', 'Korea South', 'Korea North', 'Mali', 'Somalia', 'Ivory Coast']
  const meant = (q: string) =>
    onlyMeant(search(names, q, (name) => ({ name, codes: [name.slice(0, 3)], names: [name] })))
  t.strictSame(['guinea', 'korea', 'mali', 'ivory', 'som', 'atlantis', '…'].map(meant), [
    'Guinea',
    null,
    'Mali',
    'Ivory Coast',
    'Somalia',
    null,
    null,
  ])
  t.equal(meant('gui'), null, 'a code of two')
})

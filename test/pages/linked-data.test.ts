import t from 'tap'
import { seededApp } from '../fixtures/seeded.js'

const dataIn = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null')

t.test('a State’s page says to machines whom it is about', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    [
      '/states/USA',
      {
        '@type': 'Country',
        name: 'United States of America',
        identifier: [{ value: 'USA' }, { value: '840' }],
      },
    ],
    ['/states/EUE', { '@type': 'Organization', name: 'European Union', identifier: undefined }],
    ['/states/HKG', { '@type': 'AdministrativeArea', name: 'Hong Kong', identifier: undefined }],
    ['/states/CSK', { '@type': 'Country', name: 'Czechoslovakia', identifier: undefined }],
  ] as const
  for (const [url, about] of cases) {
    const data = dataIn((await app.inject(url)).body)
    t.match(data, {
      '@context': 'https://schema.org',
      '@type': 'WebPage',
      url: `http://localhost${url}`,
      about,
    })
    t.equal('identifier' in data.about, about.identifier !== undefined, url)
  }
  const { about, mentions } = dataIn((await app.inject('/states/USA')).body)
  t.ok(about.alternateName.includes('États-Unis d’Amérique') || about.alternateName.length >= 4)
  t.match(mentions[0], { '@type': 'Legislation', alternateName: 'UNTOC', legislationDate: '2000-11-15' })
})

t.test('the page of an instrument is a data set', async (t) => {
  const { app } = await seededApp(t)
  const data = dataIn((await app.inject('/instruments/cedaw')).body)
  t.equal(data['@type'], 'Dataset')
  t.ok(data.description.length >= 50 && data.license && data.citation)
  t.match(data.about, { '@type': 'Legislation', legislationIdentifier: 'IV-8' })
  for (const { contentUrl, encodingFormat } of data.distribution) {
    const { statusCode, headers } = await app.inject(contentUrl)
    t.equal(statusCode, 200, contentUrl)
    t.match(headers['content-type'], encodingFormat)
  }
})

t.test('it is in the language of the page, and says which', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    [
      '/fr/states/HTI',
      {
        name: 'Haïti\u00A0: état des ratifications',
        inLanguage: 'fr',
        about: { name: 'Haïti' },
        isPartOf: { name: 'État des ratifications des traités', url: 'http://localhost/fr' },
      },
    ],
    [
      '/zh/instruments/cedaw',
      {
        name: '《消除对妇女一切形式歧视公约》参加情况',
        inLanguage: 'zh-Hans',
        about: { name: '消除对妇女一切形式歧视公约', alternateName: '消除对妇女歧视公约' },
      },
    ],
    ['/ar', { name: 'حالة التصديق على المعاهدات', inLanguage: 'ar' }],
  ] as const
  for (const [url, expected] of cases) {
    const data = dataIn((await app.inject(url)).body)
    t.match(data, { url: `http://localhost${url}`, ...expected }, url)
    for (const { contentUrl } of data.distribution ?? []) t.match(contentUrl, `?lang=${url.slice(1, 3)}`)
  }
})

t.test('pages of another day have none: search engines read the canonical address', async (t) => {
  const { app } = await seededApp(t)
  for (const url of ['/?asOf=2008-12-18', '/states/USA?lang=fr', '/instruments/cedaw?sort=name'])
    t.equal(dataIn((await app.inject(url)).body), null, url)
})

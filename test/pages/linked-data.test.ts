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
    const data = dataIn((await app.inject(`${url}?asOf=2026-11-01`)).body)
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

import { SaxesParser } from 'saxes'
import t from 'tap'
import { languages } from '../../../src/domain/vocabulary.js'
import { languageAndPath, pageIn } from '../../../src/http/page-places.js'
import { csv, importTable, longHeader } from '../../fixtures/imported.js'
import { valuesOf } from '../../fixtures/pages.js'
import { seededApp, seededDatabase, today } from '../../fixtures/seeded.js'

/** The addresses of a sitemap, each with its day of change; null where none is given. */
function pagesIn(sitemap: string): Map<string, string | null> {
  const found = new Map<string, string | null>()
  let [loc, element] = ['', '']
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => {
    element = name
  })
  parser.on('text', (text) => {
    if (text.trim() === '') return
    if (element === 'loc') {
      loc = text
      found.set(loc, null)
    }
    if (element === 'lastmod') found.set(loc, text)
  })
  parser.write(sitemap).close()
  return found
}

t.test('the sitemap has every page once, at its canonical address', async (t) => {
  const { app } = await seededApp(t)
  const { headers, body } = await app.inject('/sitemap.xml')
  t.match(headers['content-type'], /^application\/xml/)
  const pages = [...pagesIn(body).keys()]
  t.equal(pages.length, new Set(pages).size)
  const isEnglish = (url: string) => languageAndPath(new URL(url).pathname).lang === 'en'
  const looked = pages.filter((one, index) => !one.endsWith('/docs') && (isEnglish(one) || index % 40 === 0))
  for (const url of looked) {
    const page = await app.inject(url)
    t.equal(page.statusCode, 200, url)
    t.match(page.body, `<link rel="canonical" href="${url}"/>`, `${url}: what it says itself`)
    t.notMatch(page.body, 'content="noindex"', url)
  }
  for (const path of [
    '/',
    '/states',
    '/instruments',
    '/changes',
    '/outstanding',
    '/states/VUT',
    '/instruments/cedaw/statements',
    '/groups',
    '/groups/african-union',
  ])
    for (const lang of languages) {
      const url = `http://localhost${pageIn(lang, path)}`
      t.ok(pages.includes(url), url)
    }
  t.strictSame(
    pages.filter((one) => one.endsWith('/docs')),
    ['http://localhost/docs'],
    'the API is described in English alone',
  )
})

t.test('each page names itself in every language', async (t) => {
  const { app } = await seededApp(t)
  const { body } = await app.inject('/sitemap.xml')
  const expected = [
    ...languages.map((lang) => [lang, `http://localhost${pageIn(lang, '/states/VUT')}`]),
    ['x-default', 'http://localhost/states/VUT'],
  ]
  const entries = body.split('\n').filter((line) => line.includes('/states/VUT</loc>'))
  t.equal(entries.length, languages.length)
  for (const entry of entries) {
    const named = [...entry.matchAll(/<xhtml:link rel="alternate" hreflang="([\w-]+)" href="([^"]+)"\/>/g)]
    t.strictSame(
      named.map(([, lang, address]) => [lang, address]),
      expected,
    )
  }
})

t.test('a day of change is that of the last import about what the page shows', async (t) => {
  const db = seededDatabase(t)
  const { app } = await seededApp(t, { db })
  const before = pagesIn((await app.inject('/sitemap.xml')).body)
  await importTable(t, db, '2-99.csv', csv('Participant,Signature', 'Vanuatu,10 Dec 1982'), { asAt: today })
  const changed = async () => {
    const now = pagesIn((await app.inject('/sitemap.xml')).body)
    return [...now]
      .filter(([url, day]) => before.get(url) !== day)
      .map(([url]) => url.replace('http://localhost', ''))
      .filter((path) => languageAndPath(path).lang === 'en')
  }
  t.strictSame(await changed(), [
    '/instruments',
    '/changes',
    '/instruments/ii-99',
    '/instruments/ii-99/statements',
  ])
  const row = csv(longHeader, 'cedaw,VUT,withdrawal,2026-11-20,,,,depositary,a test')
  await importTable(t, db, 'long.csv', row, { allowRemovals: true })
  const now = await changed()
  for (const path of ['/', '/states', '/states/USA', '/instruments/cedaw']) t.ok(now.includes(path), path)
  t.notOk(now.includes('/instruments/untoc'), 'no import was about it')
  t.equal(before.get('http://localhost/share'), null, 'no day where none would be true')
})

t.test('robots.txt leads to the sitemap, and keeps crawlers out of the days', async (t) => {
  const { app } = await seededApp(t, { publicUrl: 'https://treaties.example' })
  const { headers, body } = await app.inject('/robots.txt')
  t.match(headers['content-type'], /^text\/plain/)
  t.match(body, '\nSitemap: https://treaties.example/sitemap.xml\n')
  const refused = [...body.matchAll(/^Disallow: (.*)$/gm)].map(
    ([, pattern = '']) => new RegExp(`^${pattern.replace(/[.?+]/g, '\\$&').replaceAll('*', '.*')}`),
  )
  const isRefused = (path: string) => refused.some((pattern) => pattern.test(path))
  for (const path of [
    '/?asOf=2008-12-18',
    '/fr/states/USA?asOf=2008-12-18',
    '/ar?asOf=2008-12-18',
    '/changes?revision=1',
    '/instruments/cedaw?sort=name',
  ])
    t.ok(isRefused(path), path)
  const pages = (await app.inject('/sitemap.xml')).body.match(/<loc>(.*?)<\/loc>/g) ?? []
  for (const loc of pages) t.notOk(isRefused(new URL(loc.slice(5, -6)).pathname), loc)
  for (const path of ['/v1/feeds/actions.atom?state=USA', '/states/USA?lang=fr', '/changes?page=2'])
    t.notOk(isRefused(path), path)
})

t.test('what every page says to search engines', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    ['/?asOf=2008-12-18', '/'],
    ['/fr/states/USA?revision=1', '/fr/states/USA'],
    ['/ar/instruments/cedaw/statements?article=16', '/ar/instruments/cedaw/statements'],
    ['/states/USA/brief?asOf=2008-12-18', '/states/USA'],
    ['/instruments/opsc?status=signatory&group=african&sort=-signed', '/instruments/opsc'],
    ['/instruments/cedaw/statements?article=16', '/instruments/cedaw/statements'],
    ['/changes?page=2&asOf=2020-01-01', '/changes?page=2'],
    ['/changes?state=IRL', '/changes'],
    ['/embed/states/USA?asOf=2008-12-18', '/states/USA'],
  ] as const
  const descriptions = new Set<string>()
  for (const [url, canonical] of cases) {
    const { body } = await app.inject(url)
    t.match(body, `<link rel="canonical" href="http://localhost${canonical}"/>`, url)
    const [description = ''] = /<meta name="description" content="([^"]+)"/.exec(body)?.slice(1) ?? []
    t.ok(description.length >= 50, `${url}: ${description}`)
    descriptions.add(description)
  }
  t.ok(descriptions.size >= 5, 'pages have descriptions of their own')
  const searched = (await app.inject('/search?q=guinea')).body
  t.match(searched, 'content="noindex"')
  t.notMatch(searched, 'rel="canonical"')
})

t.test('header and footer lead to the lists', async (t) => {
  const { app } = await seededApp(t)
  const { body } = await app.inject('/fr/states/USA')
  const links = valuesOf(body, 'href')
  for (const path of ['/states', '/instruments', '/changes', '/outstanding'])
    t.ok(links.includes(`/fr${path}`), path)
})

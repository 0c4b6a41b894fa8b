import t from 'tap'
import { languageAndPath } from '../../src/http/page-places.js'
import { valuesOf } from '../fixtures/pages.js'
import { seededApp } from '../fixtures/seeded.js'

/**
 * Pages that differ in the values of their parameters alone are followed once; each address of the API once. In other languages
 * one page of each kind is enough.
 */
const kindOf = (link: string): string => {
  const { pathname, searchParams } = new URL(link, 'http://any')
  const names = [...new Set(searchParams.keys())].sort()
  const { lang, path } = languageAndPath(pathname)
  if (lang !== 'en') return `${lang} ${path.replace(/(states|instruments|groups)\/[\w-]+/, '$1/X')}`
  if (path.startsWith('/v1')) return `${path.replace(/[A-Z]{3}/, 'X')}?${names}`
  return path.startsWith('/states/') && names.length > 0 ? `states ${names}` : `${path}?${names}`
}

t.test('every link of every page leads somewhere', async (t) => {
  const { app } = await seededApp(t)
  const seen = new Set<string>()
  const open = ['/']
  let followed = 0
  for (let link = open.pop(); link !== undefined; link = open.pop()) {
    const reply = await app.inject(link)
    followed += 1
    // Swagger's own pages are not served where there is no document.
    if (link !== '/docs') t.equal(reply.statusCode, 200, link)
    if (!String(reply.headers['content-type']).startsWith('text/html')) continue
    for (const href of valuesOf(reply.body, 'href')) {
      if (!href.startsWith('/') || seen.has(kindOf(href))) continue
      seen.add(kindOf(href))
      open.push(href)
    }
  }
  t.ok(followed > 250, `${followed} links, among them every State`)
  t.ok(seen.has('/states/VUT?'))
  t.ok(seen.has('/instruments/cedaw?'))
})

t.test('links keep the day, the revision and the language', async (t) => {
  const { app } = await seededApp(t)
  const { body } = await app.inject('/fr?asOf=2008-12-18&revision=1')
  const states = valuesOf(body, 'href').filter((href) => href.startsWith('/fr/states/'))
  t.ok(states.length > 190)
  for (const href of states) t.match(href, /\?asOf=2008-12-18&revision=1$/)
  t.match(body, '<form action="/fr/search" method="get">', 'and so do forms')
  t.match(body, '<input type="hidden" name="asOf" value="2008-12-18"')
})

t.test('another code of a State or an instrument leads to its one address', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    ['/states/us?asOf=2008-12-18', '/states/USA?asOf=2008-12-18'],
    ['/states/840', '/states/USA'],
    ['/instruments/XVIII-12-a', '/instruments/trafficking-protocol'],
    ['/embed/states/usa', '/embed/states/USA'],
    ['/badges/states/us.svg', '/badges/states/USA.svg'],
    ['/badges/instruments/IV-8.svg', '/badges/instruments/cedaw.svg'],
    ['/og/states/us.png', '/og/states/USA.png'],
  ] as const
  for (const [url, location] of cases) {
    const reply = await app.inject(url)
    t.equal(reply.statusCode, 308, url)
    t.equal(reply.headers.location, location)
  }
})

import t from 'tap'
import { embeds, pages, problemPages, valuesOf } from '../../fixtures/pages.js'
import { seededApp } from '../../fixtures/seeded.js'

const partOf = (html: string, name: string): string =>
  new RegExp(`<${name}\\b.*?</${name}>`, 's').exec(html)?.[0] ?? ''

t.test('every page has one header, one main and one footer, problem pages as well', async (t) => {
  const { app } = await seededApp(t)
  for (const url of [...pages, ...problemPages]) {
    const { body } = await app.inject({ url, headers: { accept: 'text/html' } })
    for (const part of ['<header class="site">', '<main id="main">', '<footer>', '<h1'])
      t.equal(body.split(part).length - 1, 1, `${url}: ${part}`)
    t.match(partOf(body, 'header'), /<a class="name" href="\/[^"]*">[^<]+<\/a>/, url)
    t.match(partOf(body, 'search'), /<form action="(\/[a-z]{2})?\/search" method="get">/, url)
    t.match(body, '<a class="skip" href="#main">', url)
    const data = valuesOf(partOf(body, 'footer'), 'href')
    for (const href of ['/v1/feeds/actions.atom', '/v1/datapackage.json', '/docs'])
      t.ok(
        data.some((one) => one.split('?')[0] === href),
        `${url}: ${href}`,
      )
  }
})

t.test('a problem page leads home, to today, and speaks of no day', async (t) => {
  const { app } = await seededApp(t)
  const { body } = await app.inject('/fr/states/ZZZ?asOf=2008-12-18')
  t.match(partOf(body, 'header'), '<a class="name" href="/fr">')
  t.notMatch(body, /asOf|How to cite|Comment citer/)
  for (const href of valuesOf(body, 'href').filter((one) => one.startsWith('/') && one !== '/docs'))
    t.equal((await app.inject(href)).statusCode, 200, href)
})

t.test('a card has no frame: it stands in that of another site', async (t) => {
  const { app } = await seededApp(t)
  for (const url of embeds) t.notMatch((await app.inject(url)).body, /<(header|footer|nav)\b/, url)
})

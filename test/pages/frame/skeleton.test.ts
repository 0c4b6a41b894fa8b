import t from 'tap'
import { assets } from '../../../src/pages/frame/assets.js'
import { embeds, pages, problemPages } from '../../fixtures/pages.js'
import { seededApp } from '../../fixtures/seeded.js'

const beginning =
  '<head><meta charset="utf-8"/>' +
  '<meta name="viewport" content="width=device-width, initial-scale=1"/>' +
  '<meta name="color-scheme" content="light dark"/><title>'
const drawnWith =
  `<link rel="stylesheet" href="${assets.style.path}"/>` +
  `<link rel="icon" href="${assets.icon.path}" type="image/svg+xml"/>`

t.test('every HTML document begins alike, and is drawn with the one style sheet', async (t) => {
  const { app } = await seededApp(t)
  for (const url of [...pages, ...embeds, ...problemPages]) {
    const { body, headers } = await app.inject({ url, headers: { accept: 'text/html' } })
    t.match(body, /^<!doctype html><html lang="[a-zA-Z-]+"( dir="rtl")?><head>/, url)
    t.ok(body.includes(beginning), url)
    t.ok(body.includes(drawnWith), url)
    t.match(
      body,
      /<title>(.+ · )?(Treaty ratification status|حالة التصديق على المعاهدات|État des ratifications des traités)<\/title>/,
      url,
    )
    t.equal(body.match(/rel="stylesheet"/g)?.length, 1, url)
    t.match(headers['content-security-policy'], "style-src 'self'", `${url}: the policy lets it be drawn`)
  }
})

t.test('a card is not listed by search engines, a page of the record is', async (t) => {
  const { app } = await seededApp(t)
  const isUnlisted = async (url: string) =>
    (await app.inject(url)).body.includes('<meta name="robots" content="noindex"/>')
  t.equal(await isUnlisted('/embed/states/USA'), true)
  t.equal(await isUnlisted('/states/USA'), false)
})

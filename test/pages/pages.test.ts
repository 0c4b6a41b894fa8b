import t from 'tap'
import { languageAndPath } from '../../src/http/page-places.js'
import { embeds, pages, valuesOf } from '../fixtures/pages.js'
import { seededApp } from '../fixtures/seeded.js'

const most = 100_000

t.test('every page is whole HTML that fetches little and from nowhere else', async (t) => {
  const { app } = await seededApp(t)
  for (const url of [...pages, ...embeds]) {
    const reply = await app.inject(url)
    const html = reply.body
    t.equal(reply.statusCode, 200, url)
    t.equal(reply.headers['content-type'], 'text/html; charset=utf-8', url)
    t.ok(html.startsWith(`<!doctype html><html lang="${languageAndPath(url.split('?')[0] ?? '').lang}"`), url)
    t.equal(html.match(/<h1\b/g)?.length, 1, `${url}: one heading of the first rank`)
    t.match(html, /<title>[^<]+<\/title>/, url)
    t.match(html, /<main id="main">/, url)
    const ids = valuesOf(html, 'id')
    t.equal(new Set(ids).size, ids.length, `${url}: no id twice`)
    t.strictSame(valuesOf(html, 'style'), [], `${url}: no style that the policy forbids`)
    t.notMatch(html, /\son[a-z]+=/, `${url}: no handler in markup`)
    const fetched = [
      ...valuesOf(html, 'src'),
      ...html.matchAll(/<link rel="(?:stylesheet|icon)" href="([^"]*)/g),
    ].map((one) => (typeof one === 'string' ? one : (one[1] ?? '')))
    t.ok(fetched.length > 0)
    let bytes = 0
    for (const path of [url, ...new Set(fetched)]) {
      t.match(path, /^\/(?!\/)/, `${url}: ${path} is of this origin`)
      const part = await app.inject({ url: path, headers: { 'accept-encoding': 'br' } })
      t.equal(part.statusCode, 200, path)
      bytes += part.rawPayload.length
    }
    t.ok(bytes < most, `${url}: ${bytes} bytes in all`)
  }
})

t.test('every picture has a text beside it', async (t) => {
  const { app } = await seededApp(t)
  for (const url of [...pages, ...embeds]) {
    const html = (await app.inject(url)).body
    for (const figure of html.match(/<figure.*?<\/figure>/gs) ?? [])
      t.match(figure, /<figcaption>.*[A-Za-z]{3}.*<\/figcaption>/s, url)
    for (const picture of html.match(/<svg[^>]*>/g) ?? []) t.match(picture, /aria-hidden="true"/, url)
    for (const image of html.match(/<img[^>]*>/g) ?? []) t.match(image, / alt="[^"]{3,}"/, url)
  }
})

t.test('the policy lets nothing in', async (t) => {
  const { app } = await seededApp(t)
  for (const url of [...pages, ...embeds]) {
    const { headers, body } = await app.inject(url)
    const policy = String(headers['content-security-policy'])
    t.match(policy, /^default-src 'none'; style-src 'self'; img-src 'self'; script-src /, url)
    t.match(policy, /; form-action 'self'; base-uri 'none'(;|$)/, url)
    t.equal(policy.includes("frame-ancestors 'none'"), !url.startsWith('/embed'), `${url}: who may frame it`)
    t.equal(policy.includes("script-src 'sha256-"), url.startsWith('/share'), `${url}: what it runs`)
    t.equal(/<script>/.test(body), url.startsWith('/share'), `${url}: no other script`)
    t.equal(headers['x-content-type-options'], 'nosniff', url)
    t.equal(headers['cross-origin-opener-policy'], undefined, `${url}: sandboxed frames may open it`)
  }
})

t.test('what a page says of itself to machines is true', async (t) => {
  const { app } = await seededApp(t)
  for (const url of ['/', '/states/USA', '/instruments/cedaw', '/outstanding?group=african&minimum=2']) {
    const html = (await app.inject(url)).body
    const alternates = [...html.matchAll(/<link rel="alternate"[^>]*href="([^"]*)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    )
    t.ok(alternates.length >= 3, url)
    for (const href of alternates) t.equal((await app.inject(href)).statusCode, 200, href)
    const [picture = ''] = /<meta property="og:image" content="([^"]*)"/.exec(html)?.slice(1) ?? []
    t.match(picture, /^http:\/\/localhost/, `${url}: a whole address`)
    t.equal((await app.inject(new URL(picture).pathname)).headers['content-type'], 'image/png')
  }
  const [, json = ''] =
    /<script type="application\/ld\+json">(.*?)<\/script>/s.exec((await app.inject('/')).body) ?? []
  const dataset = JSON.parse(json)
  t.equal(dataset['@type'], 'Dataset')
  t.ok(dataset.name && dataset.description.length >= 50 && dataset.license && dataset.citation)
  t.notMatch(json, '<')
})

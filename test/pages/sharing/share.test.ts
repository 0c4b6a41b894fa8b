import t from 'tap'
import { seededApp } from '../../fixtures/seeded.js'

/** The snippets of a page, as they are copied. */
const snippetsIn = (html: string): string[] =>
  [...html.matchAll(/<textarea[^>]*>(.*?)<\/textarea>/gs)].map(([, text = '']) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  )

t.test('no snippet says a status in words that would outlive it', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    ['/share?of=states/USA', 'Ratification status of United States of America'],
    ['/share?of=instruments/cedaw', 'Ratification status of CEDAW'],
  ] as const
  for (const [url, alt] of cases) {
    const snippets = snippetsIn((await app.inject(url)).body)
    t.equal(snippets.length, 4, url)
    for (const snippet of snippets)
      t.notMatch(snippet, /\d+ of \d+|part(y|ies)\b|outstanding|\d+ Members/, snippet)
    t.match(snippets[0], `alt="${alt}"`)
    t.match(snippets[1], `[![${alt}](`)
  }
})

t.test('a snippet frames the card as oEmbed does', async (t) => {
  const { app } = await seededApp(t)
  const { body } = await app.inject('/share?of=states/GBR')
  const { html } = (
    await app.inject(`/oembed?url=${encodeURIComponent('http://localhost/states/GBR')}`)
  ).json()
  t.ok(snippetsIn(body).includes(html))
})

t.test('the link of a card opens a tab of its own, for frames may not leave theirs', async (t) => {
  const { app } = await seededApp(t)
  for (const url of ['/embed/states/USA', '/embed/instruments/cedaw']) {
    const links = (await app.inject(url)).body.match(/<a [^>]*>/g) ?? []
    t.ok(links.length > 0)
    for (const link of links) t.match(link, / target="_blank" rel="noopener"/, url)
  }
})

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
    ['/fr/share?of=states/USA', 'État des ratifications\u00A0: États-Unis d’Amérique'],
    ['/zh/share?of=instruments/cedaw', '《消除对妇女歧视公约》批准状况'],
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

t.test('the page and its snippets are in the language of the address, and keep its day', async (t) => {
  const { app } = await seededApp(t)
  const { body } = await app.inject('/fr/share?of=states/USA&asOf=2008-12-18')
  for (const words of [
    '<h1>Badges et encadrés</h1>',
    'Copiez un extrait de code dans un article\u00A0: ce qu’il affiche suit le registre, jour après jour.',
    '<form class="filters form" method="get" action="/fr/share" aria-label="Sujet du badge">',
    '<input type="hidden" name="asOf" value="2008-12-18"/>',
    '<option value="states/USA" selected>États-Unis d’Amérique</option>',
    '<img src="/fr/badges/states/USA.svg" alt="État des ratifications\u00A0: États-Unis d’Amérique" height="20"/>',
    'aria-label="Copier\u00A0: Badge (HTML)"',
    'id="copied" class="small" data-words="Extrait copié."',
    'href="/fr/states/USA?asOf=2008-12-18" target="_blank"',
  ])
    t.ok(body.includes(words), words)
  const snippets = snippetsIn(body)
  for (const address of ['/fr/states/USA"', '/fr/badges/states/USA.svg"'])
    t.match(snippets[0], `"http://localhost${address}`)
  t.match(snippets[2], 'src="http://localhost/fr/embed/states/USA"')
  t.equal(snippets[3], 'http://localhost/fr/states/USA')
})

t.test('States stand in the order of their names in the language', async (t) => {
  const { app } = await seededApp(t)
  const optionsIn = async (url: string) =>
    [...(await app.inject(url)).body.matchAll(/<option value="states\/(\w+)"/g)].map(([, code]) => code)
  const [french, english] = [await optionsIn('/fr/share'), await optionsIn('/share')]
  t.strictSame(french.slice(0, 4), ['AFG', 'ZAF', 'ALB', 'DZA'])
  t.strictSame(english.slice(0, 4), ['AFG', 'ALB', 'DZA', 'AND'])
  t.strictSame([...french].sort(), [...english].sort())
})

t.test('one script serves every language, under the policy of one digest', async (t) => {
  const { app } = await seededApp(t)
  const scriptsIn = async (url: string) => {
    const { body, headers } = await app.inject(url)
    return [/<script>.*?<\/script>/s.exec(body)?.[0], headers['content-security-policy']]
  }
  t.strictSame(await scriptsIn('/ar/share'), await scriptsIn('/share'))
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

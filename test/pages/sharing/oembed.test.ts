import { SaxesParser } from 'saxes'
import t from 'tap'
import { seededApp } from '../../fixtures/seeded.js'

const asked = (url: string, more = '') => `/oembed?url=${encodeURIComponent(url)}${more}`

t.test('a page tells editors where to ask, and they get its card', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    ['/states/USA', 'Ratification status of United States of America', '/embed/states/USA'],
    [
      '/instruments/cedaw?asOf=2008-12-18',
      'Ratification status of CEDAW',
      '/embed/instruments/cedaw?asOf=2008-12-18',
    ],
    ['/fr/states/HTI', 'État des ratifications\u00A0: Haïti', '/fr/embed/states/HTI'],
    [
      '/zh/instruments/cedaw?asOf=2008-12-18',
      '《消除对妇女歧视公约》批准状况',
      '/zh/embed/instruments/cedaw?asOf=2008-12-18',
    ],
  ] as const
  for (const [page, title, embed] of cases) {
    const { body } = await app.inject(page)
    const [, href = ''] =
      /<link rel="alternate" type="application\/json\+oembed" title="[^"]+" href="([^"]+)"/.exec(body) ?? []
    const json = href.replaceAll('&amp;', '&')
    const reply = await app.inject(json)
    t.match(reply.headers['content-type'], /^application\/json/)
    const answer = reply.json()
    t.match(answer, { version: '1.0', type: 'rich', title, width: 420 })
    t.match(answer.html, `src="http://localhost${embed}"`)
    t.match(answer.html, `width="${answer.width}" height="${answer.height}"`)
    t.match(answer.html, /sandbox="allow-popups allow-popups-to-escape-sandbox"><\/iframe>$/)
    t.equal((await app.inject(`http://localhost${embed}`)).statusCode, 200)
    t.equal((await app.inject(answer.thumbnail_url)).headers['content-type'], 'image/png')
    const inXml = await app.inject(json.replace('format=json', 'format=xml'))
    t.match(inXml.headers['content-type'], /^text\/xml/)
    t.strictSame(
      elementsOf(inXml.body),
      Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, String(value)])),
    )
  }
})

function elementsOf(xml: string): Record<string, string> {
  const found: Record<string, string> = {}
  let element = ''
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => {
    element = name
  })
  parser.on('text', (text) => {
    if (text.trim() !== '') found[element] = text
  })
  parser.write(xml).close()
  return found
}

t.test('other addresses of the same page serve, and other parameters are passed over', async (t) => {
  const { app } = await seededApp(t, { publicUrl: 'https://example.org/treaties' })
  for (const url of [
    'https://example.org/treaties/states/USA',
    'http://example.org/treaties/states/us/?utm_source=x#instrument-cedaw',
    'https://example.org/treaties/embed/states/840',
  ]) {
    const { statusCode, body } = await app.inject(asked(url, '&dnt=true&for=editor'))
    t.equal(statusCode, 200, url)
    t.match(JSON.parse(body).html, 'src="https://example.org/treaties/embed/states/USA"')
  }
})

t.test('it answers in the language of the address', async (t) => {
  const { app } = await seededApp(t, { publicUrl: 'https://example.org/treaties' })
  for (const path of [
    'fr/states/HTI',
    'states/HTI?lang=fr',
    'zh/states/HTI?lang=fr',
    'fr/embed/states/HTI',
    'fr/states/ht/?utm_source=x',
  ]) {
    const { statusCode, body } = await app.inject(asked(`https://example.org/treaties/${path}`))
    t.equal(statusCode, 200, path)
    t.match(
      JSON.parse(body),
      {
        title: 'État des ratifications\u00A0: Haïti',
        provider_name: 'État des ratifications des traités',
        provider_url: 'https://example.org/treaties/fr',
        thumbnail_url: 'https://example.org/treaties/fr/og/states/HTI.png',
        html: /src="https:\/\/example\.org\/treaties\/fr\/embed\/states\/HTI" title="Haïti"/,
      },
      path,
    )
  }
})

t.test('it keeps to the room that there is', async (t) => {
  const { app } = await seededApp(t)
  const sizeOf = async (more: string) => {
    const { width, height, html } = (await app.inject(asked('http://localhost/states/GBR', more))).json()
    t.match(html, `width="${width}" height="${height}"`, more)
    return { width, height }
  }
  const own = await sizeOf('')
  t.strictSame(await sizeOf('&maxwidth=1000&maxheight=1000'), own)
  t.equal((await sizeOf('&maxwidth=300')).width, 300)
  t.ok((await sizeOf('&maxwidth=200')).height > own.height, 'a narrow card is higher')
  t.strictSame(await sizeOf('&maxheight=100'), { width: 420, height: 100 })
})

t.test('what has no card is a problem that says so', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    [asked('https://elsewhere.example/states/USA'), 404],
    [asked('http://localhost/'), 404],
    [asked('http://localhost/outstanding'), 404],
    [asked('http://localhost/states/QZZ'), 404],
    [asked('http://localhost/de/states/USA'), 404],
    [asked('http://localhost/en/states/USA'), 404],
    [asked('http://localhost/fr/fr/states/USA'), 404],
    [asked('http://localhost/fr'), 404],
    [asked('http://localhost/states/USA?lang=de'), 404],
    [asked('http://localhost/states/%E0%A4%A'), 404],
    [asked('http://localhost/states/USA?asOf=tomorrow'), 404],
    [asked('http://localhost/states/USA?asOf=2999-01-01'), 400],
    [asked('states/USA'), 404],
    ['/oembed', 400],
    [asked('http://localhost/states/USA', '&maxwidth=wide'), 400],
    [asked('http://localhost/states/USA', '&format=yaml'), 501],
  ] as const
  for (const [url, status] of cases) {
    const { statusCode, headers } = await app.inject(url)
    t.equal(statusCode, status, url)
    t.match(headers['content-type'], 'application/problem+json', url)
  }
})

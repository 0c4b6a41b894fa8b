import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
import { look } from './browser.js'

const columns = [320, 360, 400, 440, 480]

/** An article of another site, at an address of its own. */
async function article(t: Test, html: string): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(html)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

/** Which cards do not fit into their snippets, and which stand in a frame that is too high. */
async function misfits(
  { origin, browser }: Awaited<ReturnType<typeof look>>,
  cards: readonly { path: string; prefix?: string; day?: string }[],
  widths: readonly number[],
): Promise<{ tooLow: string[]; tooHigh: string[] }> {
  const page = await browser.newPage()
  const [tooLow, tooHigh]: [string[], string[]] = [[], []]
  for (const { path, prefix = '', day = '' } of cards) {
    const asked = `${origin}/oembed?url=${encodeURIComponent(`${origin}${prefix}/${path}${day}`)}`
    const { height } = await (await fetch(asked)).json()
    // Lower than any card, so that its own height is measured and not that of the screen, which it fills.
    await page.setViewportSize({ width: 320, height: 100 })
    await page.goto(`${origin}${prefix}/embed/${path}${day}`)
    for (const width of widths) {
      await page.setViewportSize({ width, height: 100 })
      const needed = await page.evaluate(() => document.documentElement.scrollHeight)
      const said = `${prefix}/${path}${day}, ${width} px: ${needed} in ${height}`
      if (needed > height) tooLow.push(said)
      if (width === 320 && height - needed > 110) tooHigh.push(said)
    }
  }
  return { tooLow, tooHigh }
}

t.test('the snippet of every Member has room for its card, in columns of 320 to 480 pixels', async (t) => {
  const looked = await look(t)
  const { data } = await (await fetch(`${looked.origin}/v1/states?kind=member-state`)).json()
  t.equal(data.length, 193)
  const cards = [
    ...data.map(({ code }: { code: string }) => ({ path: `states/${code}` })),
    // The day of South Sudan's admission: many had more outstanding.
    ...data
      .filter(({ code }: { code: string }) => code.startsWith('S'))
      .map(({ code }: { code: string }) => ({ path: `states/${code}`, day: '?asOf=2011-07-14' })),
    { path: 'instruments/cedaw' },
    { path: 'instruments/crc' },
  ]
  const { tooLow, tooHigh } = await misfits(looked, cards, columns)
  t.strictSame(tooLow, [], 'no card is cut')
  t.strictSame(tooHigh, [], 'and none stands in an empty frame')
})

interface Named {
  readonly code: string
  readonly names: Readonly<Record<string, string | null>>
}

t.test(
  'in every language, snippets have room for cards of long and short names, and of instruments',
  async (t) => {
    const looked = await look(t)
    const { data } = await (await fetch(`${looked.origin}/v1/states`)).json()
    const { data: instruments } = await (await fetch(`${looked.origin}/v1/instruments`)).json()
    for (const lang of ['ar', 'zh', 'fr', 'ru', 'es']) {
      const lengthOf = ({ names }: Named): number => names[lang]?.length ?? 0
      const byLength = [...data].sort((one: Named, other: Named) => lengthOf(other) - lengthOf(one))
      const cards = [
        ...[...byLength.slice(0, 12), ...byLength.slice(-4)].map(({ code }: Named) => `states/${code}`),
        ...instruments.map(({ code }: { code: string }) => `instruments/${code}`),
      ].map((path) => ({ path, prefix: `/${lang}` }))
      const { tooLow, tooHigh } = await misfits(looked, cards, [320, 420])
      t.strictSame(tooLow, [], `${lang}: no card is cut`)
      t.strictSame(tooHigh, [], `${lang}: and none stands in an empty frame`)
    }
  },
)

t.test('the link of a card opens in a tab from a sandboxed frame, and the card is drawn there', async (t) => {
  const { origin, browser } = await look(t)
  const { html } = await (
    await fetch(`${origin}/oembed?url=${encodeURIComponent(`${origin}/states/USA`)}`)
  ).json()
  const bare = `<iframe src="${origin}/embed/states/USA" sandbox="allow-scripts allow-popups" width="420" height="400"></iframe>`
  for (const [what, snippet] of [
    ['our own snippet', html],
    ['a frame that an editor sandboxes', bare],
    [
      'a preview within a sandboxed frame',
      `<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" width="500" height="500" srcdoc='${html}'></iframe>`,
    ],
  ]) {
    const page = await browser.newPage()
    await page.goto(await article(t, snippet))
    const outer = page.frameLocator('iframe').first()
    const card = snippet.includes('srcdoc') ? outer.frameLocator('iframe') : outer
    const link = card.getByRole('link', { name: 'United States of America' })
    const border = await card.locator('.card').evaluate((one) => getComputedStyle(one).borderTopWidth)
    t.equal(border, '4px', `${what}: drawn with the style sheet`)
    const opened = page.waitForEvent('popup')
    await link.click()
    const tab = await opened
    await tab.waitForURL(`${origin}/states/USA`)
    t.equal(await tab.locator('h1').textContent(), 'United States of America', what)
    await page.close()
  }
})

t.test('data for search engines is read, and not run', async (t) => {
  const { origin, browser } = await look(t)
  const page = await browser.newPage()
  const refused: string[] = []
  page.on('console', (message) => refused.push(message.text()))
  for (const [address, type] of [
    ['/', 'Dataset'],
    ['/states/USA', 'WebPage'],
    ['/instruments/cedaw', 'Dataset'],
  ] as const) {
    await page.goto(origin + address)
    const data = await page.locator('script[type="application/ld+json"]').textContent()
    t.equal(JSON.parse(data ?? '')['@type'], type, address)
  }
  t.strictSame(refused, [], 'the policy has nothing against it')
})

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import { look } from './browser.js'

for (const javaScriptEnabled of [true, false]) {
  t.test(javaScriptEnabled ? 'with scripts' : 'without scripts', async (t) => {
    const { origin, browser } = await look(t)
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()

    await page.goto(`${origin}/`)
    await page.getByLabel('Find a State').fill('vanuatu')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.waitForURL('**/states/VUT')
    t.equal(await page.locator('h1').textContent(), 'Vanuatu', 'a search finds')

    await page.getByLabel('As of').fill('2008-12-18')
    await page.getByRole('button', { name: 'Show' }).click()
    await page.waitForURL('**/states/VUT?asOf=2008-12-18')
    t.match(await page.locator('.eyebrow').textContent(), '18 December 2008', 'a day is chosen')
    await page.getByRole('link', { name: 'Today' }).click()
    await page.waitForURL('**/states/VUT')

    await page.getByRole('link', { name: 'Français' }).click()
    await page.waitForURL('**/fr/states/VUT')

    await page.goto(`${origin}/outstanding`)
    await page.getByLabel('Instrument', { exact: true }).selectOption('cedaw')
    await page.getByLabel('What is left to do').selectOption('ratify')
    await page.getByRole('button', { name: 'Filter' }).click()
    await page.waitForURL('**/outstanding?*instrument=cedaw*')
    t.strictSame(await page.locator('tbody th').allTextContents(), ['Palau', 'United States of America'])

    await page.goto(`${origin}/instruments/cedaw`)
    await page.getByRole('link', { name: 'Signed only 2' }).click()
    await page.waitForURL('**status=signatory**')
    const rows = page.getByRole('region', { name: 'Participants and their status' }).locator('tbody th')
    t.strictSame(await rows.allTextContents(), ['Palau', 'United States of America'], 'filtered')
    await page.getByRole('link', { name: 'Signed', exact: true }).click()
    await page.waitForURL('**sort=signed**')
    t.strictSame(await rows.allTextContents(), ['United States of America', 'Palau'], 'and sorted')
    await context.close()
  })
}

t.test('a snippet is copied by a button, and by hand where nothing runs', async (t) => {
  const { origin, browser } = await look(t)
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  await page.goto(`${origin}/share?of=states/USA`)
  await page.getByRole('button', { name: 'Copy: Card, as HTML' }).click()
  await page.getByRole('status').filter({ hasText: 'Copied.' }).waitFor()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  t.equal(copied, await page.getByLabel('Card, as HTML', { exact: true }).inputValue())
  t.match(copied, `<iframe src="${origin}/embed/states/USA"`)

  const still = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await still.goto(`${origin}/share?of=states/USA`)
  t.equal(await still.getByRole('button', { name: /^Copy/ }).count(), 0, 'no button that does nothing')
  t.match(await still.getByLabel('Badge, as HTML', { exact: true }).inputValue(), '/badges/states/USA.svg')
})

t.test('a card may be framed, a page may not', async (t) => {
  const { origin, browser } = await look(t)
  const page = await browser.newPage()
  const frames = ['/embed/states/USA', '/'].map((path) => `<iframe src="${origin}${path}"></iframe>`)
  const article = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(frames.join(''))
  })
  article.listen(0, '127.0.0.1')
  await once(article, 'listening')
  t.teardown(() => article.close())
  const { port } = article.address() as AddressInfo
  await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: 'load' })
  const [card, whole] = [page.frameLocator('iframe').nth(0), page.frameLocator('iframe').nth(1)]
  t.equal(await card.locator('h1').textContent(), 'United States of America')
  t.equal(await whole.locator('main').count(), 0)
})

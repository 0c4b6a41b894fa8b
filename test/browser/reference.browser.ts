import { readFileSync } from 'node:fs'
import t from 'tap'
import { packageFile } from '../../src/cli/package-files.js'
import { look, overflowOf, schemes, violationsOn } from './browser.js'

const document = JSON.parse(readFileSync(packageFile('openapi/openapi.json'), 'utf8'))

t.test('the reference: nothing from elsewhere, nothing refused, and a try gets a true answer', async (t) => {
  const { origin, browser } = await look(t, document)
  for (const colorScheme of schemes)
    for (const width of [360, 1440]) {
      const what = `${width} px, ${colorScheme}`
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
      const elsewhere: string[] = []
      const failures: string[] = []
      page.on('request', (request) => {
        if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
          elsewhere.push(request.url())
      })
      page.on('console', (message) => {
        if (message.type() === 'error') failures.push(message.text())
      })
      page.on('pageerror', (error) => failures.push(String(error)))
      await page.goto(`${origin}/docs`)
      const operation = page.locator('#operations-outstanding-listStateOutstanding')
      await operation.locator('.opblock-summary-control').first().click()
      await operation.locator('tr[data-param-name="state"] input').fill('USA')
      const [answer] = await Promise.all([
        page.waitForResponse(`${origin}/v1/states/USA/outstanding?*`),
        operation.locator('.btn.execute').click(),
      ])
      t.equal(answer.status(), 200, what)
      const shown = operation.locator('.live-responses-table .response-col_description')
      t.match(await shown.last().textContent(), /"code": "USA"/, what)
      const over = await overflowOf(page)
      t.ok(over <= 0, `${what}: ${over} px wider than the screen`)
      t.strictSame(await violationsOn(page, '#reference'), [], `${what}: axe, but for what Swagger UI draws`)
      t.strictSame([elsewhere, failures], [[], []], what)
      await page.close()
    }
})

t.test('the reference without scripts', async (t) => {
  const { origin, browser } = await look(t, document)
  for (const colorScheme of schemes) {
    const context = await browser.newContext({ viewport: { width: 360, height: 900 }, colorScheme })
    // Without Swagger UI, as for a reader without scripts; axe itself is a script.
    await context.route('**/docs/swagger-ui.js', (route) => route.abort())
    const page = await context.newPage()
    await page.goto(`${origin}/docs`)
    t.ok((await page.locator('.operations li').count()) > 40)
    t.strictSame(await violationsOn(page), [], `${colorScheme}: axe`)
    const over = await overflowOf(page)
    t.ok(over <= 0, `${over} px wider than the screen`)
    await context.close()
  }
})

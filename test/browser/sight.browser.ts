import t from 'tap'
import { addresses, look, overflowOf, schemes, violationsOn, widths } from './browser.js'

t.test('each page, narrow and wide, light and dark', async (t) => {
  const { origin, browser } = await look(t)
  for (const colorScheme of schemes) {
    for (const width of widths) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
      const elsewhere: string[] = []
      const failures: string[] = []
      page.on('request', (request) => {
        if (!request.url().startsWith(origin)) elsewhere.push(request.url())
      })
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('404')) failures.push(message.text())
      })
      for (const address of addresses) {
        const what = `${address}, ${width} px, ${colorScheme}`
        await page.goto(origin + address)
        t.strictSame(await violationsOn(page), [], `${what}: axe`)
        const over = await overflowOf(page)
        t.ok(over <= 0, `${what}: ${over} px wider than the screen`)
      }
      t.strictSame(elsewhere, [], `${width} px, ${colorScheme}: no request leaves the origin`)
      t.strictSame(failures, [], `${width} px, ${colorScheme}: nothing is refused or fails`)
      await page.close()
    }
  }
})

t.test('Tab alone reaches every link and control', async (t) => {
  const { origin, browser } = await look(t)
  const page = await browser.newPage()
  for (const address of [
    '/',
    '/states/USA',
    '/instruments/cedaw?status=signatory',
    '/instruments/cedaw/statements',
    '/outstanding?minimum=3',
    '/changes?state=IRL',
    '/states/USA/brief',
    '/share',
  ]) {
    await page.goto(origin + address)
    const wanted = await page.evaluate(() => {
      const all = [
        ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary'),
      ]
      const shown = all.filter(
        (one) => one.tabIndex >= 0 && one.checkVisibility() && !one.matches('[type=hidden]'),
      )
      for (const one of shown) one.addEventListener('focus', () => one.setAttribute('data-reached', ''))
      return shown.length
    })
    // A field for a day takes several presses, one for each of its parts.
    for (let press = 0; press < wanted + 40; press += 1) await page.keyboard.press('Tab')
    const missed = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')]
        .filter(
          (one) =>
            one.tabIndex >= 0 && one.checkVisibility() && !one.matches('[type=hidden], [data-reached]'),
        )
        .map((one) => one.outerHTML.slice(0, 120)),
    )
    t.strictSame(missed, [], `${address}: ${wanted} links and controls`)
    // No function in it has a name: tsx would have the page know its own helper for names.
    const [first = [], others = []] = await page.evaluate(() =>
      ['a[tabindex="-1"]', 'a[href]:not([tabindex="-1"])'].map((selector) =>
        [...document.querySelectorAll(selector)].map((one) => one.getAttribute('href') ?? ''),
      ),
    )
    const unreachable = first.filter((href) => !others.includes(href))
    if (!address.includes('status='))
      t.strictSame(unreachable, [], `${address}: what the map leads to is in a list as well`)
  }
})

t.test('a State’s page prints on one sheet of A4', async (t) => {
  const { origin, browser } = await look(t)
  const page = await browser.newPage()
  for (const code of ['USA', 'PRK', 'IRN', 'GBR', 'BIH', 'TUV', 'VCT', 'SLV', 'PER', 'MYS', 'QAT', 'NLD']) {
    await page.goto(`${origin}/states/${code}`)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    t.equal(pdf.match(/\/Type \/Page\b/g)?.length, 1, code)
  }
})

import t from 'tap'
import { languages } from '../../src/domain/vocabulary.js'
import { extremes, look, overflowOf, violationsOn } from './browser.js'

/** A page of each kind that has addresses in every language; “” is the home page. */
const pages = [
  '',
  '/states',
  '/states/PRK',
  '/states/GBR',
  '/states/PRK/brief',
  '/instruments',
  '/instruments/cedaw',
  '/instruments/cedaw/statements?article=16&group=african',
  '/outstanding',
  '/groups',
  '/groups/african-union',
  '/changes?state=IRL',
  '/search?q=guinea',
  '/share?of=states/USA',
  '/embed/states/USA',
  '/states/ZZZ',
]

for (const lang of languages.filter((one) => one !== 'en'))
  t.test(`each page in ${lang}, narrow and dark, wide and light`, async (t) => {
    const { origin, browser } = await look(t)
    for (const [width, colorScheme] of extremes) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
      for (const path of pages) {
        const what = `/${lang}${path}, ${width} px`
        await page.goto(`${origin}/${lang}${path}`)
        // Width changes little of what axe looks at: `sight.browser.ts` asks it at each, in English.
        if (width === 360) t.strictSame(await violationsOn(page), [], `${what}: axe`)
        const over = await overflowOf(page)
        t.ok(over <= 0, `${what}: ${over} px wider than the screen`)
        const letters = await page.evaluate(() => getComputedStyle(document.body).letterSpacing)
        if (lang === 'ar' || lang === 'zh') t.equal(letters, 'normal', `${what}: letters are not set apart`)
      }
      await page.close()
    }
  })

t.test('Arabic runs from right to left, its charts and codes from left to right', async (t) => {
  const { origin, browser } = await look(t)
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const sideOf = async (address: string, selector: string): Promise<'left' | 'right'> => {
    await page.goto(origin + address)
    const box = await page.locator(selector).first().boundingBox()
    return box !== null && box.x + box.width / 2 > 720 ? 'right' : 'left'
  }
  for (const [address, selector] of [
    ['/outstanding', 'thead th:first-child'],
    ['/states/USA', '.standing h3'],
    ['/groups', 'tbody th'],
    ['/', '.bar .name'],
    ['/embed/states/USA', '.dot'],
  ] as const) {
    t.equal(
      await sideOf(address === '/' ? '/?lang=en' : address, selector),
      'left',
      `English ${address}: ${selector}`,
    )
    t.equal(
      await sideOf(`/ar${address === '/' ? '' : address}`, selector),
      'right',
      `Arabic ${address}: ${selector}`,
    )
  }
  await page.goto(`${origin}/ar`)
  const directions = await page.evaluate(() =>
    [...document.querySelectorAll('svg')].map((one) => getComputedStyle(one).direction),
  )
  t.ok(directions.length > 2 && directions.every((one) => one === 'ltr'), 'drawings stay as they are')
})

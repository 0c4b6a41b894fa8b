import type { Page } from 'playwright-core'
import t from 'tap'
import { languages } from '../../src/domain/vocabulary.js'
import { look } from './browser.js'

/** What is wrong with a page on paper; null for one sheet of A4. */
async function faultOf(page: Page, address: string): Promise<string | null> {
  await page.goto(address)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const sheets = pdf.match(/\/Type \/Page\b/g)?.length
  if (sheets !== 1) return `${address}: ${sheets} sheets`
  // 210 by 297 mm, in points.
  return /\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/.test(pdf) ? null : `${address}: not A4`
}

t.test('the brief of every participant prints on one sheet of A4', async (t) => {
  const { origin, browser } = await look(t)
  const page = await browser.newPage()
  const { data } = await (await fetch(`${origin}/v1/states`)).json()
  t.ok(data.length > 220)
  const faults: (string | null)[] = []
  for (const { code } of data) faults.push(await faultOf(page, `${origin}/states/${code}/brief`))
  t.strictSame(
    faults.filter((one) => one !== null),
    [],
  )
})

t.test('so do the longest briefs in the other languages', async (t) => {
  const { origin, browser } = await look(t)
  const page = await browser.newPage()
  const { data } = await (await fetch(`${origin}/v1/states`)).json()
  for (const lang of languages.filter((one) => one !== 'en')) {
    const briefs: { address: string; length: number }[] = []
    for (const { code } of data) {
      const address = `${origin}/${lang}/states/${code}/brief`
      briefs.push({ address, length: (await (await fetch(`${address}.txt`)).text()).length })
    }
    briefs.sort((one, other) => other.length - one.length)
    for (const { address } of briefs.slice(0, 12)) t.equal(await faultOf(page, address), null, address)
  }
})

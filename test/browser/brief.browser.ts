import t from 'tap'
import { look } from './browser.js'

t.test('the brief of every participant prints on one sheet of A4', async (t) => {
  const { origin, browser } = await look(t)
  const page = await browser.newPage()
  const { data } = await (await fetch(`${origin}/v1/states`)).json()
  t.ok(data.length > 220)
  const longer: string[] = []
  for (const { code } of data) {
    await page.goto(`${origin}/states/${code}/brief`)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const sheets = pdf.match(/\/Type \/Page\b/g)?.length
    if (sheets !== 1) longer.push(`${code}: ${sheets}`)
    // 210 by 297 mm, in points.
    if (!/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/.test(pdf)) longer.push(`${code}: not A4`)
  }
  t.strictSame(longer, [])
})

import { join } from 'node:path'
import t from 'tap'
import { siteFiles } from '../../src/cli/publish/site.js'
import { earlierSite, writeSite } from '../../src/cli/publish/site-folder.js'
import { seededDatabase, today } from '../fixtures/seeded.js'
import { crawl, staticServer } from '../fixtures/static-site.js'
import { temporary } from '../fixtures/temporary.js'
import { extremes, launched, overflowOf, violationsOn } from './browser.js'

/** A page of each kind. */
const paths = [
  '/',
  '/states/PRK/',
  '/states/GBR/',
  '/states/CSK/',
  '/instruments/cedaw/',
  '/instruments/cedaw/statements/',
  '/outstanding/',
  '/search/',
  '/share/',
  '/share/states/USA/',
  '/docs/',
  '/embed/states/USA/',
  '/problems/not-found/',
  '/no/such/page',
  '/ar/',
  '/ar/states/PRK/',
  '/ar/docs/',
]

t.test('the whole record, published, served as plain files below a path, and looked at', async (t) => {
  const folder = join(temporary(t), 'site')
  const publicUrl = await staticServer(t, folder, '/ratification')
  const db = seededDatabase(t)
  const publish = async () => {
    const earlier = earlierSite(folder)
    const { files, ...site } = await siteFiles({
      db,
      publicUrl,
      today,
      asOf: null,
      earlier,
      languages: ['en', 'ar'],
    })
    return { files, ...writeSite(folder, earlier, { publicUrl, ...site }, files) }
  }
  const begun = process.cpuUsage()
  const { files } = await publish()
  const { user, system } = process.cpuUsage(begun)
  const seconds = (user + system) / 1e6
  t.comment(`${files.size} files in ${seconds.toFixed(1)} s of one processor`)
  t.match(await publish(), { written: [], removed: [] }, 'a second run writes nothing')

  const { answers, dead, elsewhere, asking } = await crawl(publicUrl)
  t.ok(answers.size > 1000, `${answers.size} addresses`)
  t.strictSame({ dead, elsewhere, asking }, { dead: [], elsewhere: [], asking: [] })

  const browser = await launched(t)
  for (const [width, colorScheme] of extremes) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
    const failures: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(publicUrl)) failures.push(request.url())
    })
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) failures.push(message.text())
    })
    for (const path of paths) {
      await page.goto(publicUrl + path)
      const what = `${path}, ${width} px, ${colorScheme}`
      t.strictSame(await violationsOn(page), [], `${what}: axe`)
      const over = await overflowOf(page)
      t.ok(over <= 0, `${what}: ${over} px wider than the screen`)
    }
    t.strictSame(
      failures,
      [],
      `${width} px, ${colorScheme}: no request leaves the origin, nothing is refused`,
    )
    await page.close()
  }
})

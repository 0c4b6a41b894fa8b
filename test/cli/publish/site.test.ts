import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { siteFiles } from '../../../src/cli/publish/site.js'
import { earlierSite, writeSite } from '../../../src/cli/publish/site-folder.js'
import type { Db } from '../../../src/db/sqlite/open.js'
import type { Language } from '../../../src/domain/vocabulary.js'
import { csv, importTable, longHeader } from '../../fixtures/imported.js'
import { seededApp } from '../../fixtures/seeded.js'
import { smallRecord } from '../../fixtures/small-record.js'
import { crawl, staticServer } from '../../fixtures/static-site.js'
import { temporary } from '../../fixtures/temporary.js'

/** Publishes a record into a folder, as the command does. */
async function published(
  db: Db,
  folder: string,
  publicUrl: string,
  today: string,
  chosen: readonly Language[] = ['en'],
) {
  const earlier = earlierSite(folder)
  const { files, ...site } = await siteFiles({ db, publicUrl, today, asOf: null, earlier, languages: chosen })
  return { ...site, ...writeSite(folder, earlier, { publicUrl, ...site }, files), files }
}

t.test('every link of a site answers, below a prefix, and none asks a server', async (t) => {
  const folder = join(temporary(t), 'site')
  const site = await staticServer(t, folder, '/ratification')
  const db = smallRecord(t)
  const { files } = await published(db, folder, site, '2026-11-23', ['en', 'ar'])
  const { answers, dead, elsewhere, asking } = await crawl(site)
  t.strictSame({ dead, elsewhere, asking }, { dead: [], elsewhere: [], asking: [] })
  const unlinked = [...files.keys()]
    .filter((file) => /^(?!problems|(ar\/)?embed).*index\.html$/.test(file))
    .filter((file) => !answers.has(`${site}/${file.slice(0, -'index.html'.length)}`))
  t.strictSame(unlinked, [], 'every page is linked')
  for (const file of [
    'embed/states/HTI/index.html',
    'badges/states/HTI.svg',
    'og/states/HTI.png',
    '404.html',
    'ar/index.html',
    'ar/states/HTI/index.html',
    'ar/share/states/HTI/index.html',
    'ar/docs/index.html',
  ])
    t.ok(files.has(file), file)
  pagesSayWhatTheyAre(t, files, site)
  await sameAsTheApi(t, db, site)
})

/** The JSON of every operation of the document, of one example each, is the API's: but for links, and pages of lists. */
async function sameAsTheApi(t: Test, db: Db, site: string): Promise<void> {
  const { app, ask } = await seededApp(t, { db })
  const document = await (await fetch(`${site}/openapi.json`)).json()
  const paths = Object.keys(document.paths).filter((path) => path.startsWith('/v1'))
  t.ok(paths.length > 40)
  const codes: Record<string, string> = {
    state: 'IRL',
    instrument: 'cedaw',
    group: 'african-union',
    resolution: 'a-res-63-194',
    table: 'actions',
  }
  for (const path of paths) {
    const id = path.startsWith('/v1/imports') ? '1' : 'cedaw-IRL-reservation-1'
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) => codes[name] ?? id)
    const file = await fetch(site + address)
    t.equal(file.status, 200, address)
    const asked = `${address}?${address.includes('datapackage') ? '' : 'asOf=2026-11-20'}`
    if (!path.endsWith('.json')) {
      const live = await app.inject(asked)
      if (path.endsWith('.csv')) t.equal(await file.text(), live.body, address)
      continue
    }
    const { meta, links, ...own } = await file.json()
    const { body } = await ask(asked)
    if (meta === undefined) continue
    const { meta: liveMeta, links: liveLinks, ...live } = body
    t.strictSame({ ...meta, cite: '' }, { ...liveMeta, cite: '' }, address)
    t.equal(links.self, site + address)
    t.equal(links.permalink, undefined)
    if (path !== '/v1.json') t.strictSame(own, liveLinks.next ? await whole(ask, asked) : live, address)
  }
}

async function whole(ask: Awaited<ReturnType<typeof seededApp>>['ask'], address: string) {
  const data: unknown[] = []
  for (let next: string | null = address; next !== null; ) {
    const { body } = await ask(next)
    data.push(...body.data)
    next = body.links.next
  }
  return { data }
}

t.test('only what changed is written', async (t) => {
  const folder = join(temporary(t), 'site')
  const db = smallRecord(t)
  const publish = (today: string) => published(db, folder, 'https://org.example', today)
  const first = await publish('2026-11-23')
  t.equal(first.written.length, first.files.size)
  t.match(first, { asOf: '2026-11-20', revision: 1 }, 'it speaks of the day of the newest import')
  t.match(
    await publish('2027-03-01'),
    { written: [], removed: [], asOf: '2026-11-20' },
    'a later day alone changes nothing',
  )

  await importTable(
    t,
    db,
    'deposit.csv',
    csv(longHeader, 'opsc,PLW,accession,2026-11-22,,,,depositary,CN.1.2026'),
    { asAt: '2026-11-22', allowRemovals: true },
  )
  const second = await publish('2026-11-25')
  t.match(second, { asOf: '2026-11-23', revision: 2 })
  t.ok(second.written.includes('v1/imports/2.json'))
  t.match(JSON.parse(readFileSync(join(folder, 'v1/states/PLW/outstanding.json'), 'utf8')), {
    meta: { asOf: '2026-11-23', revision: 2 },
  })
})

/** A page says what a file cannot do, and has a policy of its own. */
function pagesSayWhatTheyAre(t: Test, files: ReadonlyMap<string, Buffer>, site: string): void {
  const page = (file: string) => String(files.get(file))
  const state = page('states/HTI/index.html')
  t.match(
    state,
    'As of 20 November 2026, revision 1 of the record. These pages are files: they show no other',
  )
  t.match(state, `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'`)
  t.match(state, '<a href="/ratification/v1/states/HTI/statuses.json">This page as JSON</a>')
  t.match(state, `<meta property="og:image" content="${site}/og/states/HTI.png"/>`)
  const share = page('share/states/HTI/index.html')
  t.match(share, `&lt;iframe src=&quot;${site}/embed/states/HTI/&quot;`, 'snippets lead to files')
  t.match(share, "script-src 'sha256-", 'its script may run')
  const arabic = page('ar/instruments/cedaw/statements/index.html')
  t.match(arabic, '<html lang="ar" dir="rtl">')
  t.match(arabic, '<a href="/ratification/ar/docs/">API</a>')
  t.match(
    arabic,
    'href="/ratification/v1/instruments/cedaw/statements.json"',
    'the API has no files in Arabic',
  )
  t.match(arabic, `<link rel="alternate" hreflang="en" href="${site}/instruments/cedaw/statements/"/>`)
  t.notMatch(arabic, 'hreflang="fr" href', 'no link leads to a language that is not published')
  const sitemap = page('sitemap.xml')
  t.match(sitemap, `<loc>${site}/ar/docs/</loc>`)
  t.match(sitemap, `hreflang="ar" href="${site}/ar/states/HTI/"`)
  t.notMatch(sitemap, '/fr')
  t.match(page('404.html'), '<p lang="zh" dir="ltr">该网址没有任何内容。')
  const asking = /<form|Permanent address|"bookmark"|frame-ancestors|[?&;](asOf|revision|lang)=/
  for (const [file, content] of files) if (file.endsWith('.html')) t.notMatch(String(content), asking, file)
}

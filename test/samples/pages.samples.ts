import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import type { Db } from '../../src/db/sqlite/open.js'
import { openStore } from '../../src/db/store.js'
import { type ImportRequest, importFile, openTarget } from '../../src/import/import-file.js'
import { FileRefused } from '../../src/tables/fault.js'
import { importedAt } from '../fixtures/imported.js'
import { seededDatabase } from '../fixtures/seeded.js'
import { samples } from './samples.js'

const folder = join(samples, 'depositary-pages')
const asAt = '2026-02-03'
const former = ['CSK', 'DDR', 'YUG', 'YMD']

/** The treaty of each page; the seed holds some of them. */
const treaties: Record<string, { code: string; isSeeded: boolean }> = {
  'IV-11-c.html': { code: 'opsc', isSeeded: true },
  'IV-11.html': { code: 'crc', isSeeded: true },
  'IV-3-a.html': { code: 'iv-3-a', isSeeded: false },
  'IV-5.html': { code: 'iv-5', isSeeded: false },
  'IV-8-b.html': { code: 'iv-8-b', isSeeded: false },
  'IV-8.html': { code: 'cedaw', isSeeded: true },
}

const htmlOf = (fileName: string): string => readFileSync(join(folder, fileName), 'utf8')

const importPage = (db: Db, path: string, options: Partial<ImportRequest> = {}) =>
  importFile(openTarget(db), { path, fileName: 'saved.html', listed: 1000, ...options }, importedAt)

function importText(t: Test, db: Db, html: string, options: Partial<ImportRequest> = {}) {
  const path = join(t.testdir(), 'saved.html')
  writeFileSync(path, html)
  return importPage(db, path, options)
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** The days that the table of participants prints, read without any of our own reading. */
function printedDays(html: string): { rows: number; days: string[]; undone: string[] } {
  const from = html.indexOf('_tblgrid"')
  const table = html.slice(from, html.indexOf('</table>', from))
  const [, ...rows] = table.replace(/<SUP>.*?<\/SUP>/gs, '').split('<tr ')
  const cells = rows.flatMap((row) => row.split('<td>').slice(2))
  const dated = cells.map((cell) => ({ cell, day: /(\d{1,2}) ([A-Z][a-z]{2})\s+(\d{4})/.exec(cell) }))
  const days = (given: typeof dated): string[] =>
    given.flatMap(({ day }) => {
      if (day === null) return []
      const [, date = '', month = '', year] = day
      return [`${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${date.padStart(2, '0')}`]
    })
  return {
    rows: rows.length - 1,
    days: days(dated).sort(),
    undone: days(dated.filter(({ cell }) => cell.trim().startsWith('['))),
  }
}

const heldOf = (db: Db, code: string) =>
  openStore(db)
    .actions.known(99)
    .filter(({ instrument, participant }) => instrument === code && !former.includes(participant))
    .filter(({ latest, action }) => latest <= asAt && action !== 'withdrawal')

t.strictSame(readdirSync(folder).sort(), ['INDEX.md', ...Object.keys(treaties)].sort())

for (const [fileName, { code, isSeeded }] of Object.entries(treaties))
  t.test(`${fileName}: every cell is an action, and the totals agree`, async (t) => {
    const db = seededDatabase(t)
    const { rows, days, undone } = printedDays(htmlOf(fileName))
    const report = await importPage(db, join(folder, fileName))
    t.match(report, { format: 'depositary-page', asAt, asAtFrom: 'file', tables: [{ instrument: code }] })
    t.equal(report.rows, rows)
    t.ok(days.length > 50)
    t.strictSame(
      heldOf(db, code)
        .map(({ latest }) => latest)
        .sort(),
      days,
      `${days.length} dated cells, ${undone.length} of them undone`,
    )
    t.strictSame(
      report.warnings.filter((warning) => /totals/.test(warning)),
      [],
      'compared with the totals',
    )
    if (isSeeded) t.match(report.tables, [{ added: 0, corrected: 0, removed: 0 }])
    else t.equal(report.revision, 2)
    t.equal((await importPage(db, join(folder, fileName))).revision, null, 'again: nothing')
  })

/** Where a mark first stands in the table of participants. */
const from = (html: string, mark: string): number => html.indexOf(mark, html.indexOf('_tblgrid"'))

t.test('one changed cell changes one action', async (t) => {
  const db = seededDatabase(t)
  const html = htmlOf('IV-8-b.html')
  await importText(t, db, html)
  const at = from(html, '29 Oct')
  const report = await importText(t, db, `${html.slice(0, at)}30 Oct${html.slice(at + 6)}`)
  t.match(report.tables, [{ added: 0, corrected: 1, removed: 0 }])
  t.match(report.changes, [{ before: { participant: 'TUR' }, after: { participant: 'TUR' } }])
})

const damages: [title: string, damage: (html: string) => string, reason: RegExp][] = [
  [
    'a day lost',
    (html) => html.replace(/21 Jun\t 1985/, '&nbsp;'),
    /“189”: is printed above the table, and 188/,
  ],
  [
    'a row lost',
    (html) => html.slice(0, from(html, '<td>Zambia')) + html.slice(from(html, '<td>Zimbabwe')),
    /“99”: is printed.*and 98.*“189”: is printed.*and 188/s,
  ],
  [
    'a total changed',
    (html) => html.replace(/189(?=<\/div>)/, '190'),
    /“190”: is printed above the table, and 189/,
  ],
  [
    'cut within the table',
    (html) => html.slice(0, from(html, '>Malawi')),
    /is cut off: it ends within its table/,
  ],
  [
    'cut within the sections',
    (html) => html.slice(0, html.length / 1.2),
    /is cut off: it ends after its table/,
  ],
  ['cut within VIEWSTATE', (html) => html.slice(0, html.length / 4), /is cut off: it ends before its table/],
]
for (const [title, damage, reason] of damages)
  t.test(`damaged: ${title}`, async (t) => {
    const html = htmlOf('IV-8.html')
    t.not(damage(html), html)
    const refused = await importText(t, seededDatabase(t), damage(html)).catch((error: unknown) => error)
    t.type(refused, FileRefused)
    t.match((refused as Error).message, reason)
  })

t.test('the page of another treaty', async (t) => {
  const path = join(folder, 'IV-11.html')
  const refused = await importPage(seededDatabase(t), path, { instrument: 'cedaw' }).catch((error) => error)
  t.type(refused, FileRefused)
  t.match(refused.message, /of another treaty than cedaw: it says itself that it is of IV-11/)
})

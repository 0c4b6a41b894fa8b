import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import t from 'tap'
import { tablesAt } from '../../src/cli/import/found-files.js'
import { openStore } from '../../src/db/store.js'
import { RemovalsRefused } from '../../src/db/write/record.js'
import { importFile, openTarget } from '../../src/import/import-file.js'
import { importedAt, said } from '../fixtures/imported.js'
import { seededDatabase } from '../fixtures/seeded.js'
import { samples } from './samples.js'

const folder = join(samples, 'mtdsg-csv')
/** The instruments whose tables the seed was compiled from, and as at which days (facts/README.md). */
const seeded: Record<string, string> = {
  '18-12.csv': '2014-01-27',
  '18-12-a.csv': '2014-01-27',
  '4-11-c.csv': '2015-01-27',
  '4-8.csv': '2014-07-10',
  '18-4.csv': '2013-07-06',
  '4-11.csv': '2014-10-26',
}

/** Former States, whose acts the depositary gives in notes alone. */
const former = ['CSK', 'DDR', 'YUG', 'YMD']
const isInTables = ({ participant }: { participant: string }): boolean => !former.includes(participant)

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** The cells that hold a date, read without any of our own reading: their days, and their markers. */
function datedCells(path: string): { day: string; marker: string }[] {
  const [, ...rows] = parse(readFileSync(path, 'utf8'), { relax_column_count: true }) as string[][]
  return rows
    .flatMap(([, ...cells]) => cells)
    .flatMap((cell) => {
      const [, date = '', month = '', year, marker = ''] =
        /(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) ?(\w*)/.exec(cell) ?? []
      const number = String(months.indexOf(month) + 1).padStart(2, '0')
      return year === undefined ? [] : [{ day: `${year}-${number}-${date.padStart(2, '0')}`, marker }]
    })
}

t.test(
  'every dated cell of every table is an action in the record, or in a column reported as not read',
  async (t) => {
    const db = seededDatabase(t)
    const target = openTarget(db)
    const files = await tablesAt(folder)
    t.equal(files.length, 33)
    let total = 0
    for (const file of files) {
      const asAt = seeded[file.fileName] ?? '2015-06-30'
      const report = await importFile(target, { ...file, asAt, listed: 0 }, importedAt)
      const notRead = report.notRead.reduce((sum, { cells }) => sum + cells, 0)
      const dated = datedCells(file.path)
      total += dated.length
      const [{ instrument } = { instrument: '' }] = report.tables
      const held = openStore(db)
        .actions.known(999)
        .filter((one) => one.instrument === instrument && one.earliest === one.latest && one.latest <= asAt)
        .filter(isInTables)
      t.equal(
        held.length + notRead,
        dated.length,
        `${file.fileName}: ${held.length} actions, ${notRead} cells not read`,
      )
      if (notRead === 0)
        t.strictSame(
          held.map(({ latest }) => latest).sort(),
          dated.map(({ day }) => day).sort(),
          'the same days',
        )
      for (const [marker, action] of Object.entries({
        a: 'accession',
        A: 'acceptance',
        AA: 'approval',
        s: 'definitive-signature',
      }))
        t.equal(
          held.filter((one) => one.action === action).length,
          dated.filter((one) => one.marker === marker).length,
          `${file.fileName}: ${action}`,
        )
      if (seeded[file.fileName])
        t.equal(report.revision, null, `${file.fileName} changes nothing of the seed`)
    }
    t.ok(total > 4000, `${total} dated cells`)
  },
)

t.test(
  'without their own “as at”, the tables of the seed are refused, and the refusal lists just the later actions',
  async (t) => {
    const db = seededDatabase(t)
    const target = openTarget(db)
    for (const [fileName, asAt] of Object.entries(seeded)) {
      const request = { path: join(folder, fileName), fileName, listed: 0 }
      const refused = await importFile(target, request, importedAt).catch((error: unknown) => error)
      if (!(refused instanceof RemovalsRefused)) return t.fail(`${fileName} was not refused`)
      const [{ instrument = '' } = {}] = refused.removals
      const later = openStore(db)
        .actions.known(1)
        .filter((one) => one.instrument === instrument && one.latest > asAt)
        .filter(isInTables)
      t.strictSame(refused.removals.map(said).sort(), later.map(said).sort(), fileName)
    }
  },
)

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { openReading } from '../../src/answers/reading.js'
import { statementsOn } from '../../src/answers/statements/statements.js'
import type { Db } from '../../src/db/sqlite/open.js'
import { openStore } from '../../src/db/store.js'
import { revertImport } from '../../src/db/write/revert.js'
import { readStatementReadings } from '../../src/import/statement-readings.js'
import { reviewPage } from '../../src/import/statement-review.js'
import { participantNames } from '../../src/tables/collection/names/names.js'
import { FileRefused } from '../../src/tables/fault.js'
import { importedAt, importTable } from '../fixtures/imported.js'
import { seededDatabase } from '../fixtures/seeded.js'
import { day, heading, line, statementPage } from '../fixtures/statement-page.js'
import { row } from '../fixtures/status-page.js'
import { temporary } from '../fixtures/temporary.js'

const rows = [
  row('Chad', '5 Feb 2008', '9 Jun 2009'),
  row('Fiji', '', '28 Aug 2015 a'),
  row('Peru', '', '13 Sep 2012 a'),
]
const chad = {
  of: 'Chad',
  blocks: [
    heading('Reservation:'),
    line('Chad does not consider itself bound by article 2 and article 9, paragraph 1.'),
  ],
}
const chadLess = {
  of: 'Chad',
  notes: ['4'],
  blocks: [heading('Reservation:'), line('Chad does not consider itself bound by article 2.')],
}
const fiji = { of: 'Fiji', blocks: [line('Fiji will look at the matter as its own law sees fit.')] }
const peru = {
  of: 'Peru',
  blocks: [line('Peru objects to the reservation made by Chad to article 2.'), day('1 October 2012')],
}
const page = (asAt: string, given: Parameters<typeof statementPage>[0]): string =>
  statementPage(given, rows).replace('04-05-2020', asAt)
const first = page('04-05-2020', { declarations: [chad, fiji], objections: [peru] })

/** Each statement with what stands of it: `iv-9-TCD-reservation-1 standing 2;9(1)`. */
const standing = (db: Db, asOf: string): string[] =>
  statementsOn(openReading({ store: openStore(db), today: () => asOf }, { asOf }), {
    instrument: ['xxix-9-a'],
  }).map(
    ({ statement, standing, articles }) => `${statement.id} ${standing} ${articles?.join(';') ?? 'not read'}`,
  )

t.test('a page that is imported again and again', async (t) => {
  const db = seededDatabase(t)
  const report = await importTable(t, db, '29-9-a.html', first)
  t.match(report.statements, { added: 2, changed: 0, withdrawn: 0, unread: 0 })
  t.match(report.notRead, [{ what: /whose kind is not said/, cells: 1 }])
  t.strictSame(standing(db, '2020-06-01'), [
    'xxix-9-a-TCD-reservation-1 standing 2;9(1)',
    'xxix-9-a-PER-objection-1 standing 2',
  ])
  t.match(
    openStore(db)
      .statements.coverage(report.revision ?? 0)
      .get('xxix-9-a'),
    {
      coverage: 'partial',
      asAt: '2020-05-04',
    },
  )
  const again = await importTable(t, db, '29-9-a.html', first)
  t.equal(again.revision, null, 'changes nothing')

  const less = page('04-07-2020', {
    declarations: [chadLess, fiji],
    objections: [peru],
    notes: {
      4: 'On 3 June 2020, the Government of Chad notified the Secretary-General that it withdraws its reservation to article 9, paragraph 1.',
    },
  })
  const later = await importTable(t, db, '29-9-a.html', less)
  t.match(later.statements, { added: 0, changed: 1, withdrawn: 0 })
  t.strictSame(standing(db, '2020-06-01')[0], 'xxix-9-a-TCD-reservation-1 standing 2;9(1)')
  t.strictSame(standing(db, '2020-07-04')[0], 'xxix-9-a-TCD-reservation-1 partly-withdrawn 2')

  const without = page('04-09-2020', { declarations: [fiji], objections: [peru] })
  const last = await importTable(t, db, '29-9-a.html', without)
  t.match(last.statements, { withdrawn: 1, lines: [/^TCD: xxix-9-a-TCD-reservation-1 withdrawn between/] })
  t.strictSame(standing(db, '2020-08-01')[0], 'xxix-9-a-TCD-reservation-1 uncertain 2')
  t.strictSame(standing(db, '2020-09-04')[0], 'xxix-9-a-TCD-reservation-1 withdrawn ')

  revertImport(db, last.revision ?? 0, importedAt)
  t.strictSame(
    standing(db, '2020-09-04')[0],
    'xxix-9-a-TCD-reservation-1 partly-withdrawn 2',
    'after a revert',
  )
  t.match(openStore(db).statements.coverage(99).get('xxix-9-a'), { coverage: 'partial', asAt: '2020-07-04' })
  const texts = db.$client
    .prepare(
      "SELECT group_concat(source) || group_concat(summary) FROM statements WHERE instrument = 'xxix-9-a'",
    )
    .pluck()
    .get()
  t.notMatch(texts, /consider itself bound/, 'no text of a statement is kept')
})

t.test('what a person reads of a statement', async (t) => {
  const db = seededDatabase(t)
  const store = openStore(db)
  const folder = temporary(t)
  const path = join(folder, '29-9-a.html')
  writeFileSync(path, first)
  const names = participantNames(store.participants.named())
  const review = await reviewPage(path, '29-9-a.html', names)
  t.match(review, [{ participant: 'FJI', missing: 'kind', section: 'declarations', articles: 'none' }])
  t.notMatch(JSON.stringify(review), /its own law/, 'not a word of it')
  const [{ digest = '' } = {}] = review
  const filled = join(folder, 'filled.csv')
  writeFileSync(
    filled,
    `digest,kind,articles,summary\n${digest},declaration,9;2(f),Acts under its own law.\n`,
  )
  const readings = readStatementReadings(filled, store.participants.codeOf)
  const report = await importTable(t, db, '29-9-a.html', first, { readings })
  t.match(report.statements, { added: 3, unread: 0 })
  t.strictSame(standing(db, '2020-06-01')[1], 'xxix-9-a-FJI-declaration-1 standing 2(f);9')
  t.match(store.statements.coverage(report.revision ?? 0).get('xxix-9-a'), { coverage: 'whole' })
  t.equal((await importTable(t, db, '29-9-a.html', first, { readings })).revision, null)

  const faultsIn = (text: string) => {
    writeFileSync(filled, text)
    try {
      readStatementReadings(filled, store.participants.codeOf)
    } catch (error) {
      if (error instanceof FileRefused) return error.faults
      throw error
    }
    return []
  }
  t.strictSame(
    faultsIn(`digest,kind,articles,toward,summary\nnone,promise,art. 2,Peru,${'word '.repeat(26)}\n`).map(
      ({ line, column }) => [line, column],
    ),
    ['digest', 'kind', 'articles', 'toward', 'summary'].map((column) => [2, column]),
  )
  t.match(faultsIn('kind,articles\nreservation,2\n'), [{ reason: /has no column “digest”/ }])
  t.match(faultsIn('digest,kind\n"x'), [{ reason: /is no CSV/ }])
  t.throws(() => readStatementReadings(join(folder, 'none.csv'), store.participants.codeOf), /cannot be read/)
  const other = new Map([['0'.repeat(64), { summary: 'Of another page.' }]])
  const { warnings } = await importTable(t, db, '29-9-a.html', first, { readings: other })
  t.match(warnings, ['1 of 1 readings fit no statement of this page'])
})

import t from 'tap'
import { changesByImport, type ImportChanges } from '../../src/answers/import-changes.js'
import { openReading } from '../../src/answers/reading.js'
import { openStore } from '../../src/db/store.js'
import { importTwoThenCorrect } from '../fixtures/imported.js'
import { seededDatabase, today } from '../fixtures/seeded.js'

const said = ({ import: { revision }, actions, statements }: ImportChanges): string =>
  `${revision}: ${actions.length} and ${statements.length}`

t.test('parts of any size tell all changes once, newest import first', async (t) => {
  const db = seededDatabase(t)
  await importTwoThenCorrect(t, db, { palau: '11 Dec 1999', source: 'a test' })
  const reading = openReading({ store: openStore(db), today: () => today }, {})
  const { total, rows } = changesByImport(reading, {})
  const whole = rows({ offset: 0, limit: total })
  t.strictSame(
    whole.map((one) => one.import.revision),
    [3, 2, 1],
  )
  t.strictSame(whole.map(({ counts }) => counts.actions).slice(0, 2), [
    { revision: 3, added: 0, corrected: 1, removed: 1 },
    { revision: 2, added: 2, corrected: 0, removed: 0 },
  ])
  t.equal(
    whole.reduce((sum, { actions, statements }) => sum + actions.length + statements.length, 0),
    total,
  )
  for (const limit of [3, 700, 999]) {
    const parts = Array.from({ length: Math.ceil(total / limit) }, (_, at) =>
      rows({ offset: at * limit, limit }),
    )
    const all = <K extends 'actions' | 'statements'>(key: K) =>
      parts.flat().flatMap((one) => one[key] as unknown[])
    for (const key of ['actions', 'statements'] as const)
      t.strictSame(
        all(key),
        whole.flatMap((one) => one[key] as unknown[]),
        `${limit} at a time: ${key}`,
      )
    if (limit === 3)
      t.strictSame(
        parts.slice(0, 2).map((part) => part.map(said)),
        [
          ['3: 2 and 0', '2: 1 and 0'],
          ['2: 1 and 0', '1: 2 and 0'],
        ],
      )
  }
})

t.test('only what was chosen, and of the days up to that asked about', async (t) => {
  const store = openStore(seededDatabase(t))
  const at = (asOf?: string) => openReading({ store, today: () => today }, { asOf })
  const ireland = changesByImport(at(), { state: ['irl'], instrument: ['cedaw'] })
  const [one] = ireland.rows({ offset: 0, limit: ireland.total })
  t.match(
    one?.actions.map(({ change }) => change.after?.action),
    ['accession'],
  )
  const days = one?.statements.map(({ after }) => after?.latest ?? '') ?? []
  t.ok(days.length > 4)
  t.strictSame(days, [...days].sort().reverse(), 'the newest event first')
  const earlier = changesByImport(at('1990-01-01'), { state: ['irl'], instrument: ['cedaw'] })
  t.ok(earlier.total < ireland.total)
  t.throws(() => changesByImport(at(), { state: ['qzz'] }), { code: 'invalid-parameter' })
})

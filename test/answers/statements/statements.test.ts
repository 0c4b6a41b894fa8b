import t from 'tap'
import { openReading } from '../../../src/answers/reading.js'
import type { StatementFilter } from '../../../src/answers/statements/filter.js'
import { type StatementRow, statementAt, statementsOn } from '../../../src/answers/statements/statements.js'
import { openStore } from '../../../src/db/store.js'
import { seededDatabase, today } from '../../fixtures/seeded.js'

const store = openStore(seededDatabase(t))
const readingOn = (asOf: string) => openReading({ store, today: () => today }, { asOf })
const rows = (asOf: string, filter: StatementFilter): StatementRow[] => statementsOn(readingOn(asOf), filter)
const ids = (asOf: string, filter: StatementFilter): string[] =>
  rows(asOf, filter).map(({ statement }) => statement.id)
const cedaw = ['cedaw']

t.test('Ireland and CEDAW: one statement, what stands of it and what happened', async (t) => {
  const [ireland, ...others] = rows('2026-02-03', {
    state: ['IRL'],
    instrument: cedaw,
    kind: ['reservation'],
  })
  t.strictSame(others, [])
  t.match(ireland, {
    statement: { id: 'cedaw-IRL-reservation-1', territory: null },
    state: { code: 'IRL' },
    standing: 'partly-withdrawn',
    articles: ['11(1)', '13(a)', '16(1)(d)', '16(1)(f)'],
    purpose: 'excludes',
    objections: 0,
  })
  t.strictSame(
    ireland?.events.map(({ event, latest }) => `${event} ${latest}`),
    ['made 1985-12-23', 'withdrawn 1986-12-19', 'withdrawn 2000-03-24', 'withdrawn 2004-06-11'],
  )
  t.equal(
    rows('1990-01-01', { state: ['IRL'], instrument: cedaw, kind: ['reservation'] })[0]?.events.length,
    2,
  )
  t.strictSame(
    ids('1985-12-22', { state: ['IRL'], instrument: cedaw, kind: ['reservation'] }),
    [],
    'not made yet',
  )
})

interface Case {
  readonly title: string
  readonly on: string
  readonly filter: StatementFilter
  readonly found: readonly string[]
}
const cases: Case[] = [
  {
    title: 'a reservation to the whole of 29 answers for 29(1)',
    on: '2026-02-03',
    filter: { instrument: cedaw, state: ['CUB', 'MMR'], article: ['29(1)'] },
    found: ['cedaw-CUB-reservation-1', 'cedaw-MMR-reservation-1'],
  },
  {
    title: 'a general one reaches every article (Brunei Darussalam)',
    on: '2026-02-03',
    filter: { instrument: cedaw, state: ['BRN'], article: ['16(1)(c)'], kind: ['reservation'] },
    found: ['cedaw-BRN-reservation-1'],
  },
  {
    title: 'made on signature, not confirmed',
    on: '2026-02-03',
    filter: { standing: ['lapsed'] },
    found: [
      'cedaw-SLV-declaration-1',
      'cedaw-ITA-reservation-1',
      'cedaw-KOR-reservation-1',
      'trafficking-protocol-SAU-reservation-1',
      'cedaw-GBR-declaration-1',
    ],
  },
  {
    title: 'between signature and ratification',
    on: '1981-01-01',
    filter: { instrument: cedaw, standing: ['pending'], kind: ['reservation'] },
    found: [
      'cedaw-BGR-reservation-1',
      'cedaw-CZE-reservation-1',
      'cedaw-EGY-reservation-1',
      'cedaw-IND-reservation-1',
      'cedaw-ITA-reservation-1',
      'cedaw-JOR-reservation-1',
    ],
  },
  {
    title: 'within the bounds of a withdrawal',
    on: '2024-01-01',
    filter: { standing: ['uncertain'] },
    found: ['untoc-LTU-reservation-1', 'trafficking-protocol-LTU-reservation-1'],
  },
  {
    title: 'for territories alone',
    on: '2026-02-03',
    filter: { instrument: cedaw, territory: ['HKG', 'bmu'] },
    found: ['cedaw-CHN-reservation-2', 'cedaw-GBR-reservation-4'],
  },
  {
    title: 'more than the opt-out of dispute settlement: what is left of Brazil’s is no more',
    on: '2026-02-03',
    filter: {
      instrument: cedaw,
      state: ['BRA', 'ARG', 'BGD'],
      exceptPurpose: ['disputes'],
      kind: ['reservation'],
    },
    found: ['cedaw-BGD-reservation-1'],
  },
  {
    title: 'but it was',
    on: '1990-01-01',
    filter: { instrument: cedaw, state: ['BRA'], exceptPurpose: ['disputes'] },
    found: ['cedaw-BRA-reservation-1'],
  },
  {
    title: 'toward a State',
    on: '2026-02-03',
    filter: { instrument: cedaw, toward: ['IRQ'], state: ['ISR'] },
    found: ['cedaw-ISR-objection-1'],
  },
  {
    title: 'what happened since',
    on: '2026-02-03',
    filter: { instrument: cedaw, since: '2020-03-01' },
    found: ['cedaw-DZA-reservation-1', 'cedaw-GBR-reservation-5'],
  },
  {
    title: 'an organization’s',
    on: '2026-02-03',
    filter: { state: ['EUE'], instrument: ['untoc'] },
    found: ['untoc-EUE-declaration-1', 'untoc-EUE-declaration-2'],
  },
]
for (const { title, on, filter, found } of cases)
  t.test(title, async (t) => {
    t.strictSame(ids(on, filter), found)
  })

t.test('whose a predecessor’s statement is', async (t) => {
  const whose = (on: string) =>
    rows(on, { instrument: cedaw, kind: ['reservation'] })
      .filter(({ statement }) => /-(YEM|CZE|SVK|DDR)-/.test(statement.id))
      .map(({ state, standing }) => `${state.code} ${standing}`)
  t.strictSame(whose('1985-06-01').sort(), ['CSK standing', 'DDR standing', 'YMD standing'], 'once each')
  t.strictSame(whose('1990-05-22').sort(), ['CSK standing', 'DDR standing', 'YEM standing'])
  t.strictSame(whose('2026-02-03').sort(), ['CZE withdrawn', 'SVK withdrawn', 'YEM standing'])
  t.equal(rows('2026-02-03', { state: ['DDR'] }).length, 2, 'of a State that has ended, where it is named')
})

t.test('objections: to a statement, a signature, an extension, a proposal', async (t) => {
  const targets = (id: string) =>
    store.statements
      .ofInstrument('cedaw', 1)
      .find((one) => one.id === id)
      ?.targets.map(({ statement: _, ...one }) => one)
  t.match(targets('cedaw-ARG-objection-1'), [
    { toward: 'GBR', towardTerritory: 'FLK' },
    { toward: 'GBR', towardTerritory: 'SGS' },
  ])
  t.match(targets('cedaw-DDR-objection-1'), [{ toward: 'KHM', towardAction: 'signature' }])
  t.match(targets('cedaw-FRA-objection-1'), [{ towardStatement: 'cedaw-MYS-communication-1' }])
  t.match(targets('cedaw-DEU-objection-3'), { length: 2 }, 'both reservations of Egypt')
  const barring = store.statements
    .ofInstrument('cedaw', 1)
    .filter(({ effect }) => effect === 'bars-entry-into-force')
  t.match(barring, [{ id: /^cedaw-SWE-/, targets: [{ toward: 'MDV' }] }])
  t.match(rows('2026-02-03', { state: ['QAT'], instrument: cedaw, kind: ['reservation'] }), [
    { objections: 16 },
  ])
  t.match(rows('2010-01-01', { state: ['QAT'], instrument: cedaw, kind: ['reservation'] }), [
    { objections: 3 },
  ])
})

t.test('one statement by its id, of a State that has ended, too', async (t) => {
  const one = (id: string, on: string) => statementAt(readingOn(on), id)
  t.match(one('cedaw-EGY-reservation-2', '2026-02-03'), { standing: 'standing', objectors: ['DEU', 'NLD'] })
  t.match(one('cedaw-DDR-reservation-1', '2026-02-03'), { state: { code: 'DDR' } })
  t.throws(() => one('cedaw-EGY-reservation-9', '2026-02-03'), { message: /is not in the record/ })
  t.throws(() => one('cedaw-EGY-reservation-2', '1980-01-01'), {
    message: /made by 1980-01-01, is not in the record/,
  })
})

t.test('what is unknown is refused by name', async (t) => {
  t.throws(
    () => rows('2026-02-03', { territory: ['XYZ'] }),
    /“XYZ” is not the code of a territory; allowed: ABW/,
  )
  t.throws(() => rows('2026-02-03', { toward: ['XYZ'] }), /“XYZ” is not the code of a participant/)
  t.throws(() => rows('2026-02-03', { since: '2020-01-01', until: '2019-01-01' }), /lies before “since”/)
})

t.test('every statement has a source and our own words, never more than twenty-five', async (t) => {
  const all = readingOn('2026-02-03').instruments.flatMap(({ code }) =>
    store.statements.ofInstrument(code, 1),
  )
  t.equal(all.length, 557)
  for (const { id, source, summary, events } of all) {
    t.ok(source.length > 3 && events.length > 0, id)
    for (const text of [summary, ...events.map((one) => one.summary)])
      t.ok((text ?? '').split(' ').length <= 25, `${id}: ${text}`)
  }
})

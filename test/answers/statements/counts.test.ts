import t from 'tap'
import { instrumentAt } from '../../../src/answers/instruments.js'
import { openReading } from '../../../src/answers/reading.js'
import {
  articleCounts,
  standsForState,
  statementSummaries,
  statesOf,
} from '../../../src/answers/statements/counts.js'
import type { StatementFilter } from '../../../src/answers/statements/filter.js'
import { statementsOn } from '../../../src/answers/statements/statements.js'
import { type StatusRow, statusesIn } from '../../../src/answers/statuses.js'
import { openStore } from '../../../src/db/store.js'
import { isStanding } from '../../../src/domain/statements/standing.js'
import { isOfOwnConsent } from '../../../src/domain/statements/statement.js'
import { seededDatabase, today } from '../../fixtures/seeded.js'

const store = openStore(seededDatabase(t))
const on = (asOf: string) => openReading({ store, today: () => today }, { asOf })
const page = on('2026-02-03')
const cedaw = instrumentAt(page, 'cedaw')
const reservedBy = (article: string, filter: StatementFilter = {}): string[] =>
  articleCounts(page, cedaw, filter)
    .find((one) => one.article === article)
    ?.reservedBy.map(({ code }) => code) ?? []

t.test('CEDAW on 2026-02-03, as the depositary’s page has it', async (t) => {
  const kinds = ['reservation', 'declaration', 'understanding'] as const
  const rows = statementsOn(page, { instrument: ['cedaw'], kind: kinds })
  const reserving = statesOf(
    rows.filter((row) => row.statement.kind === 'reservation' && standsForState(row)),
  )
  t.equal(reserving.length, 54, 'States with a reservation that stands')
  t.equal(reservedBy('29(1)').length, 39)
  t.equal(reservedBy('16').length, 26)
  t.equal(reservedBy('2').length, 15)
  t.equal(reservedBy('9').length, 14)
  // The page has a heading for each of 79 States. Guinea's declaration stands in an end note alone.
  const entries = statesOf(rows).map(({ code }) => code)
  t.equal(entries.filter((code) => code !== 'GIN').length, 79)
  t.ok(['CZE', 'SVK', 'GIN'].every((code) => entries.includes(code)))
  t.notOk(
    ['CSK', 'DDR'].some((code) => entries.includes(code)),
    'former States have none',
  )
})

t.test('what is for a territory alone is not the State’s own', async (t) => {
  t.notOk(reservedBy('2').includes('GBR'), 'withdrawn in 1996; Bermuda’s stands')
  t.ok(reservedBy('2').includes('NZL'), 'printed under New Zealand for itself')
})

t.test('the whole of 29 counts for 29(1), and a general one for none', async (t) => {
  t.ok(['CUB', 'MMR'].every((code) => reservedBy('29(1)').includes(code)))
  t.strictSame(reservedBy('general'), ['BRN', 'MYS', 'OMN', 'SAU'])
  t.notOk(reservedBy('2').includes('SAU'))
})

t.test('without the opt-outs of dispute settlement', async (t) => {
  const others = reservedBy('29(1)', { exceptPurpose: ['disputes'] })
  t.ok(others.includes('ARE') && !others.includes('ARG') && !others.includes('BRA'))
})

t.test('the same on a past day', async (t) => {
  const then = on('1990-01-01')
  const states = statesOf(
    statementsOn(then, { instrument: ['cedaw'], kind: ['reservation'] }).filter(standsForState),
  ).map(({ code }) => code)
  t.ok(['DDR', 'CSK', 'YMD', 'BRA', 'LUX'].every((code) => states.includes(code)))
  t.notOk(
    ['RUS', 'BLR', 'UKR', 'HUN', 'YEM'].some((code) => states.includes(code)),
    'withdrawn in 1989, or not yet its own',
  )
})

t.test('the summary of a status', async (t) => {
  const rows = statusesIn(page, page.instruments, {})
  const summaryOf = statementSummaries(page)
  const summary = (code: string, instrument: string) =>
    summaryOf(rows.find((row) => row.state.code === code && row.instrument.code === instrument) as StatusRow)
  t.strictSame(summary('IRL', 'cedaw'), {
    standing: 1,
    reservations: 1,
    objectionsReceived: 0,
    coverage: 'whole',
    asAt: '2026-02-03',
  })
  t.match(summary('QAT', 'cedaw'), { standing: 2, reservations: 1, objectionsReceived: 16 })
  t.match(summary('LTU', 'untoc'), { standing: 1, reservations: 0, coverage: 'partial', asAt: '2025-04-30' })
  t.match(summary('USA', 'crc'), { standing: 0, coverage: 'none', asAt: null }, 'nothing held is not none')
})

t.test('summaries count what lists show, on any day', async (t) => {
  for (const day of ['1981-01-01', '1985-06-01', '1990-05-22', '1992-12-31', '2004-01-01', '2024-01-01']) {
    const reading = on(day)
    const rows = statusesIn(reading, reading.instruments, {})
    const summaryOf = statementSummaries(reading)
    const listed = statementsOn(reading, {}).filter((row) => isStanding(row) && isOfOwnConsent(row.statement))
    const total = rows.reduce((sum, row) => sum + summaryOf(row).standing, 0)
    t.equal(total, listed.length, day)
    const { length } = listed.filter(({ statement }) => statement.kind === 'reservation')
    t.equal(
      rows.reduce((sum, row) => sum + summaryOf(row).reservations, 0),
      length,
      day,
    )
  }
})

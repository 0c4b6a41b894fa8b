import t from 'tap'
import { openReading } from '../../../../src/answers/reading.js'
import { statementsOfState } from '../../../../src/answers/statements/state-statements.js'
import { stateAt } from '../../../../src/answers/states.js'
import { statusesOf } from '../../../../src/answers/statuses.js'
import { openStore } from '../../../../src/db/store.js'
import { inShort } from '../../../../src/pages/parts/statements/short.js'
import { seededDatabase, today } from '../../../fixtures/seeded.js'

const store = openStore(seededDatabase(t))

const shortOf = (code: string, instrument: string, asOf: string = today): string | null => {
  const reading = openReading({ store, today: () => today }, { asOf })
  const state = stateAt(reading, code)
  const statuses = statusesOf(reading, state, reading.instruments)
  const [found] = statementsOfState(reading, state, statuses).filter(
    (one) => one.instrument.code === instrument,
  )
  if (found === undefined) throw new Error(`${code} has no row for ${instrument}`)
  const row = statuses.find((one) => one.instrument === found.instrument)
  return inShort(found, row?.status ?? 'none')
}

t.test('the statements of a State on one line of its brief', (t) => {
  const cases = [
    ['IRL', 'cedaw', '1 reservation to articles 11, 13 and 16'],
    [
      'MYS',
      'cedaw',
      '1 reservation to the whole treaty and articles 9 and 16 · 1 declaration · 6 objections to it',
    ],
    ['QAT', 'cedaw', '1 reservation to articles 2, 9, 15, 16 and 29 · 1 declaration · 16 objections to it'],
    ['CHN', 'opsc', 'Applies to 1 territory · excludes 1 territory'],
    ['USA', 'untoc', '3 reservations to articles 15 and 35'],
    ['SWE', 'cedaw', 'No reservation or declaration printed by 3 February 2026'],
    ['FRA', 'untoc', 'No statement of it is held; the record holds only some'],
    ['FRA', 'crc', 'The record holds no statements on it'],
    ['USA', 'cedaw', null],
  ] as const
  for (const [state, instrument, words] of cases)
    t.equal(shortOf(state, instrument), words, `${state} ${instrument}`)
  t.equal(shortOf('IRL', 'cedaw', '1986-01-01'), '1 reservation to articles 9, 11, 13, 15 and 16')
  t.end()
})

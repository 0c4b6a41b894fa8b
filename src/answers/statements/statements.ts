import type { Instrument } from '../../db/instruments.js'
import type { Participant } from '../../db/participants.js'
import type { RecordedStatement } from '../../db/statements.js'
import { required } from '../../domain/errors.js'
import { grouped } from '../../domain/grouped.js'
import { disputeProvisions, purposeOn } from '../../domain/statements/purpose.js'
import type { Day } from '../../domain/vocabulary.js'
import { instrumentAt, instrumentsNamed } from '../instruments.js'
import type { Reading } from '../reading.js'
import { everFound, everyone, statesIn } from '../states.js'
import { consentsTo } from '../statuses.js'
import { chooser, type StatementFilter, type StatementOnDay } from './filter.js'
import { type Consent, isObjectionOn, standingsOn } from './standings.js'

/** A statement on the day of the reading. */
export interface StatementRow extends StatementOnDay {
  /** Whose it is on the day: a former State's until its end, then its successor's. */
  readonly state: Participant
  readonly instrument: Instrument
  /** How many objections name it, by the day, those withdrawn left out. */
  readonly objections: number
  /** The codes of the participants that objected to it, each once. */
  readonly objectors: readonly string[]
}

/**
 * The statements made by the day of the reading, with what stands of them, by State, instrument and kind. Those of States that
 * have ended are left out, unless a State is named.
 * @throws DomainError for an unknown State, region, instrument or territory, or days in the wrong order
 */
export function statementsOn(reading: Reading, filter: StatementFilter): StatementRow[] {
  const { state, group, region } = filter
  const states = (state === undefined ? statesIn : everFound)(reading, { state, group, region })
  const concerned = reading.store.statements.instruments()
  const instruments = instrumentsNamed(reading, filter.instrument).filter(({ code }) => concerned.has(code))
  const isChosen = chooser(reading, filter)
  const order = new Map(states.map(({ code }, at) => [code, at]))
  const stateOf = new Map(states.map((one) => [one.code, one]))
  const consentOf = consentsTo(reading, instruments)
  return instruments
    .flatMap((instrument) => rowsOf(reading, instrument, stateOf, consentOf))
    .filter(isChosen)
    .map((row) => ({ row, at: order.get(row.state.code) ?? 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ row }) => row)
}

/**
 * One statement on the day of the reading.
 * @throws DomainError `not-found` for one that the record does not hold, or that was not made by then
 */
export function statementAt(reading: Reading, id: string): StatementRow {
  const what = `The statement “${id}”`
  const code = required(reading.store.statements.instrumentOf(id, reading.revision), what)
  const instrument = instrumentAt(reading, code)
  const stateOf = new Map(everyone(reading).map((one) => [one.code, one]))
  return required(
    rowsOf(reading, instrument, stateOf, consentsTo(reading, [instrument])).find(
      ({ statement }) => statement.id === id,
    ),
    `${what}, made by ${reading.asOf},`,
  )
}

/** All rows of one instrument, of the given States. */
export function rowsOf(
  reading: Reading,
  instrument: Instrument,
  stateOf: ReadonlyMap<string, Participant>,
  consentOf: (participant: string, instrument: string) => Consent | undefined,
): StatementRow[] {
  const { store, asOf, revision } = reading
  const recorded = store.statements.ofInstrument(instrument.code, revision)
  const disputes = disputeProvisions(recorded)
  const objections = objectionsTo(recorded, asOf)
  return standingsOn(reading, recorded, stateOf, (participant) =>
    consentOf(participant, instrument.code),
  ).map(({ statement, of: state, events, ...found }) => {
    const named = objections.get(statement.id) ?? []
    return {
      statement,
      state,
      instrument,
      ...found,
      purpose: purposeOn(statement, found, disputes),
      events: events.filter(({ latest }) => latest <= asOf),
      objections: named.length,
      objectors: [...new Set(named.map(({ participant }) => participant))],
    }
  })
}

/** By statement, the objections that name it: made by the day, and not withdrawn. */
const objectionsTo = (
  recorded: readonly RecordedStatement[],
  asOf: Day,
): Map<string, RecordedStatement[]> => {
  const naming = recorded
    .filter((one) => isObjectionOn(one, asOf))
    .flatMap((objection) => objection.targets.map(({ towardStatement }) => ({ objection, towardStatement })))
  const found = grouped(naming, ({ towardStatement }) => towardStatement ?? '')
  return new Map([...found].map(([id, all]) => [id, all.map(({ objection }) => objection)]))
}

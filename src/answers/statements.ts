import type { Instrument } from '../db/instruments.js'
import type { Participant } from '../db/participants.js'
import type { RecordedStatement } from '../db/statements.js'
import { required } from '../domain/errors.js'
import { grouped } from '../domain/grouped.js'
import { lastDaysOf } from '../domain/participant.js'
import { bearerOn, eventsFor, type LastDayOf } from '../domain/statements/bearer.js'
import { disputeProvisions, purposeOn } from '../domain/statements/purpose.js'
import { standingOn } from '../domain/statements/standing.js'
import { statementKinds } from '../domain/statements/vocabulary.js'
import type { Day } from '../domain/vocabulary.js'
import { instrumentAt, instrumentsNamed } from './instruments.js'
import type { Reading } from './reading.js'
import { chooser, type StatementFilter, type StatementOnDay } from './statement-filter.js'
import { everFound, everyone, statesIn } from './states.js'

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
  const instruments = instrumentsNamed(reading, filter.instrument)
  const isChosen = chooser(reading, filter)
  const order = new Map(states.map(({ code }, at) => [code, at]))
  const stateOf = new Map(states.map((one) => [one.code, one]))
  return instruments
    .flatMap((instrument) => rowsOf(reading, instrument, stateOf))
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
    rowsOf(reading, instrument, stateOf).find(({ statement }) => statement.id === id),
    `${what}, made by ${reading.asOf},`,
  )
}

/** All rows of one instrument, of the given States. */
function rowsOf(
  reading: Reading,
  instrument: Instrument,
  stateOf: ReadonlyMap<string, Participant>,
): StatementRow[] {
  const { store, asOf, revision } = reading
  const recorded = store.statements.ofInstrument(instrument.code, revision)
  const standings = new Map(
    store.statuses.consentsTo(instrument.code, reading).map((one) => [one.participant, one]),
  )
  const lastDayOf = lastDaysOf(store.participants.all())
  const disputes = disputeProvisions(recorded)
  const objections = objectionsTo(recorded, asOf)
  return borne(recorded, asOf, lastDayOf).flatMap(({ statement, bearer }) => {
    const state = stateOf.get(bearer)
    if (state === undefined) return []
    const events = eventsFor(bearer, statement, statement.events, lastDayOf)
    const status = standings.get(bearer)
    const found = standingOn(asOf, statement, events, {
      status: status?.status ?? 'none',
      consentFrom: status?.earliest ?? null,
      isSuccessor: statement.performedBy !== null && statement.performedBy !== bearer,
    })
    if (found === null) return []
    const purpose = purposeOn(statement, found, disputes)
    const happened = events.filter(({ latest }) => latest <= asOf)
    const named = objections.get(statement.id) ?? []
    const objectors = [...new Set(named.map(({ participant }) => participant))]
    return [
      {
        statement,
        state,
        instrument,
        ...found,
        purpose,
        events: happened,
        objections: named.length,
        objectors,
      },
    ]
  })
}

/**
 * The statements with whose they are on a day, by kind. A predecessor's statement that is printed for several successors
 * is one while the predecessor exists.
 */
function borne(recorded: readonly RecordedStatement[], asOf: Day, lastDayOf: LastDayOf) {
  const seen = new Set<string>()
  return recorded
    .map((statement) => ({ statement, bearer: bearerOn(asOf, statement, lastDayOf) }))
    .filter(({ statement: { performedBy, kind, events }, bearer }) => {
      if (bearer !== performedBy) return true
      const key = JSON.stringify([
        bearer,
        kind,
        events.map(({ event, latest, articles }) => [event, latest, articles]),
      ])
      const isFirst = !seen.has(key)
      seen.add(key)
      return isFirst
    })
    .sort((a, b) => statementKinds.indexOf(a.statement.kind) - statementKinds.indexOf(b.statement.kind))
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

/** Whether it is an objection that was made by the day and not withdrawn. */
export const isObjectionOn = ({ kind, events }: RecordedStatement, asOf: Day): boolean =>
  kind === 'objection' &&
  events.some(({ event, latest }) => event === 'made' && latest <= asOf) &&
  !events.some(({ event, latest }) => event === 'withdrawn' && latest <= asOf)

import type { Instrument } from '../db/instruments.js'
import type { Participant } from '../db/participants.js'
import type { RecordedStatement } from '../db/statements.js'
import { lastDaysOf } from '../domain/participant.js'
import { bearerOn, eventsFor, type LastDayOf } from '../domain/statements/bearer.js'
import { disputeProvisions, purposeOn } from '../domain/statements/purpose.js'
import { standingOn } from '../domain/statements/standing.js'
import { statementKinds } from '../domain/statements/vocabulary.js'
import type { Day } from '../domain/vocabulary.js'
import { instrumentsNamed } from './instruments.js'
import type { Reading } from './reading.js'
import { chooser, type StatementFilter, type StatementOnDay } from './statement-filter.js'
import { everFound, statesIn } from './states.js'

/** A statement on the day of the reading. */
export interface StatementRow extends StatementOnDay {
  /** Whose it is on the day: a former State's until its end, then its successor's. */
  readonly state: Participant
  readonly instrument: Instrument
  /** How many objections name it, by the day. */
  readonly objections: number
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
    const named = objections.get(statement.id) ?? 0
    return [{ statement, state, instrument, ...found, purpose, events: happened, objections: named }]
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

/** By statement, how many objections name it by the day and have not been withdrawn. */
function objectionsTo(recorded: readonly RecordedStatement[], asOf: Day): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of recorded.filter((one) => isObjectionOn(one, asOf)))
    for (const { towardStatement } of one.targets)
      if (towardStatement !== null) counts.set(towardStatement, (counts.get(towardStatement) ?? 0) + 1)
  return counts
}

/** Whether it is an objection that was made by the day and not withdrawn. */
export const isObjectionOn = ({ kind, events }: RecordedStatement, asOf: Day): boolean =>
  kind === 'objection' &&
  events.some(({ event, latest }) => event === 'made' && latest <= asOf) &&
  !events.some(({ event, latest }) => event === 'withdrawn' && latest <= asOf)

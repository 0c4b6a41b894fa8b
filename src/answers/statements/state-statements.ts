import type { Instrument } from '../../db/instruments.js'
import type { Participant } from '../../db/participants.js'
import type { Coverage, RecordedStatement } from '../../db/statements.js'
import { isOfOwnConsent } from '../../domain/statements/statement.js'
import { coverageOf } from '../coverage.js'
import type { Reading } from '../reading.js'
import { byNameIn, everyone } from '../states.js'
import type { StatusRow } from '../statuses.js'
import { type TerritoryRow, territoriesOn } from '../territories.js'
import { type DiscussedStatement, discussed, isReaction } from './reactions.js'
import type { Consent } from './standings.js'
import { rowsOf, type StatementRow } from './statements.js'

/** An objection or a communication, with whom it is toward. */
export interface StatementOfOthers extends StatementRow {
  readonly toward: readonly Participant[]
}

/** What a State said with its consent to one instrument, what others said of that, and for which territories it holds. */
export interface StateStatements {
  readonly instrument: Instrument
  readonly coverage: Coverage
  /** Its reservations, declarations and understandings. */
  readonly own: readonly DiscussedStatement[]
  /** Its objections to others, and communications about them. */
  readonly ofOthers: readonly StatementOfOthers[]
  /** What others said of its acts or its territories, naming no statement. */
  readonly ofItsActs: readonly StatementRow[]
  /** All objections toward the State, including those that name no statement. */
  readonly objectionsReceived: number
  readonly territories: readonly TerritoryRow[]
}

/** A State's status to an instrument, as the answers to statuses have it. */
type Status = Pick<StatusRow, 'instrument' | 'standing'>

/**
 * Collects what is held of one State and some instruments, on the day of the reading.
 * @param statuses  its status to each of them: no other State's consent is asked for
 */
export function statementsOfState(
  reading: Reading,
  { code }: Participant,
  statuses: readonly Status[],
): StateStatements[] {
  const participants = new Map(everyone(reading).map((one) => [one.code, one]))
  const territories = territoriesOf(reading, code, statuses)
  return statuses.map(({ instrument, standing }) => {
    const rows = rowsAbout(reading, code, instrument, participants, {
      status: standing?.status ?? 'none',
      earliest: standing?.consent?.earliest ?? null,
    })
    const its = rows.filter(({ state }) => state.code === code)
    const toward = rows.filter((row) => isReaction(row) && isToward(row.statement, code))
    return {
      instrument,
      coverage: coverageOf(reading, instrument.code),
      own: discussed(reading, its, toward),
      ofOthers: its
        .filter(({ statement }) => !isOfOwnConsent(statement))
        .map((row) => ({ ...row, toward: towardOf(row, participants) })),
      ofItsActs: toward.filter(({ statement: { targets } }) =>
        targets.every(({ towardStatement }) => towardStatement === null),
      ),
      objectionsReceived: toward.filter(({ statement }) => statement.kind === 'objection').length,
      territories: territories.filter((row) => row.instrument === instrument),
    }
  })
}

/** The statements of a State, and those toward it, whose standing needs no consent. */
function rowsAbout(
  reading: Reading,
  code: string,
  instrument: Instrument,
  participants: ReadonlyMap<string, Participant>,
  consent: Consent,
): StatementRow[] {
  const recorded = reading.store.statements.ofInstrument(instrument.code, reading.revision)
  const authors = recorded
    .filter((one) => isToward(one, code))
    .flatMap(({ participant, performedBy }) => [participant, performedBy ?? participant])
  const stateOf = new Map(
    [...new Set([code, ...authors])].flatMap((one): [string, Participant][] => {
      const found = participants.get(one)
      return found === undefined ? [] : [[one, found]]
    }),
  )
  const inOrder = byNameIn(reading)
  return rowsOf(reading, instrument, stateOf, (participant) => (participant === code ? consent : undefined))
    .filter(({ state, statement }) => state.code === code || isToward(statement, code))
    .sort((a, b) => inOrder(a.state, b.state))
}

/** Few States answer for territories; for the others there is nothing to ask. */
const territoriesOf = (reading: Reading, code: string, statuses: readonly Status[]): TerritoryRow[] =>
  reading.store.territories.all().some(({ responsible }) => responsible === code)
    ? territoriesOn(reading, {
        instrument: statuses.map(({ instrument }) => instrument.code),
        state: [code],
      })
    : []

/** The States that it is toward, each once. */
const towardOf = (
  { statement: { targets } }: StatementRow,
  participants: ReadonlyMap<string, Participant>,
): Participant[] =>
  [...new Set(targets.map(({ toward }) => toward))].flatMap((code) => participants.get(code) ?? [])

const isToward = ({ targets }: RecordedStatement, code: string): boolean =>
  targets.some(({ toward }) => toward === code)

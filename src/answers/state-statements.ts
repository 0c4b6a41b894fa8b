import type { Instrument } from '../db/instruments.js'
import type { Participant } from '../db/participants.js'
import type { Coverage } from '../db/statements.js'
import { isOfOwnConsent } from '../domain/statements/statement.js'
import type { Reading } from './reading.js'
import { coverageOf, type DiscussedStatement, discussed, isReaction } from './statement-reactions.js'
import { type StatementRow, statementsOn } from './statements.js'
import { everyone } from './states.js'
import { type TerritoryRow, territoriesOn } from './territories.js'

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
  /** Objections toward it, whatever they name. */
  readonly objectionsReceived: number
  readonly territories: readonly TerritoryRow[]
}

/** Collects what is held of one State and each of some instruments, on the day of the reading. */
export function statementsOfState(
  reading: Reading,
  { code }: Participant,
  instruments: readonly Instrument[],
): StateStatements[] {
  if (instruments.length === 0) return []
  const codes = instruments.map((instrument) => instrument.code)
  const all = statementsOn(reading, { instrument: codes })
  const participants = new Map(everyone(reading).map((one) => [one.code, one]))
  const territories = territoriesOn(reading, { instrument: codes, state: [code] })
  return instruments.map((instrument) => {
    const rows = all.filter((row) => row.instrument === instrument)
    const its = rows.filter(({ state }) => state.code === code)
    const toward = rows.filter((row) => isReaction(row) && isToward(row, code))
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

/** The States that it is toward, each once. */
const towardOf = (
  { statement: { targets } }: StatementRow,
  participants: ReadonlyMap<string, Participant>,
): Participant[] =>
  [...new Set(targets.map(({ toward }) => toward))].flatMap((code) => participants.get(code) ?? [])

const isToward = ({ statement: { targets } }: StatementRow, code: string): boolean =>
  targets.some(({ toward }) => toward === code)

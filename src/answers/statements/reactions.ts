import type { Participant } from '../../db/participants.js'
import { grouped } from '../../domain/grouped.js'
import { isOfOwnConsent } from '../../domain/statements/statement.js'
import type { Reading } from '../reading.js'
import { everyone } from '../states.js'
import type { StatementRow } from './statements.js'

/** A statement of a State about its own consent, with what others said of it. */
export interface DiscussedStatement extends StatementRow {
  /** The name of the territory that it is for alone; null if it is for the State. */
  readonly territoryName: string | null
  /** The former State that made it, if another maintains it; else null. */
  readonly madeBy: Participant | null
  /** Objections and communications about it that were made by the day and not withdrawn. */
  readonly reactions: readonly StatementRow[]
}

/** Whether a row is an objection or a communication that has not been withdrawn. */
export const isReaction = ({ statement, standing }: StatementRow): boolean =>
  !isOfOwnConsent(statement) && standing !== 'withdrawn'

/**
 * The statements of own consent among some rows, each with the reactions to it.
 * @param all  the rows in which to look for reactions: every statement on the instruments
 */
export function discussed(
  reading: Reading,
  rows: readonly StatementRow[],
  all: readonly StatementRow[],
): DiscussedStatement[] {
  const reactionsTo = grouped(
    all.filter(isReaction).flatMap((row) => statementsNamed(row).map((toward) => ({ toward, row }))),
    ({ toward }) => toward,
  )
  const territories = new Map(reading.store.territories.all().map(({ code, name }) => [code, name]))
  const participants = new Map(everyone(reading).map((one) => [one.code, one]))
  return rows
    .filter(({ statement }) => isOfOwnConsent(statement))
    .map((row) => {
      const { id, territory, performedBy } = row.statement
      return {
        ...row,
        territoryName: territory === null ? null : (territories.get(territory) ?? territory),
        madeBy:
          performedBy === null || performedBy === row.state.code
            ? null
            : (participants.get(performedBy) ?? null),
        reactions: (reactionsTo.get(id) ?? []).map(({ row: reaction }) => reaction),
      }
    })
}

/** The ids of the statements that a reaction names, each once. */
const statementsNamed = ({ statement: { targets } }: StatementRow): string[] => [
  ...new Set(targets.flatMap(({ towardStatement }) => towardStatement ?? [])),
]

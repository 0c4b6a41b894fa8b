import type { Statement, StatementEvent, StatementTarget } from '../../domain/statements/statement.js'
import type { TerritorialEvent } from '../../domain/statements/territories.js'
import type { Fault } from '../fault.js'
import {
  type StatementTablesRead,
  statementNames,
  toEvent,
  toStatement,
  toTarget,
  toTerritorialEvent,
} from './facts.js'

/** A row with the revisions from and until which the record held it. */
type Held<T> = T & {
  readonly row: number
  readonly knownFrom: number
  readonly knownUntil: number | null
  readonly replaces: number | null
}

/** Statements and territorial events with their history, as a package has them. */
export interface HeldFacts {
  readonly statements: readonly Held<Statement>[]
  readonly statementEvents: readonly Held<StatementEvent>[]
  readonly statementTargets: readonly Held<StatementTarget>[]
  readonly territorialEvents: readonly Held<TerritorialEvent>[]
}

interface HeldRow {
  readonly line: number
  readonly row?: number | undefined
  readonly knownFrom?: number | undefined
  readonly knownUntil?: number | undefined
  readonly replaces?: number | undefined
}

export const heldFacts = (tables: StatementTablesRead): HeldFacts => ({
  statements: tables.statements.map((row) => ({ ...toStatement(row), ...holding(row) })),
  statementEvents: tables['statement-events'].map((row) => ({ ...toEvent(row), ...holding(row) })),
  statementTargets: tables['statement-targets'].map((row) => ({ ...toTarget(row), ...holding(row) })),
  territorialEvents: tables['territorial-events'].map((row) => ({
    ...toTerritorialEvent(row),
    ...holding(row),
  })),
})

const holding = ({ row = 0, knownFrom = 0, knownUntil, replaces }: HeldRow) => ({
  row,
  knownFrom,
  knownUntil: knownUntil ?? null,
  replaces: replaces ?? null,
})

/** The faults of the history of statements and territorial events. */
export const heldFaults = (tables: StatementTablesRead): Fault[] =>
  statementNames.flatMap((name) => {
    const rows: readonly HeldRow[] = tables[name]
    const byNumber = new Map(rows.map((one) => [one.row, one]))
    return rows.flatMap((one, index) =>
      faultsOf(one, rows[index - 1]?.row ?? 0, byNumber).map((fault) => ({
        file: `${name}.csv`,
        line: one.line,
        ...fault,
      })),
    )
  })

function faultsOf(
  { row, knownFrom, knownUntil, replaces }: HeldRow,
  before: number,
  byNumber: ReadonlyMap<number | undefined, HeldRow>,
): Omit<Fault, 'file' | 'line'>[] {
  const fault = (column: string, value: unknown, reason: string) => ({
    column,
    value: value === undefined ? null : String(value),
    reason,
  })
  const replaced = replaces === undefined ? undefined : byNumber.get(replaces)
  if (row === undefined || row <= before) return [fault('row', row, 'is not greater than the one before')]
  if (knownFrom === undefined) return [fault('knownFrom', knownFrom, 'is missing')]
  if (knownUntil !== undefined && knownUntil <= knownFrom)
    return [fault('knownUntil', knownUntil, `is not later than “knownFrom”, ${knownFrom}`)]
  if (replaced !== undefined && (replaced.knownUntil !== knownFrom || (replaced.row ?? 0) >= row))
    return [fault('replaces', replaces, `is no row that import ${knownFrom} ended`)]
  return []
}

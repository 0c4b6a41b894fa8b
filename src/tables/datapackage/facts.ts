import { articlesOfCell } from '../../domain/statements/articles.js'
import type { Statement, StatementEvent, StatementTarget } from '../../domain/statements/statement.js'
import type { TerritorialEvent } from '../../domain/statements/territories.js'
import type { Fault } from '../fault.js'
import type { TablesRead } from './read.js'
import { statementTables } from './statement-tables.js'

export type StatementTablesRead = TablesRead<keyof typeof statementTables>

export const statementNames = Object.keys(statementTables) as (keyof typeof statementTables)[]

/** The rows of the tables, as the domain names them. */
export interface FactsRead {
  readonly statements: readonly Statement[]
  readonly statementEvents: readonly StatementEvent[]
  readonly statementTargets: readonly StatementTarget[]
  readonly territorialEvents: readonly TerritorialEvent[]
}

/** The rows of a seed. */
export const toFacts = (tables: StatementTablesRead): FactsRead => ({
  statements: tables.statements.map(toStatement),
  statementEvents: tables['statement-events'].map(toEvent),
  statementTargets: tables['statement-targets'].map(toTarget),
  territorialEvents: tables['territorial-events'].map(toTerritorialEvent),
})

type RowOf<Name extends keyof StatementTablesRead> = StatementTablesRead[Name][number]

export const toStatement = (row: RowOf<'statements'>): Statement => ({
  id: row.id,
  instrument: row.instrument,
  participant: row.participant,
  performedBy: row.performedBy ?? null,
  territory: row.territory ?? null,
  kind: row.kind,
  purpose: row.purpose ?? null,
  effect: row.effect ?? null,
  summary: row.summary ?? null,
  digest: row.digest ?? null,
  source: row.source,
})

export const toEvent = (row: RowOf<'statement-events'>): StatementEvent => ({
  statement: row.statement,
  event: row.event,
  ...boundsOf(row),
  articles: articlesOfCell(row.articles),
  summary: row.summary ?? null,
  certainty: row.certainty,
  source: row.source,
})

export const toTarget = (row: RowOf<'statement-targets'>): StatementTarget => ({
  statement: row.statement,
  toward: row.toward,
  towardStatement: row.towardStatement ?? null,
  towardAction: row.towardAction ?? null,
  towardTerritory: row.towardTerritory ?? null,
})

export const toTerritorialEvent = (row: RowOf<'territorial-events'>): TerritorialEvent => ({
  instrument: row.instrument,
  participant: row.participant,
  territory: row.territory,
  event: row.event,
  ...boundsOf(row),
  effectOn: row.effectOn ?? null,
  certainty: row.certainty,
  source: row.source,
})

interface Dated {
  readonly line: number
  readonly on?: string | undefined
  readonly earliest?: string | undefined
  readonly latest?: string | undefined
}

const boundsOf = ({ on, earliest, latest }: Dated): { earliest: string; latest: string } => ({
  earliest: on ?? earliest ?? '',
  latest: on ?? latest ?? '',
})

/** The faults of rows whose cells and keys are valid one by one. */
export function factFaults(tables: StatementTablesRead): Fault[] {
  const dated = (['statement-events', 'territorial-events'] as const).flatMap((name) =>
    tables[name].flatMap((row) => dayFaults(row).map((fault) => ({ file: `${name}.csv`, ...fault }))),
  )
  const misnamed = tables.statements
    .filter(
      ({ id, instrument, participant, kind }) => !id.startsWith(`${instrument}-${participant}-${kind}-`),
    )
    .map(({ line, id, instrument, participant, kind }) => ({
      file: 'statements.csv',
      line,
      column: 'id',
      value: id,
      reason: `does not begin with “${instrument}-${participant}-${kind}-”`,
    }))
  return [...misnamed, ...dated]
}

function dayFaults({ line, on, earliest, latest }: Dated): Omit<Fault, 'file'>[] {
  const isBounded = earliest !== undefined && latest !== undefined
  const isGiven = on === undefined ? isBounded : earliest === undefined && latest === undefined
  if (!isGiven)
    return [
      {
        line,
        column: 'on',
        value: null,
        reason: 'either “on”, or both “earliest” and “latest”, is to be given',
      },
    ]
  if (isBounded && earliest > latest)
    return [{ line, column: 'latest', value: latest, reason: `lies before “earliest”, ${earliest}` }]
  return []
}

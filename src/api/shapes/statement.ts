import { z } from 'zod'
import type { Reading } from '../../answers/reading.js'
import type { ArticleCount } from '../../answers/statements/counts.js'
import type { StatementRow } from '../../answers/statements/statements.js'
import { ArticleCode } from '../../domain/statements/articles.js'
import { effectOf } from '../../domain/statements/objection.js'
import type { StatementEvent as RecordedEvent } from '../../domain/statements/statement.js'
import {
  ObjectionEffect,
  StatementEventKind,
  StatementKind,
  StatementPurpose,
  StatementStanding,
} from '../../domain/statements/vocabulary.js'
import { ActionKind, Certainty } from '../../domain/vocabulary.js'
import { statementCollection } from './coverage.js'
import { dayFields, toDayFields } from './dated.js'
import { InstrumentRef, toInstrumentRef } from './instrument.js'
import { StateRef, stateRefs, toStateRef } from './participant.js'
import { TerritoryRef, territoryRefs } from './territory.js'

const articles = z.array(ArticleCode).nullable()
const source = z.string().meta({ description: 'Where the record has it from' })

export const StatementEvent = z
  .object({
    event: StatementEventKind,
    ...dayFields,
    articles: articles.meta({
      description:
        'The provisions that it names. Empty: it names none. Null: they could not be read. A withdrawal that names none takes the whole statement.',
    }),
    summary: z.string().nullable().meta({ description: 'In our own words' }),
    certainty: Certainty,
    source,
  })
  .meta({ id: 'StatementEvent', description: 'What happened to a statement, and when' })
export type StatementEvent = z.infer<typeof StatementEvent>

const StatementTarget = z
  .object({
    state: StateRef,
    statement: z
      .string()
      .nullable()
      .meta({ description: 'The id of the statement it is about; null where it is about none' }),
    action: ActionKind.nullable().meta({ description: 'The action it is about, such as a signature' }),
    territory: TerritoryRef.nullable().meta({ description: 'The territory whose inclusion it is about' }),
  })
  .meta({ id: 'StatementTarget', description: 'What an objection or a communication is about' })

export const statementId = z.string().meta({
  description: 'Stays with this statement, and is never given to another',
  examples: ['cedaw-IRL-reservation-1'],
})

export const statementFields = {
  id: statementId,
  state: StateRef,
  instrument: InstrumentRef,
  territory: TerritoryRef.nullable().meta({
    description: 'The territory that it is for alone; null where it is for the State',
  }),
  performedBy: z
    .string()
    .nullable()
    .meta({
      description:
        'The code of the former State that made it, where the depositary prints it for the State in its place',
      examples: ['YMD'],
    }),
  kind: StatementKind,
  purpose: StatementPurpose.nullable(),
  effect: ObjectionEffect.nullable().meta({ description: 'Of an objection; null for any other kind' }),
  summary: z.string().nullable().meta({
    description: 'In our own words, at most 25; the depositary has the text. Null where nobody wrote one',
  }),
  standing: StatementStanding,
  articles: articles.meta({
    description:
      'The provisions that it still concerns: articles, “general” for the whole treaty, “preamble”. Empty: it names none, or nothing is left. Null: they could not be read',
  }),
  without: z.array(ArticleCode).meta({
    description: 'Parts of those provisions that a withdrawal took out',
  }),
  events: z
    .array(StatementEvent)
    .meta({ description: 'What happened to it by the day asked about, in order' }),
  toward: z
    .array(StatementTarget)
    .meta({ description: 'What an objection or a communication is about; empty for other kinds' }),
  objections: z.int().min(0).meta({ description: 'Objections to it that stand' }),
  objectedBy: z.array(StateRef).meta({ description: 'Who made them' }),
  source,
  textUrl: z
    .string()
    .nullable()
    .meta({ format: 'uri', description: 'The depositary’s page of the instrument, which has the text' }),
}

const Statement = z.object(statementFields).meta({
  id: 'Statement',
  description:
    'A reservation, declaration, understanding, objection or communication, with what stands of it on the day asked about',
})
type Statement = z.infer<typeof Statement>

export const StatementList = statementCollection(Statement, 'StatementList')

export const toStatementEvent = (one: RecordedEvent): StatementEvent => ({
  event: one.event,
  ...toDayFields(one),
  articles: one.articles && [...one.articles],
  summary: one.summary,
  certainty: one.certainty,
  source: one.source,
})

/** Makes what answers show of statements. */
export function statementShape(reading: Reading): (row: StatementRow) => Statement {
  const [stateRefOf, territoryRefOf] = [stateRefs(reading), territoryRefs(reading)]
  const territory = (code: string | null) => (code === null ? null : territoryRefOf(code))
  return ({ statement, state, instrument, articles, objectors, events, ...row }) => ({
    id: statement.id,
    state: toStateRef(state, reading.asOf),
    instrument: toInstrumentRef(instrument),
    territory: territory(statement.territory),
    performedBy: statement.performedBy === state.code ? null : statement.performedBy,
    kind: statement.kind,
    purpose: row.purpose,
    effect: effectOf(statement),
    summary: statement.summary,
    standing: row.standing,
    articles: articles && [...articles],
    without: [...row.without],
    events: events.map(toStatementEvent),
    toward: statement.targets.map((one) => ({
      state: stateRefOf(one.toward),
      statement: one.towardStatement,
      action: one.towardAction,
      territory: territory(one.towardTerritory),
    })),
    objections: row.objections,
    objectedBy: objectors.map(stateRefOf),
    source: statement.source,
    textUrl: instrument.url,
  })
}

const Article = z
  .object({
    article: ArticleCode,
    statements: z.int().min(0).meta({ description: 'Statements of any kind on it that stand' }),
    reservations: z.int().min(0).meta({ description: 'Of those, reservations' }),
    reservedBy: z.array(StateRef).meta({ description: 'The States that have reserved it' }),
    states: z.array(StateRef).meta({ description: 'The States with any statement on it' }),
  })
  .meta({ id: 'Article', description: 'What stands on one provision' })

export const ArticleList = statementCollection(Article, 'ArticleList')

export const toArticle = (count: ArticleCount, { asOf }: Reading): z.infer<typeof Article> => ({
  article: count.article,
  statements: count.statements,
  reservations: count.reservations,
  reservedBy: count.reservedBy.map((state) => toStateRef(state, asOf)),
  states: count.states.map((state) => toStateRef(state, asOf)),
})

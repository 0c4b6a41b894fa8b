import { z } from 'zod'
import { ArticleCode, notRead } from '../../domain/statements/articles.js'
import {
  ObjectionEffect,
  StatementEventKind,
  StatementKind,
  StatementPurpose,
  TerritorialEventKind,
} from '../../domain/statements/vocabulary.js'
import { ActionKind, Certainty, Day } from '../../domain/vocabulary.js'
import { Number1, reference, table } from './table.js'

const Articles = z
  .string()
  .refine(
    (cell) => cell === notRead || cell.split(';').every((one) => ArticleCode.safeParse(one).success),
    'has what is no article like 16(1)(c): provisions with “;” between them, or “not-read”',
  )
  .meta({
    description:
      'Provisions with “;” between them; empty where none is named, “not-read” where they could not be read',
  })

/** The days of an event, as in the long format of actions. */
const days = {
  on: Day.optional().meta({ description: 'The day, where it is known' }),
  earliest: Day.optional().meta({ description: 'The first day it may have been, where it is not' }),
  latest: Day.optional().meta({ description: 'The last day it may have been: it counts from then' }),
}

/** The revisions between which the record held a row; in the seed itself there are none. */
const held = {
  row: Number1.optional().meta({ description: 'Its number', addedIn: '1.0.0' }),
  knownFrom: Number1.optional().meta({
    description: 'The import that the record has it from',
    addedIn: '1.0.0',
  }),
  knownUntil: Number1.optional().meta({
    description: 'The import that corrected or removed it',
    addedIn: '1.0.0',
  }),
  replaces: Number1.optional().meta({ description: 'The row that it corrected', addedIn: '1.0.0' }),
}
const heldKeys = [
  reference('knownFrom', 'imports', 'revision'),
  reference('knownUntil', 'imports', 'revision'),
]
const addedIn = '1.0.0'

/** What States said of instruments and of each other's statements, and to which territories they extended instruments. */
export const statementTables = {
  statements: table({
    title: 'Statements',
    description:
      'Reservations, declarations, understandings, objections and communications, with our own words about them, never the text of one. What happened to them is in “statement-events”.',
    row: z.object({
      id: z
        .string()
        .regex(/^[a-z0-9-]+-([A-Z]{3}|X-[A-Z]+)-[a-z]+-[1-9]\d*$/, 'is no id like cedaw-IRL-reservation-1'),
      instrument: z.string(),
      participant: z.string().meta({ description: 'Under whose name the depositary prints it' }),
      performedBy: z.string().optional().meta({
        description: 'The former State that made it, where it is printed for the one in its place',
      }),
      territory: z.string().optional().meta({ description: 'The territory that it is for alone' }),
      kind: StatementKind,
      purpose: StatementPurpose.optional(),
      effect: ObjectionEffect.optional().meta({ description: 'Of an objection' }),
      summary: z.string().optional().meta({ description: 'In our own words' }),
      digest: z
        .string()
        .regex(/^[0-9a-f]{64}$/, 'is no SHA-256')
        .optional()
        .meta({
          description: 'SHA-256 of the depositary’s entry, by which an import sees that it changed',
          addedIn: '1.0.0',
        }),
      source: z.string('the source is missing'),
      ...held,
    }),
    primaryKey: ['id', 'knownFrom'],
    foreignKeys: [
      reference('instrument', 'instruments'),
      reference('participant', 'participants'),
      reference('performedBy', 'participants'),
      reference('territory', 'territories'),
      ...heldKeys,
      reference('replaces', 'statements', 'row'),
    ],
    addedIn,
  }),
  'statement-events': table({
    title: 'Events of statements',
    description:
      'When statements were made, confirmed, modified and withdrawn, and which articles they name.',
    row: z.object({
      statement: z.string(),
      event: StatementEventKind,
      ...days,
      articles: Articles.optional(),
      summary: z.string().optional().meta({ description: 'In our own words' }),
      certainty: Certainty,
      source: z.string('the source is missing'),
      ...held,
    }),
    primaryKey: ['statement', 'event', 'on', 'latest', 'knownFrom'],
    foreignKeys: [
      reference('statement', 'statements', 'id'),
      ...heldKeys,
      reference('replaces', 'statement-events', 'row'),
    ],
    addedIn,
  }),
  'statement-targets': table({
    title: 'Targets of objections',
    description:
      'What objections and communications are about: a State, and more closely its statement, its action or a territory.',
    row: z.object({
      statement: z.string(),
      toward: z.string().meta({ description: 'The State' }),
      towardStatement: z.string().optional(),
      towardAction: ActionKind.optional(),
      towardTerritory: z.string().optional(),
      ...held,
    }),
    primaryKey: ['statement', 'toward', 'towardStatement', 'towardAction', 'towardTerritory', 'knownFrom'],
    foreignKeys: [
      reference('statement', 'statements', 'id'),
      reference('toward', 'participants'),
      reference('towardStatement', 'statements', 'id'),
      reference('towardTerritory', 'territories'),
      ...heldKeys,
      reference('replaces', 'statement-targets', 'row'),
    ],
    addedIn,
  }),
  'territorial-events': table({
    title: 'Territorial application',
    description: 'To which territories States extended instruments, and which they left out.',
    row: z.object({
      instrument: z.string(),
      participant: z.string(),
      territory: z.string(),
      event: TerritorialEventKind,
      ...days,
      effectOn: Day.optional().meta({ description: 'The day it took effect, where a source prints one' }),
      certainty: Certainty,
      source: z.string('the source is missing'),
      ...held,
    }),
    primaryKey: ['instrument', 'participant', 'territory', 'event', 'on', 'latest', 'knownFrom'],
    foreignKeys: [
      reference('instrument', 'instruments'),
      reference('participant', 'participants'),
      reference('territory', 'territories'),
      ...heldKeys,
      reference('replaces', 'territorial-events', 'row'),
    ],
    addedIn,
  }),
}

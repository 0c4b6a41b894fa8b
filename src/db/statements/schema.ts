import { sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import {
  objectionEffects,
  statementCoverages,
  statementEventKinds,
  statementKinds,
  statementPurposes,
  territorialEventKinds,
} from '../../domain/statements/vocabulary.js'
import { actionKinds, certainties } from '../../domain/vocabulary.js'
import { imports, instruments, participants } from '../schema.js'

// STRICT, the CHECKs and the append-only triggers are in migrations/: drizzle-kit does not write them.

/** The territories for which States answer, or once did: a row for each State that did. */
export const territories = sqliteTable(
  'territories',
  {
    code: text().notNull(),
    name: text().notNull(),
    responsible: text()
      .notNull()
      .references(() => participants.code),
    /** The first day on which that State no longer answered for it. */
    until: text(),
    successor: text().references(() => participants.code),
  },
  (table) => [primaryKey({ columns: [table.code, table.responsible] })],
)

/** How much the record holds of what States said of an instrument, and up to which day. */
export const statementCoverage = sqliteTable(
  'statement_coverage',
  {
    instrument: text()
      .notNull()
      .references(() => instruments.code),
    coverage: text({ enum: statementCoverages }).notNull(),
    asAt: text('as_at'),
    /** What is missing, in our own words. */
    what: text(),
    knownFrom: integer('known_from').notNull().default(1),
    knownUntil: integer('known_until'),
  },
  (table) => [primaryKey({ columns: [table.instrument, table.knownFrom] })],
)

/** The revisions from and until which the record holds a row. */
const known = {
  knownFrom: integer('known_from')
    .notNull()
    .references(() => imports.revision),
  knownUntil: integer('known_until').references(() => imports.revision),
}

/** A day, or its bounds, with its source. */
const dated = {
  earliest: text().notNull(),
  latest: text().notNull(),
}

/**
 * Statements and our words about them. One id names one statement for ever; a row with other words replaces the one before.
 */
export const statements = sqliteTable(
  'statements',
  {
    row: integer().primaryKey(),
    id: text().notNull(),
    instrument: text()
      .notNull()
      .references(() => instruments.code),
    participant: text()
      .notNull()
      .references(() => participants.code),
    performedBy: text('performed_by').references(() => participants.code),
    territory: text(),
    kind: text({ enum: statementKinds }).notNull(),
    purpose: text({ enum: statementPurposes }),
    effect: text({ enum: objectionEffects }),
    summary: text(),
    digest: text(),
    source: text().notNull(),
    ...known,
    replaces: integer().references((): AnySQLiteColumn => statements.row),
  },
  (table) => [
    uniqueIndex('statements_held').on(table.id).where(sql`known_until IS NULL`),
    index('statements_by_id').on(table.id),
    index('statements_by_instrument').on(table.instrument, table.participant),
  ],
)

/** What happened to statements, append-only. */
export const statementEvents = sqliteTable(
  'statement_events',
  {
    row: integer().primaryKey(),
    statement: text().notNull(),
    event: text({ enum: statementEventKinds }).notNull(),
    ...dated,
    /** A JSON array; empty where it names none, null where they could not be read. */
    articles: text({ mode: 'json' }).$type<readonly string[]>(),
    summary: text(),
    certainty: text({ enum: certainties }).notNull(),
    source: text().notNull(),
    ...known,
    replaces: integer().references((): AnySQLiteColumn => statementEvents.row),
  },
  (table) => [
    index('statement_events_by_statement').on(table.statement),
    index('statement_events_by_revision').on(table.knownFrom),
  ],
)

/** What objections and communications are about. */
export const statementTargets = sqliteTable(
  'statement_targets',
  {
    row: integer().primaryKey(),
    statement: text().notNull(),
    toward: text()
      .notNull()
      .references(() => participants.code),
    towardStatement: text('toward_statement'),
    towardAction: text('toward_action', { enum: actionKinds }),
    towardTerritory: text('toward_territory'),
    ...known,
    replaces: integer().references((): AnySQLiteColumn => statementTargets.row),
  },
  (table) => [
    index('statement_targets_by_statement').on(table.statement),
    index('statement_targets_by_toward').on(table.toward),
  ],
)

/** To which territories States extended instruments, or did not. */
export const territorialEvents = sqliteTable(
  'territorial_events',
  {
    row: integer().primaryKey(),
    instrument: text()
      .notNull()
      .references(() => instruments.code),
    participant: text()
      .notNull()
      .references(() => participants.code),
    territory: text().notNull(),
    event: text({ enum: territorialEventKinds }).notNull(),
    ...dated,
    effectOn: text('effect_on'),
    certainty: text({ enum: certainties }).notNull(),
    source: text().notNull(),
    ...known,
    replaces: integer().references((): AnySQLiteColumn => territorialEvents.row),
  },
  (table) => [index('territorial_events_by_instrument').on(table.instrument, table.territory)],
)

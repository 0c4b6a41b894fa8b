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
  actionKinds,
  addressees,
  certainties,
  entryIntoForceRules,
  languages,
  participantKinds,
  regionalGroups,
  requirements,
  statuses as statusKinds,
  withdrawalRules,
} from '../domain/vocabulary.js'

// STRICT, the CHECKs and the append-only triggers are in migrations/: drizzle-kit does not write them.

/** M49 areas: continental regions, and the subregions within them. */
export const regions = sqliteTable('regions', {
  code: text().primaryKey(),
  name: text().notNull(),
  within: text(),
})

export const participants = sqliteTable('participants', {
  code: text().primaryKey(),
  alpha2: text().unique(),
  m49: text().unique(),
  kind: text({ enum: participantKinds }).notNull(),
  regionalGroup: text('regional_group', { enum: regionalGroups }),
  region: text().references(() => regions.code),
  subregion: text().references(() => regions.code),
  memberFrom: text('member_from'),
  memberUntil: text('member_until'),
  nameAr: text('name_ar'),
  nameZh: text('name_zh'),
  nameEn: text('name_en').notNull(),
  nameFr: text('name_fr'),
  nameRu: text('name_ru'),
  nameEs: text('name_es'),
})

export const aliases = sqliteTable(
  'aliases',
  {
    name: text().notNull(),
    participant: text()
      .notNull()
      .references(() => participants.code),
  },
  (table) => [primaryKey({ columns: [table.name, table.participant] })],
)

/** The revisions from and until which the record holds a row that an edition of the seed brought. */
const ofEditions = {
  knownFrom: integer('known_from').notNull().default(1),
  knownUntil: integer('known_until'),
}

/** Names that a State bore before its present one. */
export const formerNames = sqliteTable(
  'former_names',
  {
    participant: text()
      .notNull()
      .references(() => participants.code),
    /** The first day on which it no longer bore the name. */
    until: text().notNull(),
    name: text().notNull(),
    ...ofEditions,
  },
  (table) => [primaryKey({ columns: [table.participant, table.until, table.knownFrom] })],
)

export const instruments = sqliteTable('instruments', {
  code: text().primaryKey(),
  position: integer().notNull(),
  number: text().notNull().unique(),
  shortName: text('short_name').notNull(),
  title: text().notNull(),
  adoptedAt: text('adopted_at'),
  adoptedOn: text('adopted_on'),
  inForceOn: text('in_force_on'),
  inForceArticle: text('in_force_article'),
  registration: text(),
  depositary: text().notNull(),
  url: text(),
  entryIntoForceRule: text('entry_into_force_rule', { enum: entryIntoForceRules }),
  entryIntoForceArticle: text('entry_into_force_article'),
  signatureUntil: text('signature_until'),
  signatureArticle: text('signature_article'),
  withdrawalRule: text('withdrawal_rule', { enum: withdrawalRules }),
  withdrawalArticle: text('withdrawal_article'),
  convention: text().references((): AnySQLiteColumn => instruments.code),
  conventionArticle: text('convention_article'),
  /** The article that allows no reservations, if one does. */
  noReservationsArticle: text('no_reservations_article'),
})

/** Official titles and short names in the other languages of the United Nations; the English ones are the instruments’ own. */
export const instrumentTitles = sqliteTable(
  'instrument_titles',
  {
    instrument: text()
      .notNull()
      .references(() => instruments.code),
    language: text({ enum: languages }).notNull(),
    title: text().notNull(),
    shortName: text('short_name').notNull(),
  },
  (table) => [primaryKey({ columns: [table.instrument, table.language] })],
)

export const preconditions = sqliteTable(
  'preconditions',
  {
    instrument: text()
      .notNull()
      .references(() => instruments.code),
    position: integer().notNull(),
    required: text().references(() => instruments.code),
    requires: text({ enum: requirements }).notNull(),
    article: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.instrument, table.position] })],
)

export const resolutions = sqliteTable('resolutions', {
  code: text().primaryKey(),
  symbol: text().notNull().unique(),
  title: text().notNull(),
  adoptedOn: text('adopted_on').notNull(),
  addresses: text({ enum: addressees }).notNull(),
  url: text().notNull(),
})

export const paragraphs = sqliteTable(
  'paragraphs',
  {
    resolution: text()
      .notNull()
      .references(() => resolutions.code),
    paragraph: integer().notNull(),
    summary: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.resolution, table.paragraph] })],
)

export const urges = sqliteTable(
  'urges',
  {
    resolution: text()
      .notNull()
      .references(() => resolutions.code),
    paragraph: integer().notNull(),
    instrument: text()
      .notNull()
      .references(() => instruments.code),
  },
  (table) => [primaryKey({ columns: [table.resolution, table.paragraph, table.instrument] })],
)

/** Counts of signatories and parties that other sources print for a day, a month or an interval. The record must agree with them. */
export const printedTotals = sqliteTable(
  'printed_totals',
  {
    instrument: text()
      .notNull()
      .references(() => instruments.code),
    asAt: text('as_at').notNull(),
    signatories: integer(),
    parties: integer(),
    source: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.instrument, table.asAt] })],
)

/** What the record is known not to hold of an instrument, on the days [from, until). */
export const gaps = sqliteTable(
  'gaps',
  {
    instrument: text()
      .notNull()
      .references(() => instruments.code),
    from: text('valid_from').notNull(),
    until: text('valid_until').notNull(),
    what: text().notNull(),
    ...ofEditions,
  },
  (table) => [primaryKey({ columns: [table.instrument, table.from, table.what, table.knownFrom] })],
)

/** One row for each import; its number is the record's revision from then on. */
export const imports = sqliteTable('imports', {
  revision: integer().primaryKey(),
  /** RFC 3339, UTC */
  importedAt: text('imported_at').notNull(),
  fileName: text('file_name').notNull(),
  sha256: text().notNull(),
  format: text().notNull(),
  rows: integer().notNull(),
  warnings: text({ mode: 'json' }).$type<string[]>().notNull(),
  /** The import whose changes this one undid; null for an import of a file. */
  reverts: integer().references((): AnySQLiteColumn => imports.revision),
  /** The name of the token that the client sent over HTTP; null for an import by command. */
  importedBy: text('imported_by'),
  /** The edition of the seed that it brought in, a day; null for any other import. */
  edition: text(),
})

/** Tokens for imports over HTTP. Only digests are stored, so the table is useless to a thief. */
export const tokens = sqliteTable('tokens', {
  name: text().primaryKey(),
  /** SHA-256 of the token, lowercase hexadecimal */
  digest: text().notNull().unique(),
  /** RFC 3339, UTC, as is `revokedAt` */
  createdAt: text('created_at').notNull(),
  revokedAt: text('revoked_at'),
})

/** Reports of imports over HTTP, so that a retried request gets the same answer. */
export const idempotency = sqliteTable('answered_requests', {
  /** The client's Idempotency-Key, or else the fingerprint. */
  key: text().primaryKey(),
  /** SHA-256 of the whole request, payload included; lowercase hexadecimal */
  fingerprint: text().notNull(),
  /** The newest revision of the record after the request. */
  revision: integer().notNull(),
  report: text().notNull(),
})

/** The tables of an import, one for each instrument, with their “as at” day. */
export const importedTables = sqliteTable(
  'imported_tables',
  {
    revision: integer()
      .notNull()
      .references(() => imports.revision),
    instrument: text()
      .notNull()
      .references(() => instruments.code),
    asAt: text('as_at').notNull(),
    /** Whether a source states that day; otherwise it is only the day of the import. */
    isAsAtStated: integer('is_as_at_stated', { mode: 'boolean' }).notNull().default(true),
    added: integer().notNull(),
    corrected: integer().notNull(),
    removed: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.revision, table.instrument] })],
)

/** The source of truth, append-only. Each action is known from one revision and, once corrected or removed, until another. */
export const actions = sqliteTable(
  'actions',
  {
    id: integer().primaryKey(),
    instrument: text()
      .notNull()
      .references(() => instruments.code),
    participant: text()
      .notNull()
      .references(() => participants.code),
    action: text({ enum: actionKinds }).notNull(),
    earliest: text().notNull(),
    latest: text().notNull(),
    effectOn: text('effect_on'),
    /** The former State that performed it, if it is printed for another. */
    performedBy: text('performed_by').references(() => participants.code),
    certainty: text({ enum: certainties }).notNull(),
    source: text().notNull(),
    knownFrom: integer('known_from')
      .notNull()
      .references(() => imports.revision),
    knownUntil: integer('known_until').references(() => imports.revision),
    /** The action that this one corrects; null if it was added. */
    replaces: integer().references((): AnySQLiteColumn => actions.id),
  },
  (table) => [
    index('actions_by_instrument').on(table.instrument, table.participant),
    index('actions_by_day').on(table.latest, table.id),
    index('actions_by_revision').on(table.knownFrom),
    index('actions_by_replaced').on(table.replaces).where(sql`replaces IS NOT NULL`),
    index('actions_by_end').on(table.knownUntil).where(sql`known_until IS NOT NULL`),
  ],
)

/**
 * Derived from the actions by domain/status.ts and written only by status-periods.ts: the periods, valid on days
 * [valid_from, valid_until) and known at revisions [known_from, known_until), of each standing but `none`.
 */
export const statuses = sqliteTable(
  'statuses',
  {
    participant: text()
      .notNull()
      .references(() => participants.code),
    instrument: text()
      .notNull()
      .references(() => instruments.code),
    status: text({ enum: statusKinds }).notNull(),
    validFrom: text('valid_from').notNull(),
    validUntil: text('valid_until'),
    knownFrom: integer('known_from')
      .notNull()
      .references(() => imports.revision),
    knownUntil: integer('known_until').references(() => imports.revision),
    signature: integer().references(() => actions.id),
    consent: integer().references(() => actions.id),
    /** The day the treaty entered into force for the participant through that consent. */
    inForceOn: text('in_force_on'),
    withdrawal: integer().references(() => actions.id),
    withdrawalEffectOn: text('withdrawal_effect_on'),
  },
  (table) => [
    uniqueIndex('statuses_by_participant').on(
      table.participant,
      table.instrument,
      table.validFrom,
      table.knownFrom,
    ),
    index('statuses_by_instrument').on(table.instrument, table.validFrom),
  ],
)

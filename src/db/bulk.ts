import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm'
import { knownDay } from '../domain/action.js'
import type { PackagedRecord } from '../tables/datapackage/describe.js'
import type { BulkSource } from '../tables/datapackage/tables.js'
import { groupSource } from './groups/source.js'
import { importQueries } from './imports.js'
import type { Instrument, InstrumentQueries } from './instruments.js'
import {
  actions,
  aliases,
  formerNames,
  gaps,
  importedTables,
  imports,
  instrumentTitles,
  paragraphs,
  participants,
  preconditions,
  printedTotals,
  regions,
  resolutions,
  statuses,
  urges,
} from './schema.js'
import type { Db } from './sqlite/open.js'
import { factSource } from './statements/source.js'

/** Actions per query, so that the export streams instead of loading them all into memory. */
const chunk = 2_000

/** The bulk data of the record at a revision. */
export const bulkQueries = (db: Db, instruments: InstrumentQueries) => ({
  at: (revision: number): { record: PackagedRecord; source: BulkSource } => ({
    record: describe(db, instruments.all(revision), revision),
    source: bulkSource(db, instruments.all(revision), revision),
  }),
})

function describe(db: Db, instruments: readonly Instrument[], revision: number): PackagedRecord {
  const sources = instruments.map(({ depositary, shortName, url }) => ({
    title: `${depositary}: ${shortName}`,
    ...(url === null ? {} : { path: url }),
  }))
  return { revision, importedAt: importQueries(db).importedAt(revision) ?? '', sources }
}

/** All rows of each table, in a stable order. */
function bulkSource(db: Db, instruments: readonly Instrument[], revision: number): BulkSource {
  const codes = instruments.map(({ code }) => code)
  const ended = (until: number | null) => (until !== null && until <= revision ? until : null)
  return {
    regions: () => db.select().from(regions).orderBy(asc(regions.code)).all(),
    participants: () => db.select().from(participants).orderBy(asc(participants.code)).all(),
    aliases: () => db.select().from(aliases).orderBy(asc(aliases.participant), asc(aliases.name)).all(),
    'former-names': () =>
      db
        .select()
        .from(formerNames)
        .where(lte(formerNames.knownFrom, revision))
        .orderBy(asc(formerNames.participant), asc(formerNames.until), asc(formerNames.knownFrom))
        .all()
        .map((row) => ({ ...row, knownUntil: ended(row.knownUntil) })),
    instruments: () => instruments,
    'instrument-titles': () =>
      db
        .select()
        .from(instrumentTitles)
        .orderBy(asc(instrumentTitles.instrument), asc(instrumentTitles.language))
        .all(),
    preconditions: () => db.select().from(preconditions).orderBy(asc(preconditions.position)).all(),
    resolutions: () => db.select().from(resolutions).orderBy(asc(resolutions.code)).all(),
    paragraphs: () =>
      db.select().from(paragraphs).orderBy(asc(paragraphs.resolution), asc(paragraphs.paragraph)).all(),
    urges: () => db.select().from(urges).orderBy(asc(urges.resolution), asc(urges.paragraph)).all(),
    totals: () =>
      db.select().from(printedTotals).orderBy(asc(printedTotals.instrument), asc(printedTotals.asAt)).all(),
    gaps: () =>
      db
        .select()
        .from(gaps)
        .where(lte(gaps.knownFrom, revision))
        .orderBy(asc(gaps.instrument), asc(gaps.from), asc(gaps.knownFrom))
        .all()
        .map((row) => ({ ...row, knownUntil: ended(row.knownUntil) })),
    ...factSource(db, revision),
    ...groupSource(db),
    imports: () =>
      db
        .select()
        .from(imports)
        .where(lte(imports.revision, revision))
        .orderBy(asc(imports.revision))
        .all()
        .map((row) => ({ ...row, warnings: JSON.stringify(row.warnings) })),
    'imported-tables': () =>
      db
        .select()
        .from(importedTables)
        .where(lte(importedTables.revision, revision))
        .orderBy(asc(importedTables.revision), asc(importedTables.instrument))
        .all(),
    *actions() {
      for (const row of everyAction(db, revision)) {
        const on = knownDay(row)
        const [earliest, latest] = on === null ? [row.earliest, row.latest] : [null, null]
        yield { ...row, on, earliest, latest, knownUntil: ended(row.knownUntil) }
      }
    },
    *statuses() {
      for (const code of codes)
        for (const { validFrom, validUntil, ...period } of periodsOf(db, code, revision))
          yield { ...period, from: validFrom, until: validUntil }
    },
  }
}

function* everyAction(db: Db, revision: number) {
  for (let after = 0; ; ) {
    const rows = db
      .select()
      .from(actions)
      .where(and(gt(actions.id, after), lte(actions.knownFrom, revision)))
      .orderBy(asc(actions.id))
      .limit(chunk)
      .all()
    yield* rows
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
  }
}

const periodsOf = (db: Db, instrument: string, revision: number) =>
  db
    .select()
    .from(statuses)
    .where(
      and(
        eq(statuses.instrument, instrument),
        lte(statuses.knownFrom, revision),
        or(isNull(statuses.knownUntil), gt(statuses.knownUntil, revision)),
      ),
    )
    .orderBy(asc(statuses.participant), asc(statuses.validFrom))
    .all()

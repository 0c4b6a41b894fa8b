import { asc, count, eq, inArray, lt, lte, max, type SQL, sql } from 'drizzle-orm'
import { grouped } from '../domain/grouped.js'
import type { Day } from '../domain/vocabulary.js'
import { type Change, changesOf } from './changes.js'
import { importedTables, imports } from './schema.js'
import type { Db } from './sqlite/open.js'

export type Import = typeof imports.$inferSelect & {
  readonly tables: readonly (typeof importedTables.$inferSelect)[]
}

/** The number and the instant (RFC 3339, UTC) of the record's newest import. */
export interface Revision {
  readonly number: number
  readonly importedAt: string
}

export function importQueries(db: Db) {
  const newest = db
    .select({ number: max(imports.revision), importedAt: imports.importedAt })
    .from(imports)
    .prepare()
  const importedAt = db
    .select({ importedAt: imports.importedAt })
    .from(imports)
    .where(eq(imports.revision, sql.placeholder('revision')))
    .prepare()
  const lastWhere = (condition: SQL): number =>
    db
      .select({ revision: max(imports.revision) })
      .from(imports)
      .where(condition)
      .get()?.revision ?? 0
  const withTables = (rows: (typeof imports.$inferSelect)[]): Import[] => {
    const revisions = rows.map(({ revision }) => revision)
    const tables = db
      .select()
      .from(importedTables)
      .where(inArray(importedTables.revision, revisions))
      .orderBy(asc(importedTables.instrument))
      .all()
    const byRevision = grouped(tables, ({ revision }) => revision)
    return rows.map((row) => ({ ...row, tables: byRevision.get(row.revision) ?? [] }))
  }

  return {
    /** @returns undefined while nothing has been imported */
    newest: (): Revision | undefined => {
      const row = newest.get()
      return row === undefined || row.number === null
        ? undefined
        : { number: row.number, importedAt: row.importedAt }
    },

    page: ({ offset, revision }: { offset: number; revision: number }, limit: number): Import[] =>
      withTables(
        db
          .select()
          .from(imports)
          .where(lte(imports.revision, revision))
          .orderBy(asc(imports.revision))
          .limit(limit)
          .offset(offset)
          .all(),
      ),

    /** The last import before a day (UTC); 0 if there is none. */
    lastBefore: (day: Day): number => lastWhere(lt(imports.importedAt, day)),

    /** The last import up to the end of a day (UTC); 0 if there is none. */
    lastBy: (day: Day): number => lastWhere(lte(imports.importedAt, `${day}T23:59:59.999Z`)),

    /** The instant of an import, RFC 3339 in UTC; undefined for an unknown revision. */
    importedAt: (revision: number): string | undefined => importedAt.get({ revision })?.importedAt,

    /** The instant of the last import about each instrument, up to a revision. */
    lastAbout: (revision: number): ReadonlyMap<string, string> =>
      new Map(
        db
          .select({ instrument: importedTables.instrument, importedAt: max(imports.importedAt) })
          .from(importedTables)
          .innerJoin(imports, eq(imports.revision, importedTables.revision))
          .where(lte(importedTables.revision, revision))
          .groupBy(importedTables.instrument)
          .all()
          .flatMap(({ instrument, importedAt }) => (importedAt === null ? [] : [[instrument, importedAt]])),
      ),

    count: ({ revision }: { revision: number }): number =>
      db.select({ n: count() }).from(imports).where(lte(imports.revision, revision)).get()?.n ?? 0,

    /** The first `limit` changes of an import. */
    changes: (revision: number, limit: number): Change[] => changesOf(db, revision, limit),

    byRevision: (revision: number): Import | undefined =>
      withTables(db.select().from(imports).where(eq(imports.revision, revision)).all())[0],
  }
}

import { asc, eq, lte, max, or, sql } from 'drizzle-orm'
import { grouped } from '../domain/grouped.js'
import type { Precondition } from '../domain/outstanding.js'
import type { Db } from './open.js'
import { importedTables, instruments, preconditions, printedTotals } from './schema.js'

export type Instrument = Omit<typeof instruments.$inferSelect, 'position'> & {
  readonly preconditions: readonly Precondition[]
  /** The last day for which a table of it was imported; null where none was. */
  readonly asAt: string | null
}

export function instrumentQueries(db: Db) {
  const latest = db
    .select({ instrument: importedTables.instrument, asAt: max(importedTables.asAt).as('as_at') })
    .from(importedTables)
    .where(lte(importedTables.revision, sql.placeholder('revision')))
    .groupBy(importedTables.instrument)
    .as('latest')
  const all = db
    .select({ instrument: instruments, asAt: latest.asAt })
    .from(instruments)
    .leftJoin(latest, eq(latest.instrument, instruments.code))
    .orderBy(asc(instruments.position))
    .prepare()
  const required = db
    .select()
    .from(preconditions)
    .orderBy(asc(preconditions.instrument), asc(preconditions.position))
    .prepare()
  const codeOf = db
    .select({ code: instruments.code })
    .from(instruments)
    .where(
      or(
        eq(instruments.code, sql.placeholder('code')),
        eq(sql`lower(${instruments.number})`, sql.placeholder('code')),
      ),
    )
    .prepare()
  const totals = db
    .select()
    .from(printedTotals)
    .orderBy(asc(printedTotals.instrument), asc(printedTotals.asAt))
    .prepare()

  return {
    /** Every instrument in the record, in the order in which they were entered. */
    all: ({ revision }: { revision: number }): Instrument[] => {
      const conditions = grouped(required.all(), (precondition) => precondition.instrument)
      return all.all({ revision }).map(({ instrument: { position: _, ...instrument }, asAt }) => ({
        ...instrument,
        asAt,
        preconditions: conditions.get(instrument.code) ?? [],
      }))
    },

    /** The code under which an instrument is addressed, from its code or MTDSG number in any letter case. */
    codeOf: (code: string): string | undefined => codeOf.get({ code: code.toLowerCase() })?.code,

    /** Signatories and parties that others printed for a day. */
    printedTotals: () => totals.all(),
  }
}

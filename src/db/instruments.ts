import { and, asc, eq, inArray, isNull, lte, max, or, type Placeholder, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { grouped } from '../domain/grouped.js'
import type { Gap } from '../domain/instruments/gap.js'
import type { Precondition } from '../domain/outstanding.js'
import type { Day, Language } from '../domain/vocabulary.js'
import { covers } from './moment.js'
import {
  gaps,
  importedTables,
  imports,
  instruments,
  instrumentTitles,
  preconditions,
  printedTotals,
} from './schema.js'
import type { Memo } from './sqlite/memo.js'
import type { Db, Tx } from './sqlite/open.js'

export type Instrument = Omit<typeof instruments.$inferSelect, 'position'> & {
  readonly preconditions: readonly Precondition[]
  /** Its title and short name in English, and in other languages as far as the record has them. */
  readonly titles: ReadonlyMap<Language, Titled>
  /** What the record is known not to hold of it. */
  readonly gaps: readonly Gap[]
  /** The newest “as at” day that an imported table states; null if none does. */
  readonly asAt: string | null
}

/** A title and a short name. */
export interface Titled {
  readonly title: string
  readonly shortName: string
}

/** An instrument as an index or a table gives it, without its final clauses. */
export interface NewInstrument {
  readonly code: string
  /** The depositary's number, such as `XVIII-12-a`. */
  readonly number: string
  /** The number, if no source gives the title. */
  readonly title: string
  readonly adoptedAt: string | null
  readonly adoptedOn: string | null
  readonly url: string | null
  readonly inForceOn?: string | null
  readonly inForceArticle?: string | null
  readonly registration?: string | null
}

/**
 * Enters an instrument at the end of the list, unless another process has just done so. Its rule for entry into force per
 * State stays unknown.
 */
export function enterInstrument(tx: Tx, instrument: NewInstrument): void {
  const { last } =
    tx
      .select({ last: max(instruments.position) })
      .from(instruments)
      .get() ?? {}
  tx.insert(instruments)
    .values({
      ...instrument,
      position: (last ?? 0) + 1,
      shortName: instrument.number,
      depositary: 'Secretary-General of the United Nations',
    })
    .onConflictDoNothing({ target: instruments.number })
    .run()
}

/** Adds the title, place and date from an index to an instrument that was entered by number only. */
export function completeInstrument(tx: Tx, { code, number: _, ...known }: NewInstrument): void {
  tx.update(instruments)
    .set(known)
    .where(and(eq(instruments.code, code), eq(instruments.title, instruments.number)))
    .run()
}

/**
 * The newest “as at” day that a source states for each instrument, up to a revision. Reverts and reverted imports do not
 * count.
 */
export function statedAsAt(db: Pick<Db, 'select'>, revision: number | Placeholder) {
  const undoing = alias(imports, 'undoing')
  return db
    .select({ instrument: importedTables.instrument, asAt: max(importedTables.asAt).as('as_at') })
    .from(importedTables)
    .innerJoin(imports, eq(imports.revision, importedTables.revision))
    .leftJoin(undoing, and(eq(undoing.reverts, imports.revision), lte(undoing.revision, revision)))
    .where(
      and(
        lte(importedTables.revision, revision),
        importedTables.isAsAtStated,
        isNull(imports.reverts),
        isNull(undoing.revision),
      ),
    )
    .groupBy(importedTables.instrument)
    .as('latest')
}

export type InstrumentQueries = ReturnType<typeof instrumentQueries>

export function instrumentQueries(db: Db, memo: Memo) {
  const latest = statedAsAt(db, sql.placeholder('revision'))
  const entered = db
    .select({ instrument: importedTables.instrument })
    .from(importedTables)
    .where(lte(importedTables.revision, sql.placeholder('revision')))
  const all = db
    .select({ instrument: instruments, asAt: latest.asAt })
    .from(instruments)
    .leftJoin(latest, eq(latest.instrument, instruments.code))
    .where(inArray(instruments.code, entered))
    .orderBy(asc(instruments.position))
    .prepare()
  const required = db
    .select()
    .from(preconditions)
    .orderBy(asc(preconditions.instrument), asc(preconditions.position))
    .prepare()
  const titled = db.select().from(instrumentTitles).prepare()
  const missing = db
    .select({ instrument: gaps.instrument, from: gaps.from, until: gaps.until, what: gaps.what })
    .from(gaps)
    .where(covers(gaps.knownFrom, gaps.knownUntil, 'revision'))
    .orderBy(asc(gaps.from))
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
  const codes = db
    .select({ code: instruments.code, adoptedOn: instruments.adoptedOn })
    .from(instruments)
    .prepare()
  const totals = db
    .select()
    .from(printedTotals)
    .orderBy(asc(printedTotals.instrument), asc(printedTotals.asAt))
    .prepare()

  return {
    /** All instruments that the record held at a revision, in the order of their entry. */
    all: memo((revision: number): readonly Instrument[] => {
      const conditions = grouped(required.all(), (precondition) => precondition.instrument)
      const titlesOf = grouped(titled.all(), ({ instrument }) => instrument)
      const gapsOf = grouped(missing.all({ revision }), ({ instrument }) => instrument)
      return all.all({ revision }).map(({ instrument: { position: _, ...instrument }, asAt }) => ({
        ...instrument,
        asAt,
        preconditions: conditions.get(instrument.code) ?? [],
        titles: new Map(
          [{ language: 'en' as const, ...instrument }, ...(titlesOf.get(instrument.code) ?? [])].map(
            ({ language, title, shortName }): [Language, Titled] => [language, { title, shortName }],
          ),
        ),
        gaps: (gapsOf.get(instrument.code) ?? []).map(({ instrument: _, ...gap }) => gap),
      }))
    }),

    /** The canonical code of an instrument, from its code or MTDSG number in any letter case. */
    codeOf: (code: string): string | undefined => codeOf.get({ code: code.toLowerCase() })?.code,

    /** The codes of all instruments. */
    codes: (): string[] => codes.all().map(({ code }) => code),

    /** The adoption day of each instrument by its code; null if unknown. */
    adoptions: (): Map<string, Day | null> =>
      new Map(codes.all().map(({ code, adoptedOn }) => [code, adoptedOn])),

    /** Counts of signatories and parties that other sources print for a day. */
    printedTotals: () => totals.all(),
  }
}

import { and, asc, eq, exists, sql } from 'drizzle-orm'
import { grouped } from '../domain/grouped.js'
import { type ObjectionDays, objectionDays } from '../domain/statements/objection.js'
import {
  isOfOwnConsent,
  type Statement,
  type StatementEvent,
  type StatementTarget,
} from '../domain/statements/statement.js'
import type { StatementCoverage } from '../domain/statements/vocabulary.js'
import type { Day } from '../domain/vocabulary.js'
import { covers } from './moment.js'
import { instruments } from './schema.js'
import type { Memo } from './sqlite/memo.js'
import type { Db } from './sqlite/open.js'
import { toFact } from './statements/facts.js'
import { statementCoverage, statementEvents, statements, statementTargets } from './statements/schema.js'

/** A statement as the record holds it at a revision, with all that happened to it. */
export type RecordedStatement = Statement & {
  /** In the order of the days from which they count. */
  readonly events: readonly StatementEvent[]
  /** What an objection or a communication is about. */
  readonly targets: readonly StatementTarget[]
}

/** The statements on an instrument, by State. */
export interface StatementIndex {
  /** What a State said with its consent, or may maintain of what a predecessor said. */
  readonly own: ReadonlyMap<string, readonly RecordedStatement[]>
  /** The days of the objections toward a State, each objection once. */
  readonly objections: ReadonlyMap<string, readonly ObjectionDays[]>
}

/** How much the record holds of the statements on an instrument. */
export interface Coverage {
  readonly coverage: StatementCoverage
  readonly asAt: Day | null
  /** What is missing, in our own words. */
  readonly what: string | null
}

export function statementQueries(db: Db, memo: Memo) {
  const isOf = eq(statements.instrument, sql.placeholder('instrument'))
  const isHeld = covers(statements.knownFrom, statements.knownUntil, 'revision')
  const held = db.select().from(statements).where(and(isOf, isHeld)).orderBy(asc(statements.row)).prepare()
  const events = db
    .select({ event: statementEvents })
    .from(statementEvents)
    .innerJoin(statements, and(eq(statements.id, statementEvents.statement), isHeld))
    .where(and(isOf, covers(statementEvents.knownFrom, statementEvents.knownUntil, 'revision')))
    .orderBy(asc(statementEvents.latest), asc(statementEvents.row))
    .prepare()
  const targets = db
    .select({ target: statementTargets })
    .from(statementTargets)
    .innerJoin(statements, and(eq(statements.id, statementTargets.statement), isHeld))
    .where(and(isOf, covers(statementTargets.knownFrom, statementTargets.knownUntil, 'revision')))
    .orderBy(asc(statementTargets.row))
    .prepare()
  const coverages = db
    .select()
    .from(statementCoverage)
    .where(covers(statementCoverage.knownFrom, statementCoverage.knownUntil, 'revision'))
    .prepare()
  const instrumentOf = db
    .select({ instrument: statements.instrument })
    .from(statements)
    .where(and(eq(statements.id, sql.placeholder('id')), isHeld))
    .prepare()
  const concerned = db
    .select({ code: instruments.code })
    .from(instruments)
    .where(
      exists(db.select({ one: sql`1` }).from(statements).where(eq(statements.instrument, instruments.code))),
    )
    .prepare()

  /** All statements on an instrument that the record holds at a revision, of any day. */
  const ofInstrument = memo((instrument: string, revision: number): readonly RecordedStatement[] => {
    const of = { instrument, revision }
    const eventsOf = grouped(events.all(of), ({ event }) => event.statement)
    const targetsOf = grouped(targets.all(of), ({ target }) => target.statement)
    return held.all(of).map((statement) => ({
      ...toFact(statement),
      events: (eventsOf.get(statement.id) ?? []).map(({ event }) => toFact(event)),
      targets: (targetsOf.get(statement.id) ?? []).map(({ target }) => toFact(target)),
    }))
  })

  return {
    /** The instruments on which the record has ever held a statement: few of the many that it may hold. */
    instruments: memo((): ReadonlySet<string> => new Set(concerned.all().map(({ code }) => code))),

    ofInstrument,

    /** The same, by State. */
    index: memo(
      (instrument: string, revision: number): StatementIndex => indexOf(ofInstrument(instrument, revision)),
    ),

    /** The instrument of a statement; undefined if the record does not hold it at a revision. */
    instrumentOf: (id: string, revision: number): string | undefined =>
      instrumentOf.get({ id, revision })?.instrument,

    /** How much the record holds of the statements on each instrument, as known at a revision. */
    coverage: memo(
      (revision: number): ReadonlyMap<string, Coverage> =>
        new Map(
          coverages
            .all({ revision })
            .map(({ instrument, coverage, asAt, what }) => [instrument, { coverage, asAt, what }]),
        ),
    ),
  }
}

function indexOf(all: readonly RecordedStatement[]): StatementIndex {
  const own = all
    .filter(isOfOwnConsent)
    .flatMap((one) => [one.participant, one.performedBy].map((code) => ({ code, one })))
  const objections = all.flatMap((one) => {
    const days = objectionDays(one)
    if (days === null) return []
    return [...new Set(one.targets.map(({ toward }) => toward))].map((code) => ({ code, one: days }))
  })
  return { own: byCode(own), objections: byCode(objections) }
}

function byCode<T>(pairs: readonly { readonly code: string | null; readonly one: T }[]): Map<string, T[]> {
  const found = grouped(pairs, ({ code }) => code ?? '')
  return new Map([...found].map(([code, own]) => [code, own.map(({ one }) => one)]))
}

import type { Instrument } from '../db/instruments.js'
import type { Participant } from '../db/participants.js'
import type { RecordedStatement } from '../db/statements.js'
import { grouped } from '../domain/grouped.js'
import { type ArticleCode, inOrder, names, withEnclosing } from '../domain/statements/articles.js'
import { isStanding } from '../domain/statements/standing.js'
import { isOfOwnConsent } from '../domain/statements/statement.js'
import type { StatementCoverage } from '../domain/statements/vocabulary.js'
import type { Day } from '../domain/vocabulary.js'
import type { Reading } from './reading.js'
import type { StatementFilter } from './statement-filter.js'
import { isObjectionOn, standingsOn } from './statement-standings.js'
import { type StatementRow, statementsOn } from './statements.js'
import type { StatusRow } from './statuses.js'

/** How many statements stand on one provision, and whose. Those for a territory alone are left out. */
export interface ArticleCount {
  readonly article: ArticleCode
  readonly statements: number
  /** The States whose statements they are, of any kind. */
  readonly states: readonly Participant[]
  readonly reservations: number
  /** The States that have reserved it. */
  readonly reservedBy: readonly Participant[]
}

/**
 * For each provision that a standing statement names, and each that encloses one, what stands on it. A reservation to the whole
 * of 29 counts for 29(1) as well; a general one counts as “general” alone.
 * @param filter  which statements to count: `exceptPurpose: ['disputes']` leaves out the opt-outs
 */
export function articleCounts(
  reading: Reading,
  instrument: Instrument,
  filter: Omit<StatementFilter, 'instrument' | 'standing' | 'territory' | 'toward'> = {},
): ArticleCount[] {
  const standing = statementsOn(reading, { ...filter, instrument: [instrument.code] }).filter(standsForState)
  const articles = standing.flatMap((row) => (row.articles ?? []).flatMap(withEnclosing))
  return inOrder(articles).map((article) => {
    const found = standing.filter((row) => names(article, row))
    const reserving = found.filter(({ statement }) => statement.kind === 'reservation')
    return {
      article,
      statements: found.length,
      states: statesOf(found),
      reservations: reserving.length,
      reservedBy: statesOf(reserving),
    }
  })
}

/** The States with a statement that stands for themselves, in the order of the rows. */
export const statesOf = (rows: readonly StatementRow[]): Participant[] => [
  ...new Map(rows.map(({ state }) => [state.code, state])).values(),
]

/** Whether a statement of a State about its own consent stands, and is not for a territory alone. */
export const standsForState = (row: StatementRow): boolean =>
  isStanding(row) && isOfOwnConsent(row.statement) && row.statement.territory === null

/** What a State has said of an instrument, in numbers. */
export interface StatementSummary {
  /** Reservations, declarations and understandings that stand, those for territories included. */
  readonly standing: number
  readonly reservations: number
  /** Objections toward the State, by the day. */
  readonly objectionsReceived: number
  readonly coverage: StatementCoverage
  /** The last day for which the coverage holds; null where nothing is held. */
  readonly asAt: Day | null
}

/**
 * The summaries for some statuses.
 * @returns a function of a status among `rows`
 */
export function statementSummaries(
  reading: Reading,
  rows: readonly StatusRow[],
): (row: StatusRow) => StatementSummary {
  const { store, revision } = reading
  const concerned = store.statements.instruments()
  const counts = new Map(
    [...grouped(rows, ({ instrument }) => instrument.code)]
      .filter(([code]) => concerned.has(code))
      .map(([code, own]) => [code, countsOf(reading, code, own)]),
  )
  const coverages = store.statements.coverage(revision)
  return ({ state, instrument }) => {
    const { coverage, asAt } = coverages.get(instrument.code) ?? { coverage: 'none', asAt: null }
    return { ...(counts.get(instrument.code)?.(state.code) ?? nothing), coverage, asAt }
  }
}

const nothing = { standing: 0, reservations: 0, objectionsReceived: 0 }

/** Counts the statements on one instrument, by State. */
function countsOf(reading: Reading, instrument: string, rows: readonly StatusRow[]) {
  const recorded = reading.store.statements.ofInstrument(instrument, reading.revision)
  const rowOf = new Map(rows.map((row) => [row.state.code, row]))
  const own = recorded.filter(isOfOwnConsent)
  const found = standingsOn(reading, own, rowOf, (code) => consentOf(rowOf.get(code)))
  const standing = grouped(found.filter(isStanding), ({ of }) => of.state.code)
  const received = objectionsReceived(recorded, reading.asOf)
  return (participant: string) => {
    const statements = standing.get(participant) ?? []
    return {
      standing: statements.length,
      reservations: statements.filter(({ statement }) => statement.kind === 'reservation').length,
      objectionsReceived: received.get(participant) ?? 0,
    }
  }
}

const consentOf = (row: StatusRow | undefined) =>
  row && { status: row.status, earliest: row.standing?.consent?.earliest ?? null }

/** Counts each objection once for each State that it is toward. */
function objectionsReceived(recorded: readonly RecordedStatement[], asOf: Day): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { targets } of recorded.filter((one) => isObjectionOn(one, asOf)))
    for (const toward of new Set(targets.map((target) => target.toward)))
      counts.set(toward, (counts.get(toward) ?? 0) + 1)
  return counts
}

import type { Instrument } from '../../db/instruments.js'
import type { Participant } from '../../db/participants.js'
import type { RecordedStatement, StatementIndex } from '../../db/statements.js'
import { holdsOn } from '../../domain/calendar.js'
import { type ArticleCode, inOrder, names, withEnclosing } from '../../domain/statements/articles.js'
import { isStanding } from '../../domain/statements/standing.js'
import { isOfOwnConsent } from '../../domain/statements/statement.js'
import type { StatementCoverage } from '../../domain/statements/vocabulary.js'
import type { Day } from '../../domain/vocabulary.js'
import { nothingHeld } from '../coverage.js'
import type { Reading } from '../reading.js'
import type { StatusRow } from '../statuses.js'
import type { StatementFilter } from './filter.js'
import { standingsOn } from './standings.js'
import { type StatementRow, statementsOn } from './statements.js'

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
 * What each State has said of an instrument.
 * @returns a function of the State's status to it
 */
export function statementSummaries(reading: Reading): (row: StatusRow) => StatementSummary {
  const { statements } = reading.store
  const [concerned, coverages] = [statements.instruments(), statements.coverage(reading.revision)]
  const indexes = new Map<string, StatementIndex>()
  const indexOf = (instrument: string): StatementIndex => {
    const index = indexes.get(instrument) ?? statements.index(instrument, reading.revision)
    indexes.set(instrument, index)
    return index
  }
  return (row) => {
    const { code } = row.instrument
    const { coverage, asAt } = coverages.get(code) ?? nothingHeld
    return { ...(concerned.has(code) ? countsOf(reading, row, indexOf(code)) : nothing), coverage, asAt }
  }
}

const nothing = { standing: 0, reservations: 0, objectionsReceived: 0 }

function countsOf(reading: Reading, row: StatusRow, { own, objections }: StatementIndex) {
  const standing = standingOf(reading, row, own.get(row.state.code))
  const received = objections.get(row.state.code) ?? []
  return {
    standing: standing.length,
    reservations: standing.filter(({ statement }) => statement.kind === 'reservation').length,
    objectionsReceived: received.filter((one) => holdsOn(reading.asOf, one)).length,
  }
}

function standingOf(reading: Reading, row: StatusRow, own: readonly RecordedStatement[] | undefined) {
  // Most States have said nothing.
  if (own === undefined) return []
  const consent = { status: row.status, earliest: row.standing?.consent?.earliest ?? null }
  return standingsOn(reading, own, new Map([[row.state.code, row]]), () => consent).filter(isStanding)
}

import type { Instrument } from '../db/instruments.js'
import type { Participant } from '../db/participants.js'
import { grouped } from '../domain/grouped.js'
import { type ArticleCode, inOrder, names, withEnclosing } from '../domain/statements/articles.js'
import { isStanding } from '../domain/statements/standing.js'
import { isOfOwnConsent } from '../domain/statements/statement.js'
import type { StatementCoverage } from '../domain/statements/vocabulary.js'
import type { Day } from '../domain/vocabulary.js'
import type { Reading } from './reading.js'
import type { StatementFilter } from './statement-filter.js'
import { isObjectionOn, type StatementRow, statementsOn } from './statements.js'

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
 * The summaries for each status, counted once for all.
 * @returns a function of the codes of a participant and an instrument
 */
export function statementSummaries(
  reading: Reading,
  instruments: readonly Instrument[],
): (participant: string, instrument: string) => StatementSummary {
  const codes = instruments.map(({ code }) => code)
  const keyOf = (participant: string, instrument: string) => `${participant} ${instrument}`
  const standing = grouped(
    (codes.length === 0 ? [] : statementsOn(reading, { instrument: codes })).filter(
      (row) => isStanding(row) && isOfOwnConsent(row.statement),
    ),
    ({ state, instrument }) => keyOf(state.code, instrument.code),
  )
  const received = objectionsReceived(reading, codes, keyOf)
  const coverages = reading.store.statements.coverage(reading.revision)
  return (participant, instrument) => {
    const own = standing.get(keyOf(participant, instrument)) ?? []
    const { coverage, asAt } = coverages.get(instrument) ?? { coverage: 'none', asAt: null }
    return {
      standing: own.length,
      reservations: own.filter(({ statement }) => statement.kind === 'reservation').length,
      objectionsReceived: received.get(keyOf(participant, instrument)) ?? 0,
      coverage,
      asAt,
    }
  }
}

/** Counts each objection once for each State that it is toward. */
function objectionsReceived(
  { store, asOf, revision }: Reading,
  codes: readonly string[],
  keyOf: (participant: string, instrument: string) => string,
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const code of codes)
    for (const one of store.statements.ofInstrument(code, revision).filter((one) => isObjectionOn(one, asOf)))
      for (const toward of new Set(one.targets.map((target) => target.toward))) {
        const key = keyOf(toward, code)
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
  return counts
}

import type { RecordedStatement } from '../../db/statements.js'
import { DomainError, notAmong } from '../../domain/errors.js'
import { type ArticleCode, concerns } from '../../domain/statements/articles.js'
import type { StatementStandingOn } from '../../domain/statements/standing.js'
import type { StatementEvent } from '../../domain/statements/statement.js'
import type {
  StatementKind,
  StatementPurpose,
  StatementStanding,
} from '../../domain/statements/vocabulary.js'
import type { Day } from '../../domain/vocabulary.js'
import type { Reading } from '../reading.js'
import type { StateFilter } from '../states.js'

/** Selects statements. Values within a list are alternatives, all lists must match, and an absent list does not filter. */
export interface StatementFilter extends Omit<StateFilter, 'q' | 'kind'> {
  readonly instrument?: readonly string[] | undefined
  readonly kind?: readonly StatementKind[] | undefined
  /** Provisions that the statement still concerns on the day, a general one included. */
  readonly article?: readonly ArticleCode[] | undefined
  readonly purpose?: readonly StatementPurpose[] | undefined
  /** Leaves out those of these purposes: reservations other than the opt-outs of dispute settlement. */
  readonly exceptPurpose?: readonly StatementPurpose[] | undefined
  readonly standing?: readonly StatementStanding[] | undefined
  readonly territory?: readonly string[] | undefined
  /** The States that objections and communications are toward. */
  readonly toward?: readonly string[] | undefined
  /** Only statements to which something happened on this day or later. */
  readonly since?: Day | undefined
  /** Only statements to which something happened on this day or earlier. */
  readonly until?: Day | undefined
}

/** A statement with what stands of it on a day. */
export interface StatementOnDay extends StatementStandingOn {
  readonly statement: RecordedStatement
  /** In our reading, on the day. */
  readonly purpose: StatementPurpose | null
  /** What happened to it by the day, in order. */
  readonly events: readonly StatementEvent[]
}

/**
 * The condition of a filter, apart from States and instruments.
 * @throws DomainError for an unknown territory or State, or days in the wrong order
 */
export function chooser(reading: Reading, filter: StatementFilter): (row: StatementOnDay) => boolean {
  const { kind, article, purpose, exceptPurpose, standing, since, until } = filter
  if (since !== undefined && until !== undefined && since > until)
    throw new DomainError('invalid-parameter', `“${until}” lies before “since”, ${since}`, 'until')
  const territories = filter.territory && territoriesNamed(reading, filter.territory)
  const toward = filter.toward && towardNamed(reading, filter.toward)
  const isOnDays = ({ latest }: StatementEvent): boolean =>
    (since === undefined || latest >= since) && (until === undefined || latest <= until)
  return (row) =>
    (!kind || kind.includes(row.statement.kind)) &&
    (!article || article.some((one) => concerns(one, row))) &&
    (!purpose || (row.purpose !== null && purpose.includes(row.purpose))) &&
    !(row.purpose !== null && exceptPurpose?.includes(row.purpose)) &&
    (!standing || standing.includes(row.standing)) &&
    (!territories || (row.statement.territory !== null && territories.has(row.statement.territory))) &&
    (!toward || row.statement.targets.some((one) => toward.has(one.toward))) &&
    row.events.some(isOnDays)
}

/** The codes of territories. @throws DomainError for one that is not in the record */
export function territoriesNamed({ store }: Reading, codes: readonly string[]): Set<string> {
  const known = new Set(store.territories.all().map(({ code }) => code))
  return new Set(
    codes.map((given) => {
      const code = given.toUpperCase()
      if (known.has(code)) return code
      throw notAmong('territory', given, 'the code of a territory', [...known].sort())
    }),
  )
}

const towardNamed = ({ store }: Reading, codes: readonly string[]): Set<string> =>
  new Set(
    codes.map((given) => {
      const code = store.participants.codeOf(given)
      if (code !== undefined) return code
      throw notAmong('toward', given, 'the code of a participant', [
        'alpha-3, alpha-2 or M49 codes as in /v1/states',
      ])
    }),
  )

import type { DayBounds } from '../action.js'
import type { Day } from '../vocabulary.js'
import type { ArticleCode } from './articles.js'
import type { ObjectionEffect, StatementKind } from './vocabulary.js'

/** A statement as a depositary's page prints it, without its text. */
export interface PrintedStatement {
  readonly participant: string
  readonly kind: StatementKind
  /** The code of the territory that it is for alone; null if it is for the State. */
  readonly territory: string | null
  /** What it still concerns. Empty: it names no article. Null: not read. */
  readonly articles: readonly ArticleCode[] | null
  readonly made: DayBounds
  /** The day on which the State confirmed it on consent; null if it did not. */
  readonly confirmed: DayBounds | null
  /** What the page's notes say happened to it. */
  readonly changes: readonly PrintedChange[]
  /** Whether nothing but its heading is left. */
  readonly isWithdrawnWhole: boolean
  /** The States that an objection or a communication is about; null if not read. */
  readonly toward: readonly string[] | null
  readonly effect: ObjectionEffect | null
  /** SHA-256 of the normalised entry; null for several entries. */
  readonly digest: string | null
  /** In our own words, if a person wrote some. */
  readonly summary: string | null
}

export interface PrintedChange extends DayBounds {
  readonly event: 'withdrawn' | 'modified'
  /** What was withdrawn, or what stands after the change. */
  readonly articles: readonly ArticleCode[] | null
}

/** How a page is compared with the record. */
export interface PageTerms {
  readonly instrument: string
  /** The day of the page. */
  readonly asAt: Day
  /** The day up to which the record held all that the depositary printed; null if it did not. */
  readonly since: Day | null
}

/**
 * Several printed parts of what the record holds as one statement.
 * @throws Error for no parts
 */
export function merged(parts: readonly PrintedStatement[]): PrintedStatement {
  const [first] = parts
  if (first === undefined) throw new Error('no parts of a statement')
  return {
    ...first,
    articles: parts.some(({ articles }) => articles === null)
      ? null
      : [...new Set(parts.flatMap(({ articles }) => articles ?? []))],
    changes: parts.flatMap(({ changes }) => changes),
    digest: null,
  }
}

import { type ArticleCode, isWithin, type Provisions } from './articles.js'
import type { Statement } from './statement.js'
import type { StatementPurpose } from './vocabulary.js'

/** The provisions on the settlement of disputes, as the statements that opt out of it and of nothing else name them. */
export const disputeProvisions = (
  statements: readonly (Pick<Statement, 'purpose'> & {
    readonly events: readonly { readonly articles: readonly ArticleCode[] | null }[]
  })[],
): ReadonlySet<ArticleCode> =>
  new Set(
    statements
      .filter(({ purpose }) => purpose === 'disputes')
      .flatMap(({ events }) => events.flatMap(({ articles }) => articles ?? [])),
  )

/**
 * What a statement is for on a day. One that excluded more, and of which only the opt-out of dispute settlement is left, has
 * become such an opt-out: Brazil's reservation to CEDAW since 1994.
 */
export function purposeOn(
  { purpose }: Pick<Statement, 'purpose'>,
  { articles }: Provisions,
  disputes: ReadonlySet<ArticleCode>,
): StatementPurpose | null {
  if (purpose !== 'excludes' || !articles?.length) return purpose
  const isOptOut = articles.every((one) => [...disputes].some((provision) => isWithin(one, provision)))
  return isOptOut ? 'disputes' : purpose
}

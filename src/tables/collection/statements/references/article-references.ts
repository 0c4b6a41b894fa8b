import type { ArticleCode } from '../../../../domain/statements/articles.js'
import { type Owner, ownerAfter, ownerBefore } from './owner.js'
import { tokensOf } from './tokens.js'
import type { TreatyWords } from './treaty-words.js'
import { type Antecedent, chainAt } from './units.js'
import { type ReferenceUse, useOf } from './use.js'

/** References that stand together: “articles 2 (f) and 5 (a) of the Convention”. */
export interface ReferenceChain {
  /** Empty if not read. */
  readonly articles: readonly ArticleCode[]
  /** Whether each member has one meaning. */
  readonly isClear: boolean
  readonly owner: Owner
  readonly use: ReferenceUse
  /** Whether it goes on from an article named before: “paragraph 1 of that article”. */
  readonly isBackward: boolean
  readonly at: number
  readonly end: number
}

/** Most texts hold no word that a reference begins with, and need no grammar. */
const mayRefer = /\ba(?:rt|ri)|preamb|\bpar|letter|\blit/i

const isArticleOf = (reference: ArticleCode): string => /^[^(]+/.exec(reference)?.[0] ?? reference

/**
 * Reads the references to articles in English prose, in their order.
 * @param heading  the article that a heading above has named, which “this article” means
 */
export function referencesIn(text: string, treaty: TreatyWords, heading?: ArticleCode): ReferenceChain[] {
  if (!mayRefer.test(text)) return []
  const tokens = tokensOf(text)
  const chains: ReferenceChain[] = []
  let before: Antecedent | null =
    heading === undefined ? null : { article: isArticleOf(heading), owner: 'this treaty' }
  for (let at = 0; at < tokens.length; ) {
    const units = chainAt(tokens, at, before)
    const [first, last] = [tokens[at], tokens[(units.at(-1)?.next ?? 0) - 1]]
    if (units.length === 0 || first === undefined || last === undefined) {
      at++
      continue
    }
    const isBackward = units.some((unit) => unit.isBackward)
    const said = isBackward && before !== null ? before.owner : ownerAfter(text, last.end, treaty)
    const owner = said === 'not said' ? ownerBefore(text, first.at) : said
    const articles = [...new Set(units.flatMap((unit) => unit.articles))]
    chains.push({
      articles,
      isClear: owner !== 'not sure' && units.every(({ isClear }) => isClear),
      owner,
      use: useOf(
        text,
        first.at,
        articles.every((one) => !one.includes('(')),
      ),
      isBackward,
      at: first.at,
      end: last.end,
    })
    const article = articles.at(-1)
    if (article !== undefined && article !== 'preamble') before = { article: isArticleOf(article), owner }
    at = units.at(-1)?.next ?? at + 1
  }
  return chains
}

import type { ArticleCode } from '../../../domain/statements/articles.js'
import { type ReferenceChain, referencesIn } from './references/article-references.js'
import { generalIn } from './references/general.js'
import { isForeign, ownerAfter } from './references/owner.js'
import type { TreatyWords } from './references/treaty-words.js'

/** What a text is about; `articles` is null with the reason if that is not read. */
export interface StatedArticles {
  readonly articles: readonly ArticleCode[] | null
  readonly reason: string
}

export const unread = (reason: string): StatedArticles => ({ articles: null, reason })

/** What a statement is read with. */
export interface ArticleTerms {
  readonly treaty: TreatyWords
  /** Whether the article that permits a statement is what it is about, as in declarations under an article. */
  readonly isUnderArticle: boolean
}

/** Recitals: “Whereas article 10 …”, “Having considered …”. */
const recital =
  /^["“\s]*(?:whereas|recalling|noting|having (?:considered|examined|seen)|bearing in mind|mindful)\b/i
/** “[Same reservation as the one made in respect of …]” */
const sameAsOther = /^\s*\[\s*same\b/i

/** Reads the articles that texts without a heading of articles are about. */
export function mentionedArticles(texts: readonly string[], terms: ArticleTerms): StatedArticles {
  if (texts.some((text) => sameAsOther.test(text))) return unread('refers to a statement in another place')
  const read = texts.map((text) => ({ text, ...inText(text, terms) }))
  const failed = read.find(({ articles }) => articles === null)
  if (failed !== undefined) return failed
  const operative = read.filter(({ text, articles }) => !recital.test(text) && articles?.length)
  const named = (operative.length > 0 ? operative : read).flatMap(({ articles }) => articles ?? [])
  const articles = [...new Set([...generalIn(texts.join('\n'), terms.treaty), ...named])]
  if (articles.length > 0) return { articles, reason: '' }
  const chains = texts.flatMap((text) => referencesIn(text, terms.treaty))
  if (chains.length > 0 && chains.every(({ owner }) => owner === 'a law'))
    return unread('names articles of a law, and not that of the treaty which it is about')
  const open = read.find(({ reason }) => reason !== '')
  return open === undefined ? { articles, reason: '' } : unread(open.reason)
}

/** The expression of a treaty, between quotation marks: it stands in an article that is not named. */
const interprets = /\b(?:expressions?|terms?|words?|phrase)\s+["“'‘]/i
/** “recognizes the competence of the Committee, pursuant to article 1” */
const recognises = /\brecogni[sz](?:es?|ing)\b/i

/** Articles with a reason: they hold only if another text of the statement names articles too. */
function inText(text: string, { treaty, isUnderArticle }: ArticleTerms): StatedArticles {
  const chains = referencesIn(text, treaty)
  const own = chains.filter(({ owner }) => !isForeign(owner))
  if (own.some(({ articles, owner }) => articles.length === 0 && owner === 'this treaty'))
    return unread('names a paragraph without its article')
  if (!isUnderArticle && own.some(({ use }) => use === 'doubtful'))
    return unread('names an article in a definition, and does not say that it is about it')
  if (hasOtherUnit(text, treaty)) return unread('names sections, rules or annexes, which are no articles')
  const named = own.filter(({ articles }) => articles.length > 0)
  const direct = named.filter(({ use }) => use === 'bound' || use === 'named')
  const permits = direct.length === 0 && (isUnderArticle || recognises.test(text))
  const about = permits || isUnderArticle ? named : direct
  if (about.some(({ isClear }) => !isClear)) return unread('names articles in a way that has two meanings')
  const articles = withoutWholes(about)
  if (articles === null) return unread('names an article as a whole and in part')
  return { articles, reason: articles.length > 0 ? '' : reasonFor(text, chains) }
}

/** Why a text that names no article of the treaty may be about one; empty if nothing says so. */
function reasonFor(text: string, chains: readonly ReferenceChain[]): string {
  if (chains.some(({ owner }) => !isForeign(owner)))
    return 'names only the article that permits it, or describes something by it'
  return interprets.test(text) ? 'interprets words without naming their article' : ''
}

const otherUnit =
  /\b(?:sections?|rules?|regulations?|annex(?:es)?|schedules?|appendix|appendices)\s+(?:\d+|[IVX]+|[A-H])\b(?:(?:\s*,\s*|\s+(?:and|to|or)\s+)(?:\d+|[IVX]+)\b)*/g

const hasOtherUnit = (text: string, treaty: TreatyWords): boolean =>
  [...text.matchAll(otherUnit)].some(
    ({ 0: found, index }) => !isForeign(ownerAfter(text, index + found.length, treaty)),
  )

export const articleOf = (reference: ArticleCode): string => /^[^(]+/.exec(reference)?.[0] ?? reference
export const isWhole = (reference: ArticleCode): boolean => !reference.includes('(')

/** “With regard to article 29, …not bound by paragraph 1 of this article” is about the paragraph. */
export function withoutWholes(chains: readonly ReferenceChain[]): ArticleCode[] | null {
  const closer = chains.filter(({ isBackward }) => isBackward).flatMap(({ articles }) => articles)
  const all = [...new Set(chains.flatMap(({ articles }) => articles))]
  const parts = all.filter((one) => !isWhole(one))
  const wholes = all.filter((one) => isWhole(one) && parts.some((part) => articleOf(part) === one))
  const isOpen = wholes.some((one) => !closer.some((part) => articleOf(part) === one))
  return isOpen ? null : all.filter((one) => !wholes.includes(one))
}

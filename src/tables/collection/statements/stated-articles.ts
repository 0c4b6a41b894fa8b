import type { ArticleCode } from '../../../domain/statements/articles.js'
import {
  type ArticleTerms,
  articleOf,
  isWhole,
  mentionedArticles,
  type StatedArticles,
  unread,
} from './article-mentions.js'
import { type ReferenceChain, referencesIn } from './references/article-references.js'
import { generalIn } from './references/general.js'
import { isForeign } from './references/owner.js'
import type { TreatyWords } from './references/treaty-words.js'
import type { TextBlock } from './text-blocks.js'

/** A heading that names articles, and what stands below it. Without a heading, `head` is empty. */
interface Segment {
  readonly head: readonly ReferenceChain[]
  readonly number: number | null
  readonly texts: string[]
}

const isRoman = (reference: ArticleCode): boolean => /^[IVX]+(?=\(|$)/.test(reference)

/** Reads the articles that the blocks of one statement are about. */
export function statedArticles(blocks: readonly TextBlock[], terms: ArticleTerms): StatedArticles {
  const { treaty } = terms
  const segments = segmentsOf(blocks, treaty)
  const read = segments.map((segment) =>
    segment.head.length > 0 ? headed(segment, treaty) : mentionedArticles(segment.texts, terms),
  )
  const failed = read.find(({ articles }) => articles === null)
  if (failed !== undefined) return failed
  const articles = [...new Set(read.flatMap((one) => one.articles ?? []))]
  const numerals = articles.filter((one) => one !== 'general' && one !== 'preamble').map(isRoman)
  if (numerals.includes(true) && numerals.includes(false))
    return unread('names articles both in Roman and in Arabic numerals')
  return { articles, reason: '' }
}

const opening =
  /^["“'‘(\s–-]*(?:\(?(?:\d{1,2}|[ivx]{1,4}|[A-Za-z])[.)]\s*)?["“'‘\s]*(?:(?:with|in) (?:regard|respect|relation|reference) (?:to|of)\s+|as regards\s+|regarding\s+|concerning\s+|ad\s+|on\s+|re:?\s+|(?:(?:general|specific|interpretative)\s+)?(?:reservations?|declarations?|understandings?)\s+(?:made\s+)?(?:with (?:regard|respect) to|in respect of|concerning|regarding|relating to|on|to)\s+)?(?:the\s+)?$/i

/** In characters: a longer text that does not stand apart is no heading. */
const longestHead = 200

/** The references of a heading, if it begins with them. */
function headOf({ text, style }: TextBlock, treaty: TreatyWords): ReferenceChain[] {
  if (style !== 'heading' && text.length > longestHead) return []
  const chains = referencesIn(text, treaty).filter(({ owner }) => !isForeign(owner))
  const [first] = chains
  if (first === undefined || !opening.test(text.slice(0, first.at))) return []
  const rest = text.slice(first.end).replace(/^\s*of the [\w\s]{3,30}(?=[:.]?\s*$)/, '')
  const isAlone = !/[\p{L}\d;,]/u.test(rest) && !/[.;]\s*$/.test(text)
  return style === 'heading' || (isAlone && !/^[\s"“]*[-–]/.test(text)) ? chains : []
}

const numberOf = (text: string): number | null => {
  const [, number] = /^["“\s(]*(\d{1,2})[.)]\s/.exec(text) ?? []
  return number === undefined ? null : Number(number)
}

/** A heading’s scope ends at the next one; that of a numbered heading also at the next number. */
function segmentsOf(blocks: readonly TextBlock[], treaty: TreatyWords): Segment[] {
  const segments: Segment[] = []
  let current: Segment = { head: [], number: null, texts: [] }
  const begin = (head: readonly ReferenceChain[], number: number | null): void => {
    current = { head, number, texts: [] }
    segments.push(current)
  }
  begin([], null)
  for (const block of blocks) {
    const head = headOf(block, treaty)
    const number = numberOf(block.text)
    if (head.length > 0) begin(head, number)
    else {
      if (current.number !== null && number !== null && number > current.number) begin([], null)
      current.texts.push(block.text)
    }
  }
  return segments
}

/** Below a heading, only what the State says it is bound by, or reserves, makes its articles more precise. */
function headed({ head, texts }: Segment, treaty: TreatyWords): StatedArticles {
  if (head.some(({ isClear }) => !isClear))
    return unread('a heading names articles in a way that has two meanings')
  const named = [...new Set(head.flatMap(({ articles }) => articles))]
  const body = texts.flatMap((text) => referencesIn(text, treaty, named.length === 1 ? named[0] : undefined))
  const own = body.filter(({ owner, isClear }) => !isForeign(owner) && isClear)
  const bound = own.filter(({ use }) => use === 'bound').flatMap(({ articles }) => articles)
  const articles = named.flatMap((one) => {
    const isPart = (other: ArticleCode): boolean => !isWhole(other) && articleOf(other) === one
    const closer = isWhole(one) ? (partsThroughout(texts, one, treaty) ?? bound.filter(isPart)) : []
    return closer.length > 0 ? closer : [one]
  })
  const strange = bound.some((one) => !named.some((other) => articleOf(other) === articleOf(one)))
  if (strange)
    return unread('below a heading that names articles, it says of another that it is bound or not')
  if (own.some((chain) => chain.articles.some(isRoman)) !== articles.some(isRoman))
    if (own.length > 0 && own.some((chain) => chain.articles.some(isRoman)))
      return unread('names articles both in Roman and in Arabic numerals')
  return { articles: [...articles, ...generalIn(texts.join('\n'), treaty)], reason: '' }
}

/** The parts of an article, if each text below its heading names some, and none the article as a whole. */
function partsThroughout(
  texts: readonly string[],
  article: ArticleCode,
  treaty: TreatyWords,
): ArticleCode[] | null {
  const named = texts.map((text) =>
    referencesIn(text, treaty, article)
      .filter(({ owner, use }) => !isForeign(owner) && (use === 'bound' || use === 'named'))
      .flatMap(({ articles, isClear }) => (isClear ? articles : [article]))
      .filter((one) => articleOf(one) === article),
  )
  const isThroughout = named.every((parts) => parts.length > 0 && !parts.includes(article))
  return isThroughout ? named.flat() : null
}

import type { ArticleReference } from '../statement.js'
import {
  afterGaps,
  afterSeparators,
  type Path,
  type PathList,
  rangeOf,
  readPaths,
  shownPath,
} from './paths.js'
import { ordinalOf, type ReferenceToken } from './tokens.js'

/** References under one head, such as “articles”. */
export interface Unit {
  readonly articles: readonly ArticleReference[]
  readonly isClear: boolean
  /** Whether it goes on from an article named before. */
  readonly isBackward: boolean
  /** The token after it. */
  readonly next: number
}
export type Tokens = readonly ReferenceToken[]

export const below = (articles: readonly string[], paths: readonly Path[]): ArticleReference[] =>
  articles.flatMap((article) => paths.map((path) => `${article}${shownPath(path)}`))

export function articleNumber(
  tokens: Tokens,
  from: number,
): { readonly article: string; readonly next: number } | null {
  const at = afterGaps(tokens, tokens[from]?.kind === 'stop' ? from + 1 : from)
  const token = tokens[at]
  if (token?.kind === 'number' || token?.kind === 'roman') {
    const [article = '', ...levels] = token.text.split('.')
    return { article: `${article}${levels.map((level) => `(${level})`).join('')}`, next: at + 1 }
  }
  return token?.kind === 'group' && /^\d/.test(token.text) ? { article: token.text, next: at + 1 } : null
}

/** “articles 2 (f), 9, 15 (2) and 16, paragraph 1 (a)” */
export function articlesAt(tokens: Tokens, from: number): Unit | null {
  const isPlural = tokens[from]?.isPlural ?? false
  const articles: ArticleReference[] = []
  let [isClear, next] = [true, from + 1]
  for (let at = from + 1, before = 0; ; ) {
    const number = articleNumber(tokens, at)
    if (number === null) break
    const value = Number.parseInt(number.article, 10)
    const above = articles.at(-1)
    if (value < before && tokens[at - 1]?.kind === 'comma') {
      const paragraph =
        articles.length === 1 && above !== undefined ? paragraphOf(tokens, number, above) : null
      if (paragraph !== null) return { ...paragraph, isClear }
      isClear = false
    }
    before = value
    const range = rangeFrom(tokens, number)
    if (range !== null && range.articles.length === 0) isClear = false
    const one = range ?? articleAt(tokens, number, isPlural)
    articles.push(...one.articles)
    isClear &&= one.isClear
    next = one.next
    at = afterSeparators(tokens, next)
    if (at === next || tokens[next]?.kind === 'semicolon' || !goesOn(tokens, at, isPlural)) break
  }
  return articles.length === 0 && isClear ? null : { articles, isClear, isBackward: false, next }
}

/** “articles 12 to 16”; without members where it is none: “article 334-6”. Null where no number follows. */
function rangeFrom(
  tokens: Tokens,
  { article, next }: { readonly article: string; readonly next: number },
): Unit | null {
  const last = tokens[next + 1]
  if (tokens[next]?.kind !== 'to' || last?.kind !== 'number') return null
  const levels = rangeOf({ type: 'digit', value: article }, { type: 'digit', value: last.text })
  const articles = levels?.map(({ value }) => value) ?? []
  return { articles, isClear: levels !== null, isBackward: false, next: next + 2 }
}

/** “article 11, 1 (b) and (c)”: a smaller number with letters, at the end of a list, is a paragraph of the article. */
function paragraphOf(
  tokens: Tokens,
  { article, next }: { readonly article: string; readonly next: number },
  above: ArticleReference,
): Unit | null {
  if (tokens[next]?.kind !== 'group' || above.includes('(')) return null
  const { paths, isClear, next: end } = articlePaths(tokens, next)
  const following = afterSeparators(tokens, end)
  if (!isClear || paths.length === 0 || tokens[following]?.kind === 'number') return null
  const articles = below(
    [above],
    paths.map((path) => [{ type: 'digit', value: article }, ...path]),
  )
  return { articles, isClear: true, isBackward: false, next: end }
}

const articlePaths = (tokens: Tokens, at: number): PathList =>
  readPaths(tokens, at, { within: 'many articles', isPlural: false })

/** Whether a number after an article is the next one, and not that of something else: “article 9 and 10 other States”. */
function goesOn(tokens: Tokens, at: number, isPlural: boolean): boolean {
  if (tokens[at]?.kind !== 'number' && tokens[at]?.kind !== 'roman') return false
  const following = tokens[at + 1]
  if (following?.kind !== 'word') return true
  return isPlural && !/^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.test(following.text)
}

/** One article with what stands below it: `16 (1) (c), (d)`, `16, paragraphs 1 (a) and 2`, `2, subparagraph (f)`. */
function articleAt(
  tokens: Tokens,
  { article, next: from }: { readonly article: string; readonly next: number },
  isPlural: boolean,
): Unit {
  const groups =
    tokens[from]?.kind === 'group' ? articlePaths(tokens, from) : { paths: [], next: from, isClear: true }
  let { next, isClear } = groups
  let paths: readonly Path[] = groups.paths
  const above = paths.length === 0 ? [[]] : paths
  for (let isFirst = true; ; isFirst = false) {
    const list = partsBelow(tokens, next, isFirst, isPlural)
    if (list === null) break
    const parts = above.flatMap((path) => list.paths.map((part): Path => [...path, ...part]))
    paths = isFirst ? parts : [...paths, ...parts]
    isClear &&= list.isClear
    next = list.next
  }
  const articles = paths.length === 0 ? [article] : below([article], paths)
  return { articles, isClear, isBackward: false, next }
}

/**
 * “, paragraphs 1 (a) and (b)” or “first paragraph (c)” after an article; further on also “and paragraph 2”, unless
 * another article follows it.
 */
function partsBelow(tokens: Tokens, from: number, isFirst: boolean, isPlural: boolean): PathList | null {
  const at = isFirst ? (tokens[from]?.kind === 'comma' ? from + 1 : from) : afterSeparators(tokens, from)
  const head = tokens[at]
  const ordinal = head?.kind === 'ordinal' && tokens[at + 1]?.kind === 'paragraph' ? ordinalOf(head.text) : 0
  if (head?.kind !== 'paragraph' && ordinal === 0 && !(isFirst && head?.kind === 'letter')) return null
  const first = tokens[at + 1]?.kind === 'stop' ? at + 2 : at + 1
  const options = {
    within: isPlural ? 'many articles' : 'one article',
    isPlural: head?.isPlural ?? false,
  } as const
  const list = ordinal > 0 ? ordinalPaths(tokens, at + 2, ordinal) : readPaths(tokens, first, options)
  let of = list.next
  while (/^(of|the|that)$/.test(tokens[of]?.kind ?? '')) of++
  const isOfAnother = of > list.next && /^(article|preamble|paragraph)$/.test(tokens[of]?.kind ?? '')
  return list.paths.length === 0 || isOfAnother ? null : list
}

/** “first paragraph (c), (d)”: letters below the paragraph that the ordinal names. */
function ordinalPaths(tokens: Tokens, next: number, ordinal: number): PathList {
  const paragraph: Path = [{ type: 'digit', value: String(ordinal) }]
  if (tokens[next]?.kind !== 'group') return { paths: [paragraph], next, isClear: true }
  const letters = articlePaths(tokens, next)
  return { ...letters, paths: letters.paths.map((path) => [...paragraph, ...path]) }
}

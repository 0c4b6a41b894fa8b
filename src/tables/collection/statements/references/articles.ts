import type { ArticleReference } from '../statement.js'
import { afterGaps, afterSeparators, type Path, type PathList, readPaths, shownPath } from './paths.js'
import type { ReferenceToken } from './tokens.js'

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
    if (value <= before && tokens[at - 1]?.kind === 'comma') isClear = false
    before = value
    const one = articleAt(tokens, number, isPlural)
    articles.push(...one.articles)
    isClear &&= one.isClear
    next = one.next
    at = afterSeparators(tokens, next)
    if (at === next || tokens[next]?.kind === 'semicolon' || !goesOn(tokens, at, isPlural)) break
  }
  return articles.length === 0 ? null : { articles, isClear, isBackward: false, next }
}

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
    tokens[from]?.kind === 'group'
      ? readPaths(tokens, from, { within: 'many articles', isPlural: false })
      : { paths: [], next: from, isClear: true }
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

/** “, paragraphs 1 (a) and (b)” after an article; further on also “and paragraph 2”, unless another article follows it. */
function partsBelow(tokens: Tokens, from: number, isFirst: boolean, isPlural: boolean): PathList | null {
  const at = isFirst ? (tokens[from]?.kind === 'comma' ? from + 1 : from) : afterSeparators(tokens, from)
  const head = tokens[at]
  if (head?.kind !== 'paragraph' && !(isFirst && head?.kind === 'letter')) return null
  const first = tokens[at + 1]?.kind === 'stop' ? at + 2 : at + 1
  const within = isPlural ? 'many articles' : 'one article'
  const list = readPaths(tokens, first, { within, isPlural: head.isPlural })
  let of = list.next
  while (/^(of|the|that)$/.test(tokens[of]?.kind ?? '')) of++
  const isOfAnother = of > list.next && /^(article|preamble|paragraph)$/.test(tokens[of]?.kind ?? '')
  return list.paths.length === 0 || (!isFirst && isOfAnother) ? null : list
}

import type { ArticleCode } from '../../../../domain/statements/articles.js'
import { afterSeparators, type Path, shownPath } from './levels.js'
import { type PathList, readPaths } from './paths.js'
import { ordinalOf, type ReferenceToken } from './tokens.js'

/** References under one head, such as “articles”. */
export interface Unit {
  readonly articles: readonly ArticleCode[]
  readonly isClear: boolean
  /** Whether it goes on from an article named before. */
  readonly isBackward: boolean
  /** The token after it. */
  readonly next: number
}
export type Tokens = readonly ReferenceToken[]

export const below = (articles: readonly string[], paths: readonly Path[]): ArticleCode[] =>
  articles.flatMap((article) => paths.map((path) => `${article}${shownPath(path)}`))

/** The parts of an article that stand directly behind its number. */
export const articlePaths = (tokens: Tokens, at: number): PathList =>
  readPaths(tokens, at, { within: 'many articles', isPlural: false })

/** One article with what stands below it: `16 (1) (c), (d)`, `16, paragraphs 1 (a) and 2`, `2, subparagraph (f)`. */
export function articleAt(
  tokens: Tokens,
  { article, next: from }: { readonly article: string; readonly next: number },
  isPlural: boolean,
): Unit {
  // “16 (1) (c)”, and “16 1 (c)”; a number alone behind the article has two meanings.
  const isSpaced = tokens[from]?.kind === 'number'
  const hasParts = tokens[from]?.kind === 'group' || (isSpaced && tokens[from + 1]?.kind === 'group')
  const groups = hasParts ? articlePaths(tokens, from) : { paths: [], next: from, isClear: !isSpaced }
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

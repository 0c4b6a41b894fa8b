import type { ArticleCode } from '../../../../domain/statements/articles.js'
import { afterGaps, afterSeparators, rangeOf } from './levels.js'
import { articleAt, articlePaths, below, type Tokens, type Unit } from './one-article.js'

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
  const articles: ArticleCode[] = []
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
  above: ArticleCode,
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

/** Whether a number after an article is the next one, and not that of something else: “article 9 and 10 other States”. */
function goesOn(tokens: Tokens, at: number, isPlural: boolean): boolean {
  if (tokens[at]?.kind !== 'number' && tokens[at]?.kind !== 'roman') return false
  const following = tokens[at + 1]
  if (following?.kind !== 'word') return true
  return isPlural && !/^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.test(following.text)
}

import { articleNumber, articlesAt } from './articles.js'
import { afterSeparators, type Path } from './levels.js'
import { below, type Tokens, type Unit } from './one-article.js'
import type { Owner } from './owner.js'
import { readPaths } from './paths.js'
import { ordinalOf } from './tokens.js'

/** An article by its number, and whose it is. */
export interface Antecedent {
  readonly article: string
  readonly owner: Owner
}

/** The units from a token on, which separators alone divide. */
export function chainAt(tokens: Tokens, from: number, before: Antecedent | null): Unit[] {
  const units: Unit[] = []
  for (let at = from; ; ) {
    const unit = unitAt(tokens, at, before)
    if (unit === null) return units
    units.push(unit)
    at = skipThe(tokens, afterSeparators(tokens, unit.next))
    if (at === unit.next || tokens[unit.next]?.kind === 'semicolon') return units
  }
}

const skipThe = (tokens: Tokens, at: number): number => (tokens[at]?.kind === 'the' ? at + 1 : at)

function unitAt(tokens: Tokens, at: number, before: Antecedent | null): Unit | null {
  const kind = tokens[at]?.kind
  if (kind === 'article') return articlesAt(tokens, at)
  if (kind === 'preamble') return preambleAt(tokens, at)
  if (kind === 'paragraph' || kind === 'letter' || kind === 'ordinal') return partsAt(tokens, at, before)
  return null
}

const preambleAt = (tokens: Tokens, at: number): Unit => {
  const next = tokens[at + 1]?.kind === 'paragraph' ? at + 2 : at + 1
  return { articles: ['preamble'], isClear: true, isBackward: false, next }
}

/** “paragraph 1 of article 29”, “the first paragraph of this article”, “subparagraph (g) of paragraph 1 of article 16” */
function partsAt(tokens: Tokens, from: number, before: Antecedent | null): Unit | null {
  const parts = headAndPaths(tokens, from)
  if (parts === null) return null
  const { paths, isClear } = parts
  let next = parts.next
  const of = tokens[next]?.kind === 'of' ? next + 1 : next
  const target = skipThe(tokens, of)
  if (tokens[target]?.kind === 'preamble') return preambleAt(tokens, target)
  if (tokens[target]?.kind === 'paragraph') {
    const above = partsAt(tokens, target, before)
    return above && { ...above, articles: below(above.articles, paths), isClear: above.isClear && isClear }
  }
  const isPointing = tokens[target]?.kind === 'that'
  next = isPointing ? target + 1 : target
  if (tokens[next]?.kind !== 'article')
    return { articles: [], isClear: false, isBackward: false, next: parts.next }
  const number = articleNumber(tokens, next + 1)
  if (number !== null) return ofArticle(tokens, number, parts)
  if (before === null) return { articles: [], isClear: false, isBackward: true, next: next + 1 }
  return { articles: below([before.article], paths), isClear, isBackward: true, next: next + 1 }
}

/** “paragraphs 2 of article 9, and 1 of article 29”: what follows “and” is another paragraph of another article. */
function ofArticle(
  tokens: Tokens,
  number: { readonly article: string; readonly next: number },
  { paths, isClear }: { readonly paths: readonly Path[]; readonly isClear: boolean },
): Unit {
  const unit = { articles: below([number.article], paths), isClear, isBackward: false, next: number.next }
  const at = afterSeparators(tokens, number.next)
  if (at === number.next || tokens[at]?.kind !== 'number') return unit
  const list = readPaths(tokens, at, { within: 'no article', isPlural: true })
  const article = tokens[list.next]?.kind === 'of' ? list.next + 1 : list.next
  const following = tokens[article]?.kind === 'article' ? articleNumber(tokens, article + 1) : null
  if (following === null || article === list.next) return unit
  const more = ofArticle(tokens, following, list)
  return { ...more, articles: [...unit.articles, ...more.articles], isClear: unit.isClear && more.isClear }
}

/** The head “paragraph” or “subparagraph” with its list, or an ordinal before it. */
function headAndPaths(
  tokens: Tokens,
  from: number,
): { readonly paths: readonly Path[]; readonly next: number; readonly isClear: boolean } | null {
  const head = tokens[from]
  if (head?.kind === 'ordinal') {
    const noun = tokens[from + 1]?.kind
    if (noun === 'preamble') return { paths: [[]], next: from + 1, isClear: true }
    const type = noun === 'paragraph' ? 'digit' : null
    const path: Path = [{ type: 'digit', value: String(ordinalOf(head.text)) }]
    return type === null ? null : { paths: [path], next: from + 2, isClear: true }
  }
  const first = tokens[from + 1]?.kind === 'stop' ? from + 2 : from + 1
  const list = readPaths(tokens, first, { within: 'no article', isPlural: head?.isPlural ?? false })
  if (list.paths.length > 0) return list
  return null
}

import type { DayBounds } from '../action.js'
import { type ArticleCode, inOrder } from './articles.js'
import type { PrintedStatement } from './printed.js'
import type { Statement } from './statement.js'

/** A statement of the record, with what stands of it on the day of the page. */
export interface HeldStatement {
  readonly statement: Statement
  /** Null: not read. */
  readonly articles: readonly ArticleCode[] | null
  readonly made: DayBounds
  /** Whether nothing stands of it any more. */
  readonly isGone: boolean
  /** The States that it is about. */
  readonly toward: readonly string[]
}

/** The record may hold as one what the page prints in parts, or the reverse. */
export function isSameTogether(
  held: readonly HeldStatement[],
  printed: readonly PrintedStatement[],
): boolean {
  if (held.length === 0 || printed.length === 0) return false
  const lists = [...held, ...printed].map(({ articles }) => articles)
  return (
    !lists.includes(null) &&
    isSame(
      held.flatMap(({ articles }) => articles ?? []),
      printed.flatMap(({ articles }) => articles ?? []),
    )
  )
}

export const isSame = (a: readonly ArticleCode[], b: readonly ArticleCode[]): boolean =>
  inOrder(a).join() === inOrder(b).join()

interface Pair {
  readonly held: HeldStatement
  readonly printed: PrintedStatement
}

/** Pairs those that share an article, the closest first; then the only one left on either side. */
export function paired(held: readonly HeldStatement[], printed: readonly PrintedStatement[]): Pair[] {
  const close = printed
    .flatMap((one) => held.map((other) => ({ held: other, printed: one, shared: shared(other, one) })))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
  const pairs: Pair[] = []
  const isFree = ({ held, printed }: Pair): boolean =>
    !pairs.some((pair) => pair.held === held || pair.printed === printed)
  for (const pair of close) if (isFree(pair)) pairs.push(pair)
  const [lastHeld, ...moreHeld] = held.filter((one) => !pairs.some((pair) => pair.held === one))
  const [lastPrinted, ...morePrinted] = printed.filter((one) => !pairs.some((pair) => pair.printed === one))
  const isOnly = moreHeld.length === 0 && morePrinted.length === 0
  return lastHeld && lastPrinted && isOnly ? [...pairs, { held: lastHeld, printed: lastPrinted }] : pairs
}

/** The share of articles that both name; 1 if neither names any. */
function shared({ articles: held }: HeldStatement, { articles: printed }: PrintedStatement): number {
  if (held === null || printed === null) return 0
  if (held.length === 0 && printed.length === 0) return 1
  const all = new Set([...held, ...printed])
  return held.filter((one) => printed.includes(one)).length / all.size
}

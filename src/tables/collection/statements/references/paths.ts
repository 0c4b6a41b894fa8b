import { afterGaps, afterSeparators, type Level, levelsOf, type Path, placed, rangeOf } from './levels.js'
import type { ReferenceToken } from './tokens.js'

/** The paths of a list such as `1 (a), (c) and (h)`. */
export interface PathList {
  readonly paths: readonly Path[]
  /** The token after the list. */
  readonly next: number
  /** Whether each member has one meaning. */
  readonly isClear: boolean
}

interface ListOptions {
  /** Whether a number after a separator may begin a new article, as in “articles 2, 15 paragraph 4 and 16”. */
  readonly within: 'one article' | 'many articles' | 'no article'
  /** Whether the head is in the plural: “paragraphs”. */
  readonly isPlural: boolean
}

/** Reads a list that follows “paragraph” or “subparagraph”. @param from  the first token after the head */
export function readPaths(tokens: readonly ReferenceToken[], from: number, options: ListOptions): PathList {
  let list: PathList = { paths: [], next: from, isClear: true }
  for (;;) {
    const longer = withMember(tokens, list, options)
    if (longer === null) return list
    list = withRest(tokens, longer, options)
  }
}

/** The list with one more member; null at its end. */
function withMember(
  tokens: readonly ReferenceToken[],
  list: PathList,
  options: ListOptions,
): PathList | null {
  const { paths, next } = list
  const start = paths.length === 0 ? afterGaps(tokens, next) : afterSeparators(tokens, next)
  const isAdjacent = start === next
  const current = paths.at(-1) ?? []
  const [level, ...more] = levelsOf(tokens[start], current, isAdjacent)
  if (level === undefined) return null
  const isNumber = tokens[start]?.kind === 'number' && paths.length > 0
  const is = !isNumber ? 'paragraph' : isAdjacent ? 'ends' : numberAfter(tokens, start, paths.length, options)
  if (is === 'ends') return null
  const path = [...placed(current, level, isAdjacent), ...more]
  const isDeeper = current.length > 0 && path.length > current.length
  return {
    paths: [...(isDeeper ? paths.slice(0, -1) : paths), path],
    next: start + 1,
    isClear: list.isClear && is !== 'unclear',
  }
}

/** The list with what goes on from its last member: a range, or letters below it. */
function withRest(tokens: readonly ReferenceToken[], list: PathList, options: ListOptions): PathList {
  const path = list.paths.at(-1) ?? []
  const range = rangeAt(tokens, list.next, path)
  if (range !== null) {
    const others = (range.levels ?? []).slice(1).map((one) => [...path.slice(0, -1), one])
    return {
      paths: [...list.paths, ...others],
      next: range.next,
      isClear: list.isClear && range.levels !== null,
    }
  }
  const nested = nestedLetters(tokens, list.next, options)
  if (nested === null) return list
  const below = nested.paths.map((part) => [...path, ...part])
  return {
    paths: [...list.paths.slice(0, -1), ...below],
    next: nested.next,
    isClear: list.isClear && nested.isClear,
  }
}

/** `paragraph 1, subparagraphs (a) and (b)`: letters below the paragraph just read. */
function nestedLetters(
  tokens: readonly ReferenceToken[],
  from: number,
  options: ListOptions,
): PathList | null {
  const at = tokens[from]?.kind === 'comma' ? from + 1 : from
  const head = tokens[at]
  if (head?.kind !== 'letter' || tokens[at + 1]?.kind === 'of') return null
  const list = readPaths(tokens, at + 1, { ...options, isPlural: head.isPlural })
  return list.paths.length > 0 && list.paths.every(([first]) => first?.type !== 'digit') ? list : null
}

function rangeAt(
  tokens: readonly ReferenceToken[],
  at: number,
  path: Path,
): { readonly levels: Level[] | null; readonly next: number } | null {
  if (tokens[at]?.kind !== 'to') return null
  const [from, to] = [path.at(-1), levelsOf(tokens[at + 1], path.slice(0, -1), false)[0]]
  return from === undefined || to === undefined ? null : { levels: rangeOf(from, to), next: at + 2 }
}

/** What a number after a separator is: another paragraph, the next article, or either. */
function numberAfter(
  tokens: readonly ReferenceToken[],
  at: number,
  before: number,
  { within, isPlural }: ListOptions,
): 'paragraph' | 'ends' | 'unclear' {
  const follows = tokens[at + 1]?.kind === 'comma' ? tokens[at + 2] : tokens[at + 1]
  if (follows?.kind === 'paragraph' || follows?.kind === 'letter') return 'ends'
  if (within === 'no article') return 'paragraph'
  if (isPlural) return within === 'one article' || before < 2 ? 'paragraph' : 'unclear'
  return within === 'many articles' ? 'ends' : 'unclear'
}

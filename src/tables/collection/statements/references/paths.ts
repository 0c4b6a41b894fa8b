import type { ReferenceToken } from './tokens.js'

/** One level of a reference below its article: a paragraph’s number, a letter, or a small Roman numeral. */
export interface Level {
  readonly type: 'digit' | 'letter' | 'roman'
  readonly value: string
}
export type Path = readonly Level[]

/** The paths of a list such as `1 (a), (c) and (h)`. */
export interface PathList {
  readonly paths: readonly Path[]
  /** The token after the list. */
  readonly next: number
  /** Whether each member has one meaning. */
  readonly isClear: boolean
}

const separators = new Set<ReferenceToken['kind']>(['comma', 'semicolon', 'and', 'gap'])

/** The first token after commas, `and` and gaps. */
export function afterSeparators(tokens: readonly ReferenceToken[], from: number): number {
  let at = from
  while (separators.has(tokens[at]?.kind ?? 'stop')) at++
  return at
}

export const afterGaps = (tokens: readonly ReferenceToken[], from: number): number =>
  tokens[from]?.kind === 'gap' ? from + 1 : from

/** `9-bis` is one level; `5.2` is two. */
const digits = (text: string): Path => text.split('.').map((value) => ({ type: 'digit', value }))

/** The level of a token, if it can be one. `(i)` below a letter is Roman; beside letters it is a letter. */
function levelsOf(token: ReferenceToken | undefined, path: Path, isAdjacent: boolean): Path {
  if (token === undefined) return []
  const { kind, text } = token
  if (kind === 'number') return digits(text)
  if (kind === 'word' && /^[a-z]$/.test(text)) return [{ type: 'letter', value: text }]
  if (kind !== 'group') return []
  if (/^\d/.test(text)) return [{ type: 'digit', value: text }]
  if (text.length > 1) return [{ type: 'roman', value: text }]
  const last = path.at(-1)?.type
  const isRoman = /^[ivx]$/.test(text) && (isAdjacent ? last === 'letter' : last === 'roman')
  return [{ type: isRoman ? 'roman' : 'letter', value: text }]
}

/** Where a level goes: below the path, or in place of its last level of the same type. */
export function placed(path: Path, level: Level, isAdjacent: boolean): Path {
  const same = path.findLastIndex(({ type }) => type === level.type)
  if (same < 0 || (isAdjacent && same < path.length - 1)) return [...path, level]
  return [...path.slice(0, same), level]
}

/** Expands `(a) to (d)`, and `1 to 3`; null where the order of the two is not clear. */
export function rangeOf(from: Level, to: Level): Level[] | null {
  if (from.type !== to.type || from.type === 'roman') return null
  const [first, last] = [from, to].map(({ type, value }) =>
    type === 'digit' ? Number(value) : value.charCodeAt(0),
  )
  const isRoman = from.type === 'letter' && [from, to].every(({ value }) => /^[ivx]$/.test(value))
  if (first === undefined || last === undefined || Number.isNaN(first + last)) return null
  if (isRoman || last <= first || last - first > 25) return null
  return Array.from({ length: last - first + 1 }, (_, step) => ({
    type: from.type,
    value: from.type === 'digit' ? String(first + step) : String.fromCharCode(first + step),
  }))
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

/** `(1)(c)` */
export const shownPath = (path: Path): string => path.map(({ value }) => `(${value})`).join('')

import type { ReferenceToken } from './tokens.js'

/** One level of a reference below its article: a paragraph’s number, a letter, or a small Roman numeral. */
export interface Level {
  readonly type: 'digit' | 'letter' | 'roman'
  readonly value: string
}
export type Path = readonly Level[]

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
export function levelsOf(token: ReferenceToken | undefined, path: Path, isAdjacent: boolean): Path {
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

/** `(1)(c)` */
export const shownPath = (path: Path): string => path.map(({ value }) => `(${value})`).join('')

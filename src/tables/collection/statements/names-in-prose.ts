import type { ParticipantNames } from '../names/names.js'

export type Names = Pick<ParticipantNames, 'codeOf'>

/** A participant named in a text, and where its name ends. */
export interface FoundName {
  readonly code: string
  readonly end: number
}

/** What stands before a name and is no part of it. */
const before = /^\s*(?:the\s+)?(?:Governments?\s+of\s+)?(?:the\s+)?/i
/** Styles of a State that lists of names may lack. Not where another State has the rest of the name. */
const style =
  /^(?:(?:Kingdom|State|Sultanate|Principality|Grand Duchy|Commonwealth|Islamic Republic)\s+of\s+(?:the\s+)?|Republic\s+of\s+(?:the\s+)?(?!.*(?:China|Korea|Congo|Viet|Yemen|Germany|Yugoslavia|Macedonia|Ireland)))/i

/** In characters: “United Kingdom of Great Britain and Northern Ireland” has 52. */
const longest = 90

/** Reads the name that a text begins with at a place. A part of a longer name is no name. */
export function nameAt(text: string, at: number, { codeOf }: Names): FoundName | null {
  const start = at + (before.exec(text.slice(at, at + 60))?.[0].length ?? 0)
  const rest = /^[^,.;:\t\n\d*]*/.exec(text.slice(start, start + longest))?.[0] ?? ''
  if (!/^\p{Lu}/u.test(rest)) return null
  const ends = [...rest.matchAll(/[\p{L}\p{M}’'-]+|\)/gu)].map(({ 0: word, index }) => ({
    word,
    end: index + word.length,
  }))
  for (const { word, end } of ends.reverse()) {
    if (!/^\p{Lu}|^\)|^of$/u.test(word)) continue
    const code = codeOfName(rest.slice(0, end), codeOf)
    if (code !== undefined && !/^\s+\p{Lu}/u.test(rest.slice(end))) return { code, end: start + end }
  }
  return null
}

/** A name may have a possessive ending, or a style of the State. */
export function codeOfName(name: string, codeOf: Names['codeOf']): string | undefined {
  const plain = name.trim().replace(/^the\s+/i, '')
  const owned = plain.replace(/['’]s?$/, '')
  return codeOf(plain) ?? codeOf(owned) ?? (style.test(owned) ? codeOf(owned.replace(style, '')) : undefined)
}

/** Names in a row: “Bangladesh, Djibouti, Kuwait and Tunisia”. */
export function namesAt(text: string, at: number, names: Names): FoundName[] {
  const found: FoundName[] = []
  for (let start = at; ; ) {
    const name = nameAt(text, start, names)
    if (name === null) return found
    found.push(name)
    const [link = ''] =
      /^\*?(?:\s+upon\s+\w+)?(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:by\s+)?/.exec(text.slice(name.end)) ?? []
    if (link === '') return found
    start = name.end + link.length
  }
}

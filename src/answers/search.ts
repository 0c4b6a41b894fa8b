import { plainName } from '../domain/name.js'

/** How a name fits a search, best first. A search for “Guinea” finds Guinea before Guinea-Bissau, and that before Equatorial Guinea. */
const fits = ['code', 'name', 'beginning', 'word', 'part'] as const
export type Fit = (typeof fits)[number]

/** What can be found: its codes, and its names in any language, former names and aliases included. */
export interface Findable {
  readonly name: string
  readonly codes: readonly string[]
  readonly names: readonly string[]
}

export interface Found<T> {
  readonly one: T
  readonly fit: Fit
}

/**
 * Finds what fits a search, best first: by code, by a whole name, by the beginning of one, by the beginnings of its words in
 * any order, by any part. Of two that fit alike, the one with the shorter name is meant more often: the United States rather
 * than the United Arab Emirates, the Republic of Korea rather than the Democratic People’s Republic.
 */
export function search<T>(all: readonly T[], sought: string, toFindable: (one: T) => Findable): Found<T>[] {
  const plain = searchName(sought)
  if (plain === '') return []
  const ranked = all.flatMap((one) => {
    const findable = toFindable(one)
    const rank = rankOf(plain, findable)
    return rank === null ? [] : [{ one, ...rank, own: findable.name.length }]
  })
  return ranked
    .sort((a, b) => fits.indexOf(a.fit) - fits.indexOf(b.fit) || a.length - b.length || a.own - b.own)
    .map(({ one, fit }) => ({ one, fit }))
}

/** The one that is meant, if a search leaves no doubt: it has that code or name alone, or is the only one found. */
export function onlyMeant<T>(found: readonly Found<T>[]): T | null {
  const [first, second] = found
  if (first === undefined) return null
  const isNamed = first.fit === 'code' || first.fit === 'name'
  return second === undefined || (isNamed && second.fit !== first.fit) ? first.one : null
}

/** Normalises a name for a search: “the U.K.” is “uk”, and “&” is “and”. */
const searchName = (name: string): string =>
  plainName(
    name
      .replaceAll('&', ' and ')
      .replaceAll('.', '')
      .replace(/[’']s\b/g, ''),
  ).replace(/^the /, '')

/** The best fit among the names, and the length of the shortest name that fits so well. */
function rankOf(sought: string, { codes, names }: Findable): { fit: Fit; length: number } | null {
  if (codes.some((code) => searchName(code) === sought)) return { fit: 'code', length: 0 }
  const ranks = names.flatMap((name) => {
    const plain = searchName(name)
    const fit = fitOf(sought, plain)
    return fit === null ? [] : [{ fit, length: plain.length }]
  })
  const best = fits.find((fit) => ranks.some((one) => one.fit === fit))
  if (best === undefined) return null
  return {
    fit: best,
    length: Math.min(...ranks.filter(({ fit }) => fit === best).map(({ length }) => length)),
  }
}

const han = /\p{Script=Han}/u

/** Chinese has no spaces between words, so any part may be one; an Arabic word may have its article before it. */
const isBegunBy = (part: string, word: string): boolean =>
  word.startsWith(part) ||
  word.replace(/^(?:وال|لل|ال)/, '').startsWith(part) ||
  (han.test(part) && word.includes(part))

function fitOf(sought: string, name: string): Fit | null {
  if (name === sought) return 'name'
  if (name.startsWith(sought)) return 'beginning'
  const words = name.split(' ')
  if (sought.split(' ').every((part) => words.some((word) => isBegunBy(part, word)))) return 'word'
  return name.includes(sought) ? 'part' : null
}

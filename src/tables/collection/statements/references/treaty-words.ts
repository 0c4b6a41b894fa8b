/** The words by which statements name the treaty of their page. */
export interface TreatyWords {
  /** `convention`, `protocol` */
  readonly nouns: ReadonlySet<string>
  /** The words of its title before the noun: `optional`. */
  readonly prelude: readonly string[]
  /** The words of its title after the noun, without “the”, “of” and the like. */
  readonly title: readonly string[]
}

const kinds = /^(?:convention|covenant|protocol|treaty|agreement|statute|charter|pact|constitution)$/

/** Words that tell no title from another. */
export const small = new Set('the of and on for to in against a an its all or by with'.split(' '))

export const wordsIn = (text: string): string[] => text.match(/[\p{L}\d]+(?:-\p{L}+)*/gu) ?? []

/** @param title  the title that the page prints; null if none is read: then no name of an instrument is taken as its own */
export function treatyWords(title: string | null): TreatyWords {
  const words = wordsIn((title ?? '').toLowerCase())
  const at = words.findIndex((word) => kinds.test(word))
  const noun = words[at]
  return {
    nouns: new Set(noun === undefined ? [] : [noun, 'treaty', 'instrument']),
    prelude: words.slice(0, Math.max(0, at)),
    title: words.slice(at + 1).filter((word) => !small.has(word)),
  }
}

/** After these a sentence may go on: “the Convention concerning the appointment of judges”. */
const mayLink = new Set(['to', 'concerning', 'regarding', 'relating'])
const titleLinks = new Set(['on', 'for', 'to', 'against', 'relating', 'concerning', 'regarding'])

/**
 * Whether the words after the noun go on as the title does. They may leave out some of it or stop early, but not go on as
 * another title.
 */
export function continuesTitle(words: readonly string[], { title }: TreatyWords): boolean {
  let expected = 0
  let link = ''
  for (const word of words) {
    const lower = word.toLowerCase()
    if (titleLinks.has(lower) || (lower === 'of' && expected > 0)) link = lower
    if (small.has(lower) || titleLinks.has(lower)) continue
    if (title[expected] === undefined) return true
    const later = title.findIndex((one, index) => index >= expected && isAlike(lower, one))
    const isSentence = expected === 0 && mayLink.has(link) && word === lower
    if (later < 0) return link === '' || isSentence || isAfterTitle(lower)
    expected = later + 1
    link = ''
  }
  return true
}

const isAlike = (word: string, expected: string): boolean =>
  word === expected || (word.length > 4 && (word.startsWith(expected) || expected.startsWith(word)))

/** “the Convention to the extent that”, “the Convention on condition that” */
const isAfterTitle = (word: string): boolean =>
  /^(?:extent|condition|which|be|have|make|apply|grounds?|account|understanding|date|accession|ratification|signature|\d+)$/.test(
    word,
  )

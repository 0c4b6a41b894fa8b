/** The words by which statements name the treaty of their page. */
export interface TreatyWords {
  /** `convention`, `protocol` */
  readonly nouns: ReadonlySet<string>
  /** The words of its title, without “the”, “of” and the like. */
  readonly title: readonly string[]
}

/** Whose article a reference means. */
export type Owner = 'this treaty' | 'another instrument' | 'not said'

const kinds = /^(convention|covenant|protocol|treaty|agreement|statute|charter|pact|constitution)$/
const small = new Set('the of and on for to in against a an its all or by with'.split(' '))
const pointing = new Set(
  'the this that these those said present same above above-mentioned abovementioned aforesaid aforementioned mentioned existing such afore-said'.split(
    ' ',
  ),
)

const wordsOf = (text: string): string[] => text.match(/[\p{L}\d]+(?:-\p{L}+)*/gu) ?? []
const wordsIn = (text: string): string[] => wordsOf(text.toLowerCase())

/** @param title  the title that the page prints; null if none is read: then no name of an instrument is taken as its own */
export function treatyWords(title: string | null): TreatyWords {
  const words = wordsIn(title ?? '')
  const noun = words.find((word) => kinds.test(word))
  return {
    nouns: new Set(noun === undefined ? [] : [noun, 'treaty', 'instrument']),
    title: words.filter((word) => !small.has(word)),
  }
}

/** Reads who owns the references that end at a place: “article 8 of the Constitution”. */
export function ownerAfter(text: string, end: number, treaty: TreatyWords): Owner {
  const rest = text.slice(end, end + 300).replace(/["“”'‘’«»[\]]/g, '')
  const [match, link = ''] = /^[\s,]*(?:\([^()]*\)[\s,]*)?(of|to|in|under|from)\s+(?=\S)/i.exec(rest) ?? []
  if (match === undefined) return 'not said'
  const owner = named(rest.slice(match.length), treaty)
  return owner === 'no instrument' ? (link.toLowerCase() === 'of' ? 'another instrument' : 'not said') : owner
}

/** The words of a law, before a reference without an owner: “(Civil Code, articles 9 and 10)”, “in its article 2”. */
const lawBefore =
  /\b(?:code|constitution|act|laws?|decree|statutes?|charter|ordinance|regulations?|rules|directive)\b[^.;]{0,25}[,(:]\s*$|\b(?:its|their|his|her|whose)\s+(?:own\s+)?$/i

export const isOfLawBefore = (text: string, at: number): boolean =>
  lawBefore.test(text.slice(Math.max(0, at - 60), at))

/** Whose name stands at the beginning of a text. */
function named(text: string, treaty: TreatyWords): Owner | 'no instrument' {
  const clause = /^[^.;:()]*/.exec(text)?.[0].replace(/,.*/s, (tail) => titleTail(tail)) ?? ''
  const words = wordsIn(clause)
  const start = words.findIndex((word) => !pointing.has(word))
  if (start < 0) return 'no instrument'
  const noun = words.findIndex(
    (word, index) => index >= start && (kinds.test(word) || treaty.nouns.has(word)),
  )
  if (noun < 0 || noun > start + 5) return 'no instrument'
  const before = words.slice(start, noun)
  if (!treaty.nouns.has(words[noun] ?? '')) return 'another instrument'
  const prelude = treaty.title.slice(
    0,
    treaty.title.findIndex((word) => treaty.nouns.has(word)),
  )
  const isOwnBefore = before.every((word) => prelude.includes(word) || pointing.has(word))
  return isOwnBefore && continuesTitle(wordsOf(clause).slice(noun + 1), treaty)
    ? 'this treaty'
    : 'another instrument'
}

/** A title has commas: “Economic, Social and Cultural Rights”. Twelve words tell the rest of a title. */
const titleTail = (tail: string): string =>
  /^,\s+[A-Z]\w+(?:,| and)\s/.test(tail) ? tail.replaceAll(',', ' ') : ''

/** After these a sentence may go on: “the Convention concerning the appointment of judges”. */
const mayLink = new Set(['to', 'concerning', 'regarding', 'relating'])
const titleLinks = new Set(['on', 'for', 'to', 'against', 'relating', 'concerning', 'regarding'])

/** Whether the words after the noun go on as the title does. They may stop early, but not with another title’s words. */
function continuesTitle(words: readonly string[], { title, nouns }: TreatyWords): boolean {
  const first = title.findIndex((word) => nouns.has(word)) + 1
  let expected = first
  let link = ''
  for (const word of words) {
    const lower = word.toLowerCase()
    if (titleLinks.has(lower) || (lower === 'of' && expected > first)) link = lower
    if (small.has(lower) || titleLinks.has(lower)) continue
    if (title[expected] === undefined) return true
    const isSentence = expected === first && mayLink.has(link) && word === lower
    if (!isAlike(lower, title[expected] ?? '')) return link === '' || isSentence || isAfterTitle(lower)
    expected++
    link = ''
  }
  return true
}

const isAlike = (word: string, expected: string): boolean =>
  word === expected || (word.length > 4 && (word.startsWith(expected) || expected.startsWith(word)))

/** “the Convention to the extent that”, “the Convention on condition that” */
const isAfterTitle = (word: string): boolean =>
  /^(extent|condition|which|be|have|make|apply|grounds?|account|understanding|date|accession|ratification|signature|\d+)$/.test(
    word,
  )

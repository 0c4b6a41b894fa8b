import { continuesTitle, small, type TreatyWords, wordsIn } from './treaty-words.js'

/** Whose article a reference means. */
export type Owner = 'this treaty' | 'another treaty' | 'a law' | 'not sure' | 'not said'

/** Whether a reference is to another text than the treaty of the page. */
export const isForeign = (owner: Owner): boolean => owner === 'another treaty' || owner === 'a law'

const treaties = /^(?:convention|covenant|protocol|treaty|agreement|statute|charter|pact|declaration)s?$/i
const laws = /^(?:constitution|code|act|laws?|decree(?:-law)?|ordinance|regulations?|rules|directive|edict)$/i
const pointing = new Set(
  'the this that these those said present same above above-mentioned abovementioned aforesaid aforementioned afore-mentioned mentioned stated cited named existing such afore-said united nations un'.split(
    ' ',
  ),
)
const pronoun = /^(?:which|these|those|it|them|whom|this|that)$/i

/** “article 25 concerning family planning of the Constitution” */
const lawLater =
  /^[^,.;:]{0,70}?\bof\s+(?:the|its|their)\s+(?:\p{Lu}\S*\s+){0,4}(?:Constitution|Code|Act|Law|Decree)\b/u

/** Reads who owns the references that end at a place: “article 8 of the Constitution”, “article 2 thereof”. */
export function ownerAfter(text: string, end: number, treaty: TreatyWords): Owner {
  const rest = text.slice(end, end + 300).replace(/["“”'‘’«»[\]]/g, '')
  if (/^[\s,)]*thereof\b/i.test(rest)) return lastNamed(text.slice(0, end), treaty)
  const [match, link = ''] = /^[\s,]*(?:\([^()]*\)[\s,]*)?(of|to|in|under|from)\s+(?=\S)/i.exec(rest) ?? []
  if (match === undefined) return lawLater.test(rest) ? 'not sure' : 'not said'
  return named(rest.slice(match.length), link.toLowerCase() === 'of', treaty)
}

/** What “thereof” refers to: the instrument named last, if it is this treaty. */
function lastNamed(text: string, { nouns }: TreatyWords): Owner {
  const noun = wordsIn(text).findLast((word) => treaties.test(word) || laws.test(word))
  return noun !== undefined && nouns.has(noun.toLowerCase()) ? 'this treaty' : 'not sure'
}

const law = String.raw`\b(?:code|constitution|act|laws?|decree|statutes?|charter|ordinance|regulations?|rules|directive)\b`
const lawInBrackets = new RegExp(
  String.raw`\(\s*(?:the\s+)?(?:\w+\s+){0,3}${law}[^.;()]{0,25}[,:]\s*$|${law}\s*\(\s*$`,
  'i',
)
const ofSomebody = /\b(?:its|their|his|her|whose)\s+(?:own\s+)?$/i
const lawAndComma = new RegExp(String.raw`${law}[^.;]{0,25}[,:]\s*$`, 'i')

/** The words of a law before a reference without an owner: “(Civil Code, articles 9 and 10)”, “in its article 2”. */
export function ownerBefore(text: string, at: number): Owner {
  const before = text.slice(Math.max(0, at - 60), at)
  if (lawInBrackets.test(before) || ofSomebody.test(before)) return 'a law'
  return lawAndComma.test(before) ? 'not sure' : 'not said'
}

/** Whose name stands at the beginning of a text. */
function named(text: string, isOf: boolean, treaty: TreatyWords): Owner {
  const clause = /^[^.;:()]*/.exec(text)?.[0].replace(/,.*/s, titleTail) ?? ''
  const words = wordsIn(clause)
  const start = words.findIndex((word) => !pointing.has(word.toLowerCase()))
  const unnamed = isOf && !pronoun.test(words[Math.max(0, start)] ?? '') ? 'not sure' : 'not said'
  const at = words.findIndex((word, index) => index >= start && isNoun(word, treaty))
  if (start < 0 || at < 0 || at > start + 5) return unnamed
  const noun = words[at] ?? ''
  const before = words.slice(start, at).filter((word) => !pointing.has(word.toLowerCase()))
  if (before.some((word) => word !== 'its' && (small.has(word) || /^provisions?$|^articles?$/.test(word))))
    return isOf && laws.test(noun) ? 'a law' : unnamed
  if (laws.test(noun)) return 'a law'
  if (!treaty.nouns.has(noun.toLowerCase())) return 'another treaty'
  const strange = before.filter((word) => !treaty.prelude.includes(word.toLowerCase()))
  if (strange.some((word) => /^\p{Lu}/u.test(word))) return 'another treaty'
  if (strange.length > 0) return 'not sure'
  return continuesTitle(words.slice(at + 1), treaty) ? 'this treaty' : 'another treaty'
}

const isNoun = (word: string, { nouns }: TreatyWords): boolean =>
  treaties.test(word) || laws.test(word) || nouns.has(word.toLowerCase())

/** A title may have commas: “Economic, Social and Cultural Rights”. */
const titleTail = (tail: string): string =>
  /^,\s+[A-Z]\w+(?:,| and)\s/.test(tail) ? tail.replaceAll(',', ' ') : ''

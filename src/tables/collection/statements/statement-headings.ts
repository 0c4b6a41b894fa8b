import type { StatementKind } from '../../../domain/statements/vocabulary.js'
import type { ActOfStatement } from './statement.js'

/** What a heading says of the statements below it. */
export interface HeadingWords {
  /** More than one for “Declarations and reservations”. */
  readonly kinds: readonly StatementKind[]
  /** The acts with which they were made, and confirmed. */
  readonly acts: readonly ActOfStatement[]
  /** Whether it tells of a withdrawal or a change. */
  readonly isEvent: boolean
  /** The territories of “On behalf of the Isle of Man and …”. */
  readonly territories: readonly string[]
}

const kindWords: readonly (readonly [StatementKind, RegExp])[] = [
  ['reservation', /\breservations?\b/i],
  ['declaration', /\bdeclarations?\b/i],
  ['understanding', /\bunderstandings?\b/i],
  ['objection', /\bobjections?\b/i],
  ['communication', /\bcommunications?\b/i],
]

const numbering = String.raw`["“”'‘(\s]*(?:(?:\d{1,2}|[ivx]{1,4}|[A-Za-z])[.)]\s*)?["“'‘\s]*`
const adjective =
  '(?:interpretative|interpretive|general|specific|formal|explanatory|statements? of|first|second|other)'
const noun = '(?:reservations?|declarations?|understandings?|objections?|communications?|statements?)'
const act = 'signature|signing|ratif|access|acced|accept|approv|success|succeed|confirm|adher'

/** “Reservation:”, “Interpretative declarations made upon signature”, “(c) Reservation concerning article 15” */
const kindHeading = new RegExp(
  `^${numbering}(?:${adjective}\\s+)*${noun}(?:(?:,|\\s+and|\\s+or|/)\\s*(?:${adjective}\\s+)*${noun})*\\b(?:[\\s.:*"”]*$|\\s+(?:made|formulated|entered|deposited|submitted|upon|at|on|to|in|with|concerning|regarding|relating|confirm|:))`,
  'i',
)
/** “Upon signature:”, “At the time of accession” */
const actHeading = new RegExp(
  `^${numbering}(?:made\\s+)?(?:up)?on\\s+(?:the\\s+)?(?:deposit\\w*|${act})[^.]{0,60}$|^${numbering}at the time of\\s[^.]{0,60}$`,
  'i',
)
const eventHeading = /\b(withdraw\w*|modif\w*|amend\w*|partial\w*)\b/i
const territoryHeading =
  /^["“(\s]*(?:[A-Z][.)]\s*)?["“\s]*(?:on behalf of|(?:in|with) respect (?:of|to)|for)\s+(?:the\s+)?(?!article|section|paragraph|reservation)([^:.]{3,300}):?$/i

/** A sentence that ends in a colon and names one kind: “subject to the following understandings:”. */
const introduction = new RegExp(`\\bfollowing\\s+(?:${adjective}\\s+)*${noun}\\s*:\\s*["“]?$`, 'i')

/**
 * Reads a block as a heading.
 * @param isSetApart  whether it stands apart on the page; else only words that can be nothing but a heading are one
 * @returns null if it is none
 */
export function headingOf(text: string, isSetApart: boolean): HeadingWords | null {
  const plain = text.trim()
  if (plain === '' || plain.startsWith('[')) return null
  const isKind = kindHeading.test(plain)
  const isBare = new RegExp(`^${numbering}(?:${adjective}\\s+)*${noun}\\s*:?$`, 'i').test(plain)
  if (isSetApart && eventHeading.test(plain) && plain.length < 120) return words(plain, true)
  if ((isSetApart && isKind) || isBare) return words(plain, false)
  if (isSetApart && actHeading.test(plain)) return { ...words(plain, false), kinds: [] }
  const territories = isSetApart ? territoriesOf(plain) : []
  if (territories.length > 0) return { kinds: [], acts: [], isEvent: false, territories }
  return plain.length < 300 && introduction.test(plain)
    ? words(/[^,;.]*$/.exec(plain)?.[0] ?? '', false)
    : null
}

const words = (text: string, isEvent: boolean): HeadingWords => ({
  kinds: kindsOf(text.replace(/\b(?:upon|at the time of|confirming)\b.*/is, '')),
  acts: actsIn(text),
  isEvent,
  territories: [],
})

const kindsOf = (text: string): StatementKind[] =>
  kindWords.filter(([, word]) => word.test(text)).map(([kind]) => kind)

/** The acts that a text names, the signature first. */
export function actsIn(text: string): ActOfStatement[] {
  const consents =
    /\b(?:up)?on\s+(?:\w+\s+){0,3}(?:ratif|access|acced|accept|approv|success|succeed|formal confirm|adher)|\btime of (?:its )?(?:ratif|access|accept|approv|success)/i
  const acts: ActOfStatement[] = []
  if (/\bsignature\b|\bsigning\b/i.test(text)) acts.push('signature')
  if (consents.test(text)) acts.push('consent')
  return acts
}

/** “the Isle of Man, the Turks and Caicos Islands”: the names are not split at “and”, which some of them have. */
function territoriesOf(text: string): string[] {
  const [, list = ''] = territoryHeading.exec(text) ?? []
  if (!/^[A-Z]/.test(list)) return []
  return list
    .split(/\s*,\s*/)
    .map((name) => name.replace(/^and\s+/, '').replace(/^the\s+/, ''))
    .filter((name) => name !== '')
}

import { effectOf } from '../../domain/action.js'
import type { ActionKind } from '../../domain/vocabulary.js'
import { actBegins, isDeposit, isOtherMatter, wholeAct } from './act-words.js'
import { plainText } from './plain-text.js'

/** One of the acts that a column's heading names: `Accession(a)`. */
export interface DeclaredAct {
  /** null for words that name no treaty action. */
  readonly kind: ActionKind | null
  /** The marker of its dates; null if its dates have none. */
  readonly marker: string | null
  /** Whether the words name a matter that is known to be none: a notification, an extension. */
  readonly isOther?: boolean
  /** Whether the act binds, but the words do not say how: “Deposited”. */
  readonly isUnsaid?: boolean
}

/** A column's heading, parsed into its acts. */
export interface Heading {
  readonly words: string
  readonly acts: readonly DeclaredAct[]
}

/**
 * Parses a column's heading: `Ratification, Acceptance(A), Accession(a)`, “Date of ratification”, “Ratified or acceded”,
 * `ratification_date`. Lower-case text after a comma still belongs to the act before, unless it names an act.
 */
export function parseHeading(cell: string): Heading {
  const words = plainText(cell)
  const pieces = spaced(words).split(between)
  const acts = pieces.flatMap(toActs)
  const qualified = pieces.length > 1 ? pieces.find(isQualified) : undefined
  if (qualified !== undefined)
    return { words, acts: [{ kind: null, marker: null, isOther: isOtherMatter(qualified) }] }
  const isOfConsent = acts.some(({ kind }) => kind !== null && effectOf(kind) === 'binds')
  return { words, acts: isOfConsent ? acts.map(confirmedAsDefinitive) : acts }
}

/** Whether the column records any treaty action. */
export const recordsActions = ({ acts }: Heading): boolean => acts.some(({ kind }) => kind !== null)

/** Whether the heading is known to be of another matter than treaty actions. */
export const isExplained = ({ acts }: Heading): boolean => acts.every(({ isOther }) => isOther)

/**
 * Finds the act of a date by its marker, or by its lack of one.
 * @returns `several` for acts that all bind and share the marker; undefined if the act cannot be known
 */
export function actMarked({ acts }: Heading, marker: string | null): DeclaredAct | 'several' | undefined {
  const found = acts.filter((act) => act.marker === marker)
  const [first] = found
  // In a column with only one act, dates need no marker.
  if (first === undefined) return marker === null && acts.length === 1 ? acts[0] : undefined
  if (found.every(({ kind }) => kind === first.kind)) return first.isUnsaid ? 'several' : first
  return found.every(({ kind }) => kind !== null && effectOf(kind) === 'binds') ? 'several' : undefined
}

/** The words without accents, footnotes and signs that programs put for spaces: `date_of_ratification`, `RatificationDate`. */
function spaced(words: string): string {
  const plain = words
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[’‘]/g, "'")
    .replace(/\s*(\[\w{1,3}\]|[*†‡:?])+$/, '')
    .replace(/(?<=[A-Za-z)])\d[\d,\s]*$/, '')
    // “Ratification (or accession)”
    .replace(/\s*\(((?:or|and|ou|et) [^()]*)\)/gi, ' $1')
  return /^\w+(-\w+)*$/.test(plain)
    ? plain
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .replace(/[_-]+/g, ' ')
        .trim()
    : plain.trim()
}

const joint = String.raw`(?:,|;|\/|&|\+|\band\/or\b|\bor\b|\band\b|\bou\b|\bet\b)`
/** Separators: a comma before a capital letter, a semicolon, or any joint after a marker, where an act begins. */
const between = new RegExp(
  String.raw`,\s*(?=\p{Lu})|\s*;\s*|(?<=\([A-Za-z]{1,2}\))\s*${joint}\s*(?=\p{Lu}|(?:${actBegins})\s*\()`,
  'u',
)
/** Separators between acts that share a marker, or that have none. */
const withinPiece = new RegExp(String.raw`\s*(?:${joint}\s*)+(?=${actBegins})`, 'i')
const namesAct = new RegExp(String.raw`\b${actBegins}`, 'i')
/** “Accession(a) of the amendment”, “of Protocol II Ratification”: words that are of all acts of the heading. */
const isQualified = (piece: string): boolean =>
  namesAct.test(piece) && toActs(piece).every(({ kind }) => kind === null)

/** Words after which other acts are named that are not the column's own: “subject to ratification or approval”. */
const isOneAct = /\b(by virtue of|ipso facto|as to|subject to|sous reserve)\b|\bprovisional\b/i

const knownMarker = /^(.*?)\s*\((A|AA|a|d|s|n|c|C|P|p)\)$/s
/** A marker not seen so far. An article's letter follows a number, so it does not match. */
const newMarker = /^(.*[^\s\d)])\s*\(([A-Za-z]{1,2})\)$/s

/** The acts of one piece of a heading. A marker that is the usual one of the last act belongs to that act alone. */
function toActs(piece: string): DeclaredAct[] {
  // OHCHR's headings end in “Date”, after the last marker.
  const text = piece.replace(/(?<=\))\s*date$/i, '').trim()
  const [, name = text, marker = null] = knownMarker.exec(text) ?? newMarker.exec(text) ?? []
  const parts = isOneAct.test(name) ? [name] : name.split(withinPiece)
  // “Year of ratification or accession”: words before the first act make all of it another matter.
  const names = parts.every((one) => isDeposit(one) || wholeAct(one) !== null) ? parts : [name]
  const acts = names.map((one) => toAct(one.trim(), marker))
  const last = acts.at(-1)
  if (last === undefined || marker === null || usualMarkers[marker] !== last.kind) return acts
  return acts.map((act) => (act === last ? act : { ...act, marker: null }))
}

const usualMarkers: Readonly<Record<string, ActionKind>> = {
  a: 'accession',
  A: 'acceptance',
  AA: 'approval',
  d: 'succession',
  s: 'definitive-signature',
  c: 'formal-confirmation',
}

function toAct(name: string, marker: string | null): DeclaredAct {
  const kind = wholeAct(name)
  if (kind !== null) return { kind, marker }
  if (isDeposit(name)) return { kind: 'participation', marker, isUnsaid: true }
  return isOtherMatter(name) ? { kind, marker, isOther: true } : { kind, marker }
}

/** A confirmed signature ad referendum is a full signature, and binds where full signatures bind (VCLT art. 12(2)(b)). */
const confirmedAsDefinitive = (act: DeclaredAct): DeclaredAct =>
  act.kind === 'confirmation-of-signature' ? { ...act, kind: 'definitive-signature' } : act

import { effectOf } from '../../domain/action.js'
import type { ActionKind } from '../../domain/vocabulary.js'
import { plainText } from './plain-text.js'

/** One of the acts that a column's heading names: `Accession(a)`. */
export interface DeclaredAct {
  /** null for what is no treaty action: an application, a notification, a registration. */
  readonly kind: ActionKind | null
  /** The mark that its dates carry; null for the act whose dates carry none. */
  readonly marker: string | null
}

/** A column's heading, read as the list of acts that it is. */
export interface Heading {
  readonly words: string
  readonly acts: readonly DeclaredAct[]
}

/**
 * Reads a column's heading: `Ratification, Acceptance(A), Accession(a)`. An act begins with a capital letter, or is one
 * word with its marker; what follows a comma in lower case still belongs to the act before it.
 */
export function parseHeading(cell: string): Heading {
  const words = plainText(cell)
  const acts = words.replace(footnote, '$1').split(between).map(toAct)
  const isOfConsent = acts.some(({ kind }) => kind !== null && effectOf(kind) === 'binds')
  return { words, acts: isOfConsent ? acts.map(confirmedAsDefinitive) : acts }
}

/** Whether the column records treaty actions at all. */
export const recordsActions = ({ acts }: Heading): boolean => acts.some(({ kind }) => kind !== null)

/**
 * What a heading says of a date with this marker, or with none: an act; `several` that all bind and cannot be told
 * apart; or nothing that can be known.
 */
export function actMarked({ acts }: Heading, marker: string | null): DeclaredAct | 'several' | undefined {
  const found = acts.filter((act) => act.marker === marker)
  const [first] = found
  // Where a column is of one act only, its dates need no marker.
  if (first === undefined) return marker === null && acts.length === 1 ? acts[0] : undefined
  if (found.every(({ kind }) => kind === first.kind)) return first
  return found.every(({ kind }) => kind !== null && effectOf(kind) === 'binds') ? 'several' : undefined
}

const consents = 'ratification|acceptance|approval|accession|succession'
const others =
  '(?:definitive |succession to |confirmation of )?signature|provisional application|formal confirmation|consent to be bound|participation|simplified procedure|withdrawal|denunciation'
const actBegins = String.raw`\p{Lu}|(?:${consents}|${others})\s*\(`
/** A comma before a new act; a semicolon; “or” and “and” behind a marker. */
const between = new RegExp(
  String.raw`,\s*(?=${actBegins})|\s*;\s*|(?<=\([A-Za-z]{1,2}\))\s*(?:\/|\bor\b|\band\b)\s*(?=${actBegins})`,
  'u',
)
/** Digits glued to a marker: `Accession(a)2`. */
const footnote = /(\([A-Za-z]{1,2}\))[\d,\s]+$/

const knownMarker = /^(.*?)\s*\((A|AA|a|d|s|n|c|C|P|p)\)$/s
/** A mark that no heading seen so far uses; never the letter of an article, which follows a number. */
const newMarker = /^(.*[^\s\d)])\s*\(([A-Za-z]{1,2})\)$/s

function toAct(words: string): DeclaredAct {
  // OHCHR's headings end in “Date”, behind the last marker.
  const act = words.replace(/\s*\bdate$/i, '').trim()
  const [, name = act, marker = null] = knownMarker.exec(act) ?? newMarker.exec(act) ?? []
  return { kind: kindNamed(name.trim()), marker }
}

/** What the words of a heading, or of a list of actions, name; the first that fits. */
const namedActs: readonly (readonly [RegExp, ActionKind])[] = [
  [/^succession to signature\b/i, 'succession-to-signature'],
  [/^confirmation of signature\b/i, 'confirmation-of-signature'],
  [/^definitive signature (or|\/)/i, 'participation'],
  [/^definitive signature\b/i, 'definitive-signature'],
  [/^signature without reservation\b/i, 'definitive-signature'],
  [/^signature\b/i, 'signature'],
  [/^(undertaking of )?provisional (application|acceptance|accession)\b/i, 'provisional-application'],
  [new RegExp(String.raw`^(${consents})\s*(\/|\bor\b|\band\b)\s*(${consents})\b`, 'i'), 'participation'],
  [/^(definitive )?ratification\b/i, 'ratification'],
  [/^(definitive )?acceptance\b/i, 'acceptance'],
  [/^approval\b/i, 'approval'],
  [/^(definitive )?accession\b/i, 'accession'],
  [/^succession\b/i, 'succession'],
  [/^formal confirmation\b/i, 'formal-confirmation'],
  [/^(consent to be bound|participation)\b/i, 'participation'],
  [/^simplified procedure\b/i, 'simplified-procedure'],
  [/^(withdrawal|denunciation|renunciation)\b/i, 'withdrawal'],
]

/** The act that words begin by naming, or null where they name none. */
export const kindNamed = (words: string): ActionKind | null =>
  concernsAnother.test(words) ? null : (namedActs.find(([pattern]) => pattern.test(words))?.[1] ?? null)

/** “Withdrawal of reservation”, “Acceptance of amendment”: not what is done about the treaty itself. */
const concernsAnother =
  /\b(of|to|regarding|concerning)\b.*\b(reservation|declaration|objection|amendment|denunciation|withdrawal|communication|inquiry|competence|jurisdiction)s?\b/i

/** A signature ad referendum, once confirmed, is a full signature; where those bind, so does it (VCLT art. 12(2)(b)). */
const confirmedAsDefinitive = (act: DeclaredAct): DeclaredAct =>
  act.kind === 'confirmation-of-signature' ? { ...act, kind: 'definitive-signature' } : act

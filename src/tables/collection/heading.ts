import { effectOf } from '../../domain/action.js'
import type { ActionKind } from '../../domain/vocabulary.js'
import { concernsAnother, concernsTerritory } from './other-matters.js'
import { plainText } from './plain-text.js'
import { undoneAct } from './undone-act.js'

/** One of the acts that a column's heading names: `Accession(a)`. */
export interface DeclaredAct {
  /** null for an act that is not a treaty action: an application, a notification, a registration. */
  readonly kind: ActionKind | null
  /** The marker of its dates; null if its dates have none. */
  readonly marker: string | null
}

/** A column's heading, parsed into its acts. */
export interface Heading {
  readonly words: string
  readonly acts: readonly DeclaredAct[]
}

/**
 * Parses a column's heading: `Ratification, Acceptance(A), Accession(a)`. An act starts with a capital letter, or is a
 * known act with its marker. Lower-case text after a comma still belongs to the act before.
 */
export function parseHeading(cell: string): Heading {
  const words = plainText(cell)
  const acts = words.replace(footnote, '$1').split(between).map(toAct)
  const isOfConsent = acts.some(({ kind }) => kind !== null && effectOf(kind) === 'binds')
  return { words, acts: isOfConsent ? acts.map(confirmedAsDefinitive) : acts }
}

/** Whether the column records any treaty action. */
export const recordsActions = ({ acts }: Heading): boolean => acts.some(({ kind }) => kind !== null)

/**
 * Finds the act of a date by its marker, or by its lack of one.
 * @returns `several` for acts that all bind and share the marker; undefined if the act cannot be known
 */
export function actMarked({ acts }: Heading, marker: string | null): DeclaredAct | 'several' | undefined {
  const found = acts.filter((act) => act.marker === marker)
  const [first] = found
  // In a column with only one act, dates need no marker.
  if (first === undefined) return marker === null && acts.length === 1 ? acts[0] : undefined
  if (found.every(({ kind }) => kind === first.kind)) return first
  return found.every(({ kind }) => kind !== null && effectOf(kind) === 'binds') ? 'several' : undefined
}

const consents = 'ratification|acceptance|approval|accession|succession'
const others =
  '(?:definitive |succession to |confirmation of )?signature|provisional application|formal confirmation|consent to be bound|participation|simplified procedure|withdrawal|denunciation'
const actBegins = String.raw`\p{Lu}|(?:${consents}|${others})\s*\(`
/** Separators: a comma before a new act, a semicolon, or “/”, “or” and “and” after a marker. */
const between = new RegExp(
  String.raw`,\s*(?=${actBegins})|\s*;\s*|(?<=\([A-Za-z]{1,2}\))\s*(?:\/|\bor\b|\band\b)\s*(?=${actBegins})`,
  'u',
)
/** Footnote digits directly after a marker: `Accession(a)2`. */
const footnote = /(\([A-Za-z]{1,2}\))[\d,\s]+$/

const knownMarker = /^(.*?)\s*\((A|AA|a|d|s|n|c|C|P|p)\)$/s
/** A marker not seen so far. An article's letter follows a number, so it does not match. */
const newMarker = /^(.*[^\s\d)])\s*\(([A-Za-z]{1,2})\)$/s

function toAct(words: string): DeclaredAct {
  // OHCHR's headings end in “Date”, after the last marker.
  const act = words.replace(/\s*\bdate$/i, '').trim()
  const [, name = act, marker = null] = knownMarker.exec(act) ?? newMarker.exec(act) ?? []
  return { kind: kindNamed(name.trim()), marker }
}

/** The acts that headings and action lists name. The first match counts. */
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

/** The act named at the start of a text; null if there is none. */
export const kindNamed = (words: string): ActionKind | null =>
  concernsTerritory(words) ? null : (undoneAct(words) ?? (concernsAnother(words) ? null : actAtStart(words)))

const actAtStart = (words: string): ActionKind | null =>
  namedActs.find(([pattern]) => pattern.test(words))?.[1] ?? null

/** A confirmed signature ad referendum is a full signature, and binds where full signatures bind (VCLT art. 12(2)(b)). */
const confirmedAsDefinitive = (act: DeclaredAct): DeclaredAct =>
  act.kind === 'confirmation-of-signature' ? { ...act, kind: 'definitive-signature' } : act

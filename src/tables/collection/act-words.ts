import type { ActionKind } from '../../domain/vocabulary.js'
import { concernsAnother, concernsTerritory } from './other-matters.js'
import { folded } from './plain-text.js'
import { undoneAct } from './undone-act.js'

/** An act named at the start of a text, and the words after it. */
interface ActAtStart {
  readonly kind: ActionKind
  readonly rest: string
}

const consents =
  'ratification|ratified|ratifiee?|ratifying|ratificacion|acceptance|accepted|accepting|acceptation|aceptacion|approval|approved|approbation|aprobacion|accession|acceded|acceding|adhesion|succession|sucesion'

/** The acts that headings and action lists name, in English, French and Spanish. The first match counts. */
const namedActs: readonly (readonly [RegExp, ActionKind])[] = [
  [/^succession (to|a la) signature\b/, 'succession-to-signature'],
  [/^confirmation (of|de( la)?) signature\b/, 'confirmation-of-signature'],
  [/^(definitive signature|signature definitive)\s*(or\b|\/|ou\b)/, 'participation'],
  [/^(definitive signature|signature definitive)\b/, 'definitive-signature'],
  [/^signature (without reservation|sans reserve)\b/, 'definitive-signature'],
  [/^firma definitiva\b/, 'definitive-signature'],
  [/^(signature|signing|signed|signee?|firma)\b/, 'signature'],
  [
    /^(undertaking of )?provisional (application|acceptance|accession)(\/(acceptance|accession))?\b/,
    'provisional-application',
  ],
  [/^application (provisoire|a titre provisoire)\b/, 'provisional-application'],
  [
    new RegExp(String.raw`^(${consents})\s*(\/|\bor\b|\band\b|\bou\b|\bet\b)\s*(${consents})\b`),
    'participation',
  ],
  [/^(definitive )?(ratification|ratified|ratifying|ratifiee?|ratificacion)\b/, 'ratification'],
  [/^(definitive )?(acceptance|accepted|accepting|acceptation|accepte|aceptacion)\b/, 'acceptance'],
  [/^(approval|approved|approbation|approuve|aprobacion)\b/, 'approval'],
  [/^(definitive )?(accession|acceded|acceding|adhesion|adhere)\b/, 'accession'],
  [/^(succession|succeeded|sucesion)\b/, 'succession'],
  [/^(formal confirmation|confirmation formelle|confirmacion formal)\b/, 'formal-confirmation'],
  [/^((expression of )?consent to be bound|consentement a etre lie|participation)\b/, 'participation'],
  [/^(simplified procedure|procedure simplifiee)\b/, 'simplified-procedure'],
  [
    /^(withdrawal|withdrew|withdrawn|denunciation|denounced|renunciation|denonciation|denonce|retrait|denuncia|retiro)\b/,
    'withdrawal',
  ],
]

/** “Date of”, “Instrument of”, “Deposit of the instrument of”, “Notification of”, before the act itself. */
const leadIn =
  /^(treaty )?((date|day|fecha)s?[ :]+((of|de|du|del|de la) |d')?)?(the |la |le |l')?((deposit of|depot (de|du)) (the |l')?|depot d')?((instrument|notification|notice|declaration)s? (of |de |d'))?(the |la |l')?/

/** Finds the act at the start of a text, behind “Date of” or “Instrument of”. */
function actAtStart(words: string): ActAtStart | null {
  const text = folded(words).replace(leadIn, '')
  if (concernsAnother(text)) return null
  for (const [pattern, kind] of namedActs) {
    const [found] = pattern.exec(text) ?? []
    if (found !== undefined) return { kind, rest: text.slice(found.length).trim() }
  }
  return null
}

/** The act named at the start of a text; null if there is none, or if it is for a territory alone. */
export const kindNamed = (words: string): ActionKind | null =>
  concernsTerritory(words) ? null : (undoneAct(words) ?? actAtStart(words)?.kind ?? null)

/** A deposit without the act that it was for: it binds, but the heading does not say how. */
export const isDeposit = (words: string): boolean =>
  /^((date|day)s?[ :]+((of|de|du) )?(the )?)?(deposit(ed)?|depot|instruments? deposited)( of (the |its )?instruments?| de l'instrument)?( date| on)?$/.test(
    folded(words),
  )

const treaty =
  "(the |said |present |original |unamended |l'|la |le |present )*(convention|protocol|agreement|treaty|covenant|statute|constitution|charter|accord|traite|pacte|protocole)"
/** What may follow an act in a heading. Anything else (“by parliament”, “of Protocol II”, “status”) makes it another matter. */
const tails = new RegExp(
  `^(${[
    '',
    '(date|dates|day|on|le|deposited|deposit|ad referendum|thereto)',
    'instruments?( deposit(ed)?)?( date| on)?',
    String.raw`(date )?\((date|[dmy]+[ ./-][dmy]+[ ./-][dmy]+|day[ ./-]month[ ./-]year)\)`,
    `(of|to|in|a|de|du|au) ?${treaty}( and (the )?(convention|protocol|agreement))?( as amended.*)?( (under|by virtue of) .*)?`,
    'by virtue of .*',
    'by non-regional members.*',
    'under (article|section|paragraph).*',
    'in accordance with article.*',
    'ipso facto.*',
    '(as|subject) to (ratification|acceptance|approval).*',
    'sous reserve de .*',
  ].join('|')})$`,
)

/** The act that a whole text names: a heading, or a cell that holds nothing else. */
export function wholeAct(words: string): ActionKind | null {
  const named = actAtStart(words)
  if (named !== null && tails.test(named.rest)) return named.kind
  return concernsTerritory(words) ? null : undoneAct(words)
}

/** Matters that tables print beside treaty actions, and that are known to be none. */
const otherMatters = [
  /^(territorial )?(application|extension)\b/,
  /^notification (under|of non-provisional|in respect of)\b/,
  /^(un )?resolution( number| no\.?)?$/,
  /^(date of adoption|adoption date)( of resolution)?$/,
  /^(registration (date|number)|date of registration|unts (volume|page|number))$/,
  /^(date of )?(reservation|declaration|objection|communication|statement)s?\b(?! (of|de) )/,
  /^art(icle|\.)? ?\d+\S* (reservation|declaration|objection|communication)s?$/,
  /\b(individual|inter-?state) (complaint|communication)s?\b|\binquiry procedures?\b/,
]

/** Whether a heading names a matter that is known to be no treaty action. A “Status of withdrawal” may be one. */
export const isOtherMatter = (words: string): boolean => {
  const text = folded(words)
  if (otherMatters.some((pattern) => pattern.test(text))) return true
  return concernsAnother(text.replace(leadIn, '')) && !/(withdrawal|denunciation|retrait)s?$/.test(text)
}

/** A lookahead: here begins an act, in any letter case. */
export const actBegins = String.raw`(?:(?:date|day)s? (?:of |de |d'))?(?:the |la )?(?:instruments? (?:of |d'|de ))?(?:definitive |provisional |formal )?(?:${consents}|signature|signing|signed|signee?|firma|succeeded|consent to be bound|participation|simplified procedure|withdrawal|denunciation|denonciation|confirmation|application(?= (?:\(|provisoire)))\b`

/** “Withdrawal of reservation”, “Acceptance of individual complaints procedures”: acts that do not concern the treaty itself. */
const anotherMatter =
  /(\b(of|to|regarding|concerning|de|des|du|aux?) |\bd')(.*\b)?(reservation|declaration|objection|amendment|denunciation|withdrawal|communication|inquir(y|ie)|competence|jurisdiction|complaint|reserve|amendement|retrait|plainte)s?\b|^\w+ (of|to) (the )?(optional )?(articles?|annex(es)?)\b/

/** Whether the words name an act that does not concern the treaty itself. @param text  in small letters, without accents */
export const concernsAnother = (text: string): boolean => anotherMatter.test(text)

const ofSome =
  /(?<!\p{L})(in respect of|on behalf of|with respect to|with regard to|in relation to|as regards|extended to|à l['’]égard|au nom|en ce qui concerne)(?!\p{L})/iu
/** “for Aruba”, “for the Kingdom in Europe”. */
const forSome = /\b[Ff]or (?:the )?\p{Lu}|\bpour (?:l['’]|la |le |les )?\p{Lu}/u
const territories = new RegExp(
  String.raw`(?<!\p{L})(?:${[
    'aruba|bonaire|cura[çc]ao|saba|sint (eustatius|maarten)|netherlands antilles|in europe|(european|caribbean) (part|netherlands)|surinam(e)?',
    'hong kong|maca[ou]|faroe islands|faeroe islands|greenland|svalbard|jan mayen|bouvet island|[åa]land( islands)?|land berlin|berlin \\(west|west berlin',
    'gibraltar|isle of man|(bailiwick of )?jersey|(bailiwick of )?guernsey|alderney|sark|channel islands|bermuda|anguilla|cayman islands|montserrat|akrotiri and dhekelia',
    'british virgin islands|turks and caicos( islands)?|falkland islands|malvinas|saint helena|st\\.? helena|ascension|tristan da cunha|pitcairn( island)?s?|northern ireland|scotland|england|wales',
    'new caledonia|french polynesia|wallis and futuna|mayotte|saint[- ]pierre[- ]et[- ]miquelon|st\\.? pierre and miquelon|guadeloupe|martinique|r[ée]union|french guiana|overseas territor(y|ies)',
    'puerto rico|guam|american samoa|(northern )?mariana islands|(united states|us) virgin islands|tokelau|niue|cook islands|ross dependency|norfolk island|christmas island|cocos \\(keeling',
    'papua|new guinea|nauru|territor(y|ies)|colon(y|ies)',
  ].join('|')})(?!\p{L})`,
  'iu',
)

/** Whether an act concerns a territory alone: it changes where the treaty applies, never whether the State is a party. */
export const concernsTerritory = (words: string): boolean =>
  ofSome.test(words) || forSome.test(words) || territories.test(words)

/** Words after an act that leave it what it is: a marker, “(with declaration)”, “under Article V”. */
const harmless =
  /\bfrom (?:the )?(?:convention|protocol|agreement|treaty|covenant|statute)\b|\((?:[a-z]{1,2}|[\d\s/.-]+|(?:with|without|subject|effective|see|date|dates|deposit|entry)\b[^)]*)\)|\b(?:under|pursuant to|in accordance with|by virtue of) art(?:icle)?s?\b.*$/giu

/** Words that acts are made of, which some tables write with capital letters. */
const ofActs =
  /(?<!\p{L})(signature|succession|confirmation|ratification|acceptance|approval|accession|formal|definitive|provisional|application|simplified|procedure|participation|consent|bound|withdrawal|denunciation|renunciation|notification|notice|instrument|deposit|revocation|revoked|rescission|cancell?ation|annulment|retraction|withdrawn|without|reservation|undertaking|signed|ratified|accepted|approved|acceded|succeeded|adhered|denounced|withdrew|adh[ée]sion|acceptation|approbation|d[ée]nonciation|retrait|provisoire|formelle|d[ée]finitive|date|on|of|to|be|as|or|and|by|the|its|de|du|la|et|ou|[\p{L}]{1,2})s?(?!\p{L})/giu

/** Whether a cell says more than an act, in words that begin with a capital letter: “Ratification (Atlantis)”. */
export const saysMore = (words: string): boolean =>
  /\p{Lu}/u.test(words.replace(harmless, '').replace(ofActs, ''))

const undoing =
  /(?<!\b(?:not|never|no|nor|neither|without|non)[ -](?:been |yet )?)\b(denounced|denunciation|withdrawn|withdrew|withdrawal|terminated|termination|renounced|revoked|rescinded|annulled|expired|d[ée]nonc[ée]e?|d[ée]nonciation|retir[ée]e?|retrait)(?!\p{L})/iu
const notInForce =
  /\b(not|no longer|never|ceased to be) (an? )?((state )?party|in force|bound)\b|\b(former|ex)[ -](state |contracting )?part(y|ies)\b|\bnon-?party\b|\b(left|quit|exited) the (treaty|convention|protocol|statute|covenant|agreement)\b|\b(pas|plus) en vigueur\b/iu
const beside =
  /\b(reservation|declaration|objection|statement|communication|understanding|amendment|interpretation|r[ée]serve|d[ée]claration)s?\b/iu
const yes = /^(yes|y|true|t|1|x|✓|✔|oui|s[ií]|ja)$/i
const no = /^(no|n|false|f|0|non|nein|nee)$/i
const notDone =
  /^(?:not|never) (?:yet )?(?:signed|ratified|acceded|accepted|approved|denounced|withdrawn|a (?:state )?party|party)$/i

/** Whether a cell says that something was done, and not when. */
export const saysYes = (cell: string): boolean => cell.length < 6 && yes.test(cell)

/** Whether a cell only says whether something was done. */
export const saysWhether = (cell: string): boolean =>
  (cell.length < 6 && (yes.test(cell) || no.test(cell))) || (cell.length < 30 && notDone.test(cell))

const asksIfUndone = /\b(denounced|withdrawn|withdrew|terminated|left|former party)\b/i
const asksIfInForce = /^(is )?(still )?(in force|in effect|a party|active|bound|party)\b/i

/**
 * Whether a cell that is not read says that the State is no longer, or not yet, bound: “Denounced 2010”, “Not in force”. What
 * it says of reservations and of territories does not matter.
 * @param isBound  whether the row has a consent: without one, “not a party” contradicts nothing
 */
export function saysUndone(heading: string, cell: string, isBound = true): boolean {
  if (beside.test(heading)) return false
  if (asksIfUndone.test(heading) && yes.test(cell)) return true
  if (isBound && asksIfInForce.test(heading) && no.test(cell)) return true
  return cell
    .split(/[.;\n]/)
    .some(
      (clause) =>
        (undoing.test(clause) || (isBound && notInForce.test(clause))) &&
        !beside.test(clause) &&
        !concernsTerritory(clause),
    )
}

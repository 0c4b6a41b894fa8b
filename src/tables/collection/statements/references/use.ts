/** How a statement uses a reference. */
export type ReferenceUse =
  /** Bound or not by it, or a reservation to it: what the statement is about, without doubt. */
  | 'bound'
  /** Named in any other way. */
  | 'named'
  /** The article that permits the statement: “in accordance with article 29, paragraph 2”. */
  | 'permission'
  /** Named to describe something else: “an offence described in article 3”. */
  | 'description'
  /** Named in a definition: whether the statement is about it cannot be told. */
  | 'doubtful'

const provision = String.raw`(?:(?:the|any|all|those)\s+)?(?:(?:provisions?|requirements?|terms|text|contents?|possibility|option|right)\s+)?(?:(?:of|in|contained in|set forth in|set out in|laid down in|provided for in|under)\s+)?(?:the\s+)?(?:said\s+)?["“‘'[]*\s*$`

const before = (words: string): RegExp => new RegExp(String.raw`(?:${words})\s+${provision}`, 'i')

const bound = before(
  String.raw`bound by|binding upon (?:itself|it)|reservations?(?:\s+made)?\s+(?:to|on|concerning|regarding|with (?:regard|respect) to|in respect of|relating to|in relation to|as regards)|not to (?:apply|implement)|exclud\w+ the application of`,
)
const permission = before(
  String.raw`in accordance with|in conformity with|in line with|in pursuance of|pursuant(?:\s+then)? to|by virtue of|in virtue of|availing itself of|in application of|making use of|as (?:permitted|provided|allowed|authori[sz]ed|envisaged|foreseen)(?:\s+for)?(?:\s+(?:by|in|under))?|(?:permitted|allowed|authori[sz]ed|prohibited|inadmissible) (?:by|under|in|according to)|(?:reservations?|declarations?|option|right|possibility|faculty) (?:provided for|contained|foreseen|permitted|set out|mentioned|under)(?:\s+(?:in|by|under))?|reservations? under|within the meaning of|according to|on the basis of`,
)
const description = before('(?:described|listed|enumerated|mentioned|criminali[sz]ed) in')
const doubtful = before(
  String.raw`provided(?: for)? (?:in|by|under)|(?:as\s+)?(?:defined|used|understood|guaranteed|enshrined|recogni[sz]ed|protected) (?:in|by|under)`,
)

/** “will make the reservation provided for in article 29” is about what the article lets a State exclude. */
const announced = /\breservations?\s+(?:provided for|contained)\s+in\s+(?:the\s+)?$/i

/**
 * What the State accepts or limits by way of an article: “the competence of the Committee established by virtue of article 8”,
 * “the rights defined in articles 12 to 16”, “the obligation … provided for in article 10”.
 */
const through =
  /\b(?:competence|procedures?|jurisdiction)\b[^.;]{0,90}?\b(?:established|provided(?: for)?|set out|laid down|by virtue of|under|in accordance with)\b[^.;,]{0,30}$|\brights?\s+(?:as\s+)?(?:defined|recogni[sz]ed|guaranteed)\s+(?:in|by)\s+(?:the\s+)?$|\bobligations?\b[^.;]{0,190}?\bprovided\s+(?:for\s+)?(?:in|by|under)\s+(?:the\s+)?$/i

/**
 * @param at  where the reference begins
 * @param isWhole  whether it is to an article as a whole
 */
export function useOf(text: string, at: number, isWhole: boolean): ReferenceUse {
  const head = text.slice(Math.max(0, at - 220), at)
  if (through.test(head) || (announced.test(head) && isWhole)) return 'named'
  if (permission.test(head)) return 'permission'
  if (description.test(head)) return 'description'
  if (doubtful.test(head)) return 'doubtful'
  return bound.test(head) ? 'bound' : 'named'
}

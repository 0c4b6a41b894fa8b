import type { ObjectionEffect } from '../../../../domain/statements/vocabulary.js'

const force = String.raw`(?:entry\s+into\s+force|entering\s+into\s+force|entry\s+in\s+force|validity|treaty\s+relations?)`
const hinder = String.raw`(?:preclud\w*|prevent\w*|imped\w*|hinder\w*|affect\w*|obstruct\w*|bar|obstacles?|impediments?|hindrance|stand\s+in\s+the\s+way)`
const not = '(?:not|neither|nor|never|without|no)'

const deniedAny = /\b(?:shall|does|do|will|would|should)\s+not\s+\w+\s+the\s+entry\s+into\s+force/i
const denied = new RegExp(String.raw`\b${not}\b[^.;]{0,90}?\b${hinder}[^.;]{0,90}?\b${force}`, 'i')
const operative =
  /\b(?:enters?|enter|entry|become|becomes|remains?)\b[^.;]{0,60}\b(?:in its entirety|operative|in force)\b[^.;]{0,160}\bwithout\b[^.;]{0,80}\bbenefit|\bremains\s+in\s+force\b[^.;]{0,60}\bbetween\b/i
const hindered = new RegExp(String.raw`\b${hinder}[^.;]{0,60}?\bentry\s+into\s+force`, 'i')
const noForce =
  /\b(?:shall|will|does|do|can|could|would)\s*not\s+(?:therefore\s+)?(?:enter|be|come)\s+(?:into|in)\s+force\b|\bnot\s+(?:be\s+)?bound\s+by\s+the\s+(?:treaty|convention|protocol|covenant)\s+in\s+(?:relation|its\s+relations)\s+(?:to|with)/i

/** Reads what an objection says of the treaty between the two States. */
export function effectOf(text: string): ObjectionEffect {
  if (denied.test(text) || deniedAny.test(text) || operative.test(text)) return 'does-not-bar'
  return hindered.test(text) || noForce.test(text) ? 'bars-entry-into-force' : 'not-stated'
}

/** “[Same objection, mutatis mutandis, as the one made for Malaysia.]”: where the other’s name begins; null if it is none. */
export function sameAsAt(text: string): number | null {
  const found =
    /^\W*same\s+(?:objection|text|communication|reservation)[^.]*?\bmade\s+(?:for|by|with regard to|with respect to|in respect of|concerning|regarding)\s+/i.exec(
      text,
    )
  return found === null ? null : found[0].length
}

/** Whether a text in place of an objection says that it is that of another place. */
export const isSameAsOther = (text: string): boolean =>
  /^\W*same\s+(?:objection|text|communication)/i.test(text)

import type { Instrument } from '../../../db/instruments.js'
import type { MetPrecondition, OutstandingItem } from '../../../domain/outstanding.js'
import type { Requirement } from '../../../domain/vocabulary.js'
import type { MessageKey } from '../../../messages/catalogues.js'
import type { Messages } from '../../../messages/messages.js'
import type { Sentence } from '../sentence.js'

/** Why that is the next step: a sentence that still wants its `{article}`, which may be empty. */
export function reasonOf(
  { when, day }: Messages,
  { nextStep, standing }: OutstandingItem,
  { signatureUntil }: Instrument,
): Sentence {
  const signature = standing?.signature
  if (nextStep === 'ratify' && signature)
    return { key: 'state-todo-ratify', values: { when: when(signature) } }
  if (nextStep === 'accede' && signatureUntil !== null)
    return { key: 'state-todo-accede', values: { date: day(signatureUntil) } }
  return { key: 'state-todo-sign' }
}

/**
 * The article that says so. Signature, ratification and accession are paragraphs of one article, of which the record holds that on
 * signature.
 * @see UNTOC art. 36; Trafficking Protocol art. 16; OPSC art. 13; CEDAW art. 25; Supplementary Slavery Convention art. 11
 */
export const articleBehind = (
  { nextStep }: Pick<OutstandingItem, 'nextStep'>,
  { signatureArticle }: Pick<Instrument, 'signatureArticle'>,
): string | null =>
  nextStep === 'sign-and-ratify-or-accede'
    ? signatureArticle
    : (signatureArticle?.replace(/\(\d+\)$/, '') ?? null)

const conditions: Readonly<Record<Requirement, MessageKey>> = {
  party: 'state-condition-party',
  'party-or-signatory': 'state-condition-party-or-signatory',
  'un-or-specialized-agency-member': 'state-condition-member',
}

/** A precondition, and whether the State meets it: a sentence that still wants its `{article}`. */
export const conditionOf = (
  { required, requires, met }: MetPrecondition,
  shortNameOf: (code: string) => string,
): Sentence => ({
  key: conditions[requires],
  values: { met, ...(required !== null && { instrument: shortNameOf(required) }) },
})

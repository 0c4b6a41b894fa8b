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

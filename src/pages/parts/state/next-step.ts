import type { Instrument } from '../../../db/instruments.js'
import type { MetPrecondition, OutstandingItem } from '../../../domain/outstanding.js'
import { dayInWords, whenInWords } from '../../../domain/wording.js'

/** Why that is the next step. */
export function reasonOf({ nextStep, standing }: OutstandingItem, { signatureUntil }: Instrument): string {
  const signature = standing?.signature
  if (nextStep === 'ratify')
    return `It signed${signature ? ` ${whenInWords(signature)}` : ''} and is not bound until it deposits its ratification, acceptance or approval.`
  if (nextStep === 'accede' && signatureUntil !== null)
    return `Signature closed on ${dayInWords(signatureUntil)}; accession is open.`
  return 'Signature is still open.'
}

/** A precondition, and whether the State meets it. */
export function conditionInWords(
  { required, requires, met }: MetPrecondition,
  shortNameOf: (code: string) => string,
): string {
  const name = required === null ? '' : shortNameOf(required)
  const words = {
    party: `Open to parties to ${name}`,
    'party-or-signatory': `Open to States that are party to ${name} or have signed it`,
    'un-or-specialized-agency-member': 'Open to Members of the United Nations or of a specialized agency',
  }
  return `${words[requires]}: ${met ? 'it is one.' : 'it is not one yet, and must be first.'}`
}

import type { Instrument } from '../../../db/instruments.js'
import type { MetPrecondition, OutstandingItem } from '../../../domain/outstanding.js'
import { dayInWords, whenInWords } from '../../../domain/wording.js'
import { nextStepWords } from '../words.js'

interface Props {
  readonly item: OutstandingItem
  readonly instrument: Instrument
  readonly shortNameOf: (code: string) => string
}

/** What is left to do for one instrument, with the articles that say so. */
export function LeftToDo({ item, instrument, shortNameOf }: Props) {
  return (
    <div class="todo">
      <p>
        <b>{nextStepWords[item.nextStep]}.</b> {reasonOf(item, instrument)}
        {instrument.signatureArticle && <span class="article"> ({instrument.signatureArticle})</span>}
      </p>
      {item.preconditions.map((condition) => (
        <p key={condition.article} class="condition">
          {conditionInWords(condition, shortNameOf)} <span class="article">({condition.article})</span>
        </p>
      ))}
    </div>
  )
}

function reasonOf({ nextStep, standing }: OutstandingItem, { signatureUntil }: Instrument): string {
  const signature = standing?.signature
  if (nextStep === 'ratify')
    return `It signed${signature ? ` ${whenInWords(signature)}` : ''} and is not bound until it deposits its ratification, acceptance or approval.`
  if (nextStep === 'accede' && signatureUntil !== null)
    return `Signature closed on ${dayInWords(signatureUntil)}; accession is open.`
  return 'Signature is still open.'
}

function conditionInWords({ required, requires, met }: MetPrecondition, shortNameOf: Props['shortNameOf']) {
  const name = required === null ? '' : shortNameOf(required)
  const words = {
    party: `Open to parties to ${name}`,
    'party-or-signatory': `Open to States that are party to ${name} or have signed it`,
    'un-or-specialized-agency-member': 'Open to Members of the United Nations or of a specialized agency',
  }
  return `${words[requires]}: ${met ? 'it is one.' : 'it is not one yet, and must be first.'}`
}

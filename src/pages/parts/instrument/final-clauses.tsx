import type { Instrument } from '../../../db/instruments.js'
import type { Precondition } from '../../../domain/outstanding.js'
import type { Day } from '../../../domain/vocabulary.js'
import { dayInWords } from '../../../domain/wording.js'
import { entryIntoForceWords, withdrawalWords } from '../words.js'

interface Props {
  readonly instrument: Instrument
  readonly asOf: Day
  readonly shortNameOf: (code: string) => string
}

/** The final clauses on becoming a party and on withdrawing in plain words, each with its article. */
export function FinalClauses({ instrument, asOf, shortNameOf }: Props) {
  const { preconditions } = instrument
  return (
    <section aria-labelledby="clauses">
      <h2 id="clauses">What its final clauses say</h2>
      <dl class="clauses">
        <Clause what="Signing" article={instrument.signatureArticle}>
          {signatureInWords(instrument, asOf)}
        </Clause>
        <Clause
          what="Entry into force for a State that becomes a party"
          article={instrument.entryIntoForceArticle}
        >
          {instrument.entryIntoForceRule === null
            ? 'The record does not hold the rule, and reckons no days by it.'
            : `It enters into force for the State ${entryIntoForceWords[instrument.entryIntoForceRule]}.`}
        </Clause>
        <Clause what="Leaving" article={instrument.withdrawalArticle}>
          {withdrawalInWords(instrument, shortNameOf)}
        </Clause>
        {preconditions.map((condition) => (
          <Clause key={condition.article} what="Who may become a party" article={condition.article}>
            {conditionOf(condition, shortNameOf)}
          </Clause>
        ))}
      </dl>
    </section>
  )
}

function Clause({ what, article, children }: { what: string; article: string | null; children: string }) {
  return (
    <div>
      <dt>{what}</dt>
      <dd>
        {children}
        {article && <span class="article"> ({article})</span>}
      </dd>
    </div>
  )
}

function signatureInWords({ signatureUntil, signatureArticle }: Instrument, asOf: Day): string {
  if (signatureUntil !== null && asOf <= signatureUntil)
    return `It is open for signature until ${dayInWords(signatureUntil)}. A State signs and then ratifies, or accedes.`
  if (signatureUntil !== null)
    return `Signature closed on ${dayInWords(signatureUntil)}. Who has signed ratifies, accepts or approves; everybody else accedes.`
  return signatureArticle === null
    ? 'The record does not hold until when it may be signed.'
    : 'It stays open for signature. A State signs and then ratifies, or accedes.'
}

function withdrawalInWords(instrument: Instrument, shortNameOf: Props['shortNameOf']): string {
  const { withdrawalRule, convention, conventionArticle } = instrument
  const own =
    withdrawalRule === null
      ? 'The record holds no rule for withdrawal from it.'
      : `A withdrawal takes effect ${withdrawalWords[withdrawalRule]}.`
  if (convention === null) return own
  return `${own} Leaving ${shortNameOf(convention)} entails leaving it${conventionArticle ? ` (${conventionArticle})` : ''}.`
}

function conditionOf({ required, requires }: Precondition, shortNameOf: Props['shortNameOf']): string {
  const name = required === null ? '' : shortNameOf(required)
  const words = {
    party: `A State must be a party to ${name}.`,
    'party-or-signatory': `A State must be a party to ${name}, or have signed it.`,
    'un-or-specialized-agency-member':
      'It is open to Members of the United Nations or of a specialized agency, and to States that the General Assembly invites.',
  }
  return words[requires]
}

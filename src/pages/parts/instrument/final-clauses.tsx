import type { ComponentChildren } from 'preact'
import { shortNamesOf } from '../../../answers/instruments.js'
import type { Instrument } from '../../../db/instruments.js'
import type { Precondition } from '../../../domain/outstanding.js'
import type { Day, EntryIntoForceRule, WithdrawalRule } from '../../../domain/vocabulary.js'
import type { Messages } from '../../../messages/messages.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { Article } from '../article.js'
import { InBrackets } from '../in-brackets.js'

interface Props {
  readonly instrument: Instrument
  /** The instruments of the record, for their names in the language of the page. */
  readonly instruments: readonly Instrument[]
  readonly asOf: Day
}

/** The final clauses on becoming a party and on withdrawing in plain words, each with its article. */
export function FinalClauses({ instrument, instruments, asOf }: Props) {
  const messages = useMessages()
  const { say } = messages
  const { entryIntoForceRule: entry, preconditions } = instrument
  return (
    <section aria-labelledby="clauses">
      <h2 id="clauses">{say('final-clauses-h2')}</h2>
      <dl class="clauses">
        <Clause what={say('signing')} article={instrument.signatureArticle} instruments={instruments}>
          {signatureInWords(messages, instrument, asOf)}
        </Clause>
        <Clause
          what={say('entry-for-joiner')}
          article={instrument.entryIntoForceArticle}
          instruments={instruments}
        >
          {entry === null ? say('no-entry-rule') : say('entry-rule', { rule: entryRules[entry] })}
        </Clause>
        <Clause what={say('leaving')} article={instrument.withdrawalArticle} instruments={instruments}>
          <Withdrawal instrument={instrument} instruments={instruments} />
        </Clause>
        {preconditions.map((condition) => (
          <Clause
            key={condition.article}
            what={say('who-may-join')}
            article={condition.article}
            instruments={instruments}
          >
            {conditionIn(messages, condition, instruments)}
          </Clause>
        ))}
      </dl>
    </section>
  )
}

interface ClauseProps extends Pick<Props, 'instruments'> {
  readonly what: string
  readonly article: string | null
  readonly children: ComponentChildren
}

const Clause = ({ what, article, instruments, children }: ClauseProps) => (
  <div>
    <dt>{what}</dt>
    <dd>
      {children}
      {article && (
        <span class="article">
          <InBrackets>
            <Article of={article} instruments={instruments} />
          </InBrackets>
        </span>
      )}
    </dd>
  </div>
)

/** How messages choose between rules. */
const entryRules: Readonly<Record<EntryIntoForceRule, string>> = {
  'thirtieth-day-after-deposit': 'thirtieth',
  'one-month-after-deposit': 'month',
  'date-of-deposit': 'day',
}

const withdrawalRules: Readonly<Record<WithdrawalRule, string>> = {
  'one-year-after-notification': 'year',
  'end-of-three-year-period': 'period',
}

function signatureInWords(
  { say, day }: Messages,
  { signatureUntil, signatureArticle }: Instrument,
  asOf: Day,
): string {
  if (signatureUntil === null) return say(signatureArticle === null ? 'sign-unknown' : 'sign-stays-open')
  return say(asOf <= signatureUntil ? 'sign-open-until' : 'sign-closed', { date: day(signatureUntil) })
}

function Withdrawal({ instrument, instruments }: Pick<Props, 'instrument' | 'instruments'>) {
  const { say, parts } = useMessages()
  const { withdrawalRule, convention, conventionArticle } = instrument
  const own =
    withdrawalRule === null
      ? say('no-withdrawal-rule')
      : say('withdrawal-effect', { rule: withdrawalRules[withdrawalRule] })
  if (convention === null) return <>{own}</>
  const article = conventionArticle && (
    <InBrackets>
      <Article of={conventionArticle} instruments={instruments} />
    </InBrackets>
  )
  return (
    <>
      {own}{' '}
      {parts('leaving-entails', {
        convention: nameOf(convention, instruments),
        article: article ?? '',
      })}
    </>
  )
}

const nameOf = (code: string, instruments: readonly Instrument[]): string =>
  shortNamesOf({ instruments })(code)

function conditionIn(
  { say }: Messages,
  { required, requires }: Precondition,
  instruments: readonly Instrument[],
): string {
  const instrument = required === null ? '' : nameOf(required, instruments)
  const words = {
    party: () => say('must-be-party', { instrument }),
    'party-or-signatory': () => say('must-be-party-or-signatory', { instrument }),
    'un-or-specialized-agency-member': () => say('open-to-un-members'),
  }
  return words[requires]()
}

import type { ComponentChildren } from 'preact'
import type { DiscussedStatement } from '../../../answers/statements/reactions.js'
import type { StateStatements } from '../../../answers/statements/state-statements.js'
import type { StatementRow } from '../../../answers/statements/statements.js'
import type { StatusKind } from '../../../domain/vocabulary.js'
import { type Address, pageLink } from '../../frame/address.js'
import { English } from '../../frame/languages/english.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { Name } from '../name.js'
import { forbiddenInWords } from './forbidden.js'
import { OfOthers } from './of-others.js'
import { inShort } from './short.js'
import { StateTerritories } from './state-territories.js'
import { StatementItem } from './statement-item.js'
import { coverageInWords, whenOf } from './statement-words.js'

interface Props {
  readonly address: Address
  readonly status: StatusKind
  readonly found: StateStatements
}

/** What a State has reserved and declared to one instrument, and what others said of it. On paper it is one line. */
export function StatementsOfState({ address, status, found }: Props) {
  const messages = useMessages()
  const { own, ofOthers, ofItsActs, territories } = found
  const isSilent = own.length + ofOthers.length + ofItsActs.length + territories.length === 0
  if (isSilent && status === 'none') return null
  const gone = own.filter(isGone)
  const short = inShort(messages, found, status)
  return (
    <div class="said">
      {short && <p class="in-short">{messages.say('statement-short', { text: short })}</p>}
      <div class="in-full">
        <Statements address={address} rows={own.filter((one) => !isGone(one))} />
        <ItsActs rows={ofItsActs} />
        <StateTerritories rows={territories} />
        {gone.length > 0 && (
          <details>
            <summary>{messages.say('statements-gone', { n: gone.length })}</summary>
            <Statements address={address} rows={gone} />
          </details>
        )}
        <OfOthers address={address} rows={ofOthers} />
        <Coverage address={address} found={found} />
      </div>
    </div>
  )
}

const isGone = ({ standing }: StatementRow): boolean => standing === 'withdrawn' || standing === 'lapsed'

const Statements = ({ address, rows }: { address: Address; rows: readonly DiscussedStatement[] }) =>
  rows.length === 0 ? null : (
    <ul class="statements">
      {rows.map((one) => (
        <StatementItem key={one.statement.id} address={address} said={one} />
      ))}
    </ul>
  )

/** What others said of a signature or of a territory, in our own words. */
function ItsActs({ rows }: { rows: readonly StatementRow[] }) {
  const messages = useMessages()
  if (rows.length === 0) return null
  return (
    <ul class="reactions">
      {rows.map(({ state, statement, events }) => (
        <li key={statement.id}>
          {messages.parts<ComponentChildren>('objection-of', {
            kind: statement.kind,
            state: <Name of={state} />,
            when: events[0] === undefined ? '' : whenOf(messages, events[0]),
            summary: statement.summary === null ? 'none' : <English>{statement.summary}</English>,
          })}
        </li>
      ))}
    </ul>
  )
}

/** What an empty list means, and where all of the instrument's statements are. */
function Coverage({ address, found: { instrument, coverage, own } }: Pick<Props, 'address' | 'found'>) {
  const messages = useMessages()
  const { say } = messages
  const name = instrument.shortName
  const forbidden = forbiddenInWords(messages, instrument)
  return (
    <p class="coverage">
      {own.length === 0 && coverage.coverage === 'whole' && `${say('statements-none-of-it')} `}
      {forbidden && `${forbidden} `}
      {coverageInWords(messages, coverage, name)}{' '}
      <a href={pageLink(address, `/instruments/${instrument.code}/statements`)}>
        {say('statements-all', { instrument: name })}
      </a>
      {instrument.url && (
        <>
          {' · '}
          <a href={instrument.url}>{say('statements-depositary-text')}</a>
        </>
      )}
    </p>
  )
}

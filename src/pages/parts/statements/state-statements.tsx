import type { DiscussedStatement } from '../../../answers/statements/reactions.js'
import type { StateStatements } from '../../../answers/statements/state-statements.js'
import type { StatementRow } from '../../../answers/statements/statements.js'
import type { StatusKind } from '../../../domain/vocabulary.js'
import { counted } from '../../../domain/wording.js'
import { type Address, pageLink } from '../../frame/address.js'
import { capitalised } from '../words.js'
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
  const { own, ofOthers, ofItsActs, territories } = found
  const isSilent = own.length + ofOthers.length + ofItsActs.length + territories.length === 0
  if (isSilent && status === 'none') return null
  const gone = own.filter(isGone)
  const short = inShort(found, status)
  return (
    <div class="said">
      {short && <p class="in-short">{short}.</p>}
      <div class="in-full">
        <Statements address={address} rows={own.filter((one) => !isGone(one))} />
        <ItsActs rows={ofItsActs} />
        <StateTerritories rows={territories} />
        {gone.length > 0 && (
          <details>
            <summary>{counted(gone.length, 'statement')} withdrawn or lapsed</summary>
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
const ItsActs = ({ rows }: { rows: readonly StatementRow[] }) =>
  rows.length === 0 ? null : (
    <ul class="reactions">
      {rows.map(({ state, statement, events }) => (
        <li key={statement.id}>
          {capitalised(statement.kind)} of {state.name}, {events[0] && whenOf(events[0])}
          {statement.summary && `: ${statement.summary}`}
        </li>
      ))}
    </ul>
  )

/** What an empty list means, and where all of the instrument's statements are. */
function Coverage({ address, found: { instrument, coverage, own } }: Pick<Props, 'address' | 'found'>) {
  const { code, shortName, noReservationsArticle } = instrument
  return (
    <p class="coverage">
      {own.length === 0 &&
        coverage.coverage === 'whole' &&
        'No reservation, declaration or understanding of it. '}
      {noReservationsArticle && `It allows no reservations (${noReservationsArticle}). `}
      {coverageInWords(coverage, shortName)}{' '}
      <a href={pageLink(address, `/instruments/${code}/statements`)}>All statements on {shortName}</a>
      {instrument.url && (
        <>
          {' · '}
          <a href={instrument.url}>The depositary’s text</a>
        </>
      )}
    </p>
  )
}

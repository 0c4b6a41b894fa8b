import type { DiscussedStatement } from '../../../answers/statements/reactions.js'
import { type Address, pageLink } from '../../frame/address.js'
import { Name } from '../name.js'
import { StatementItem } from './statement-item.js'

interface Props {
  readonly address: Address
  /** The statements by State, those for a territory alone last. */
  readonly shown: readonly (readonly DiscussedStatement[])[]
  /** Whether days and objections are left to the pages of States: a whole list would be too long. */
  readonly isBrief: boolean
  readonly csv: string
}

const byChoice = 'Choose an article or a regional group to see all days, and who objected.'
const onStates = 'The page of each State has all days, and who objected.'

/** The statements of each State, with who objected. */
export const StatementList = ({ address, shown, isBrief, csv }: Props) =>
  shown.length === 0 ? null : (
    <section aria-labelledby="list">
      <h2 id="list">By State</h2>
      <p class="tally">
        {isBrief && `${address.isStatic ? onStates : byChoice} `}
        <a href={csv}>Download as CSV</a>
      </p>
      <ol class="rows by-state">
        {shown.map((own) => (
          <li key={own[0]?.state.code}>
            <h3>{own[0] && <StateLink address={address} of={own[0]} />}</h3>
            <ul class="statements">
              {own.map((one) => (
                <StatementItem key={one.statement.id} address={address} said={one} isBrief={isBrief} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  )

const StateLink = ({ address, of: { state } }: { address: Address; of: DiscussedStatement }) => (
  <a href={pageLink(address, `/states/${state.code}`)}>
    <Name of={state} lang={address.lang} />
  </a>
)

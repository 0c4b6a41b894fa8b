import type { DiscussedStatement } from '../../../answers/statements/reactions.js'
import { type Address, pageLink } from '../../frame/address.js'
import { useMessages } from '../../frame/languages/use-messages.js'
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

/** The statements of each State, with who objected. */
export function StatementList({ address, shown, isBrief, csv }: Props) {
  const { say } = useMessages()
  if (shown.length === 0) return null
  return (
    <section aria-labelledby="list">
      <h2 id="list">{say('statements-by-state')}</h2>
      <p class="tally">
        {isBrief && `${say(address.isStatic ? 'statements-on-states' : 'statements-choose')} `}
        <a href={csv}>{say('download-as-csv')}</a>
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
}

const StateLink = ({ address, of: { state } }: { address: Address; of: DiscussedStatement }) => (
  <a href={pageLink(address, `/states/${state.code}`)}>
    <Name of={state} />
  </a>
)

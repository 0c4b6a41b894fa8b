import type { GroupMember } from '../../../answers/groups/groups.js'
import { capitalised } from '../../../messages/capitalised.js'
import { type Address, pageLink } from '../../frame/address.js'
import { English } from '../../frame/languages/english.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { Name } from '../name.js'
import { Scroll } from '../scroll.js'

interface Props {
  readonly address: Address
  readonly label: string
  readonly rows: readonly GroupMember[]
  /** Whether the memberships have ended. */
  readonly isPast?: boolean
}

/** Memberships, with their days and where the record has them from. */
export function MemberTable({ address, label, rows, isPast = false }: Props) {
  const messages = useMessages()
  const { say, parts, printedDay } = messages
  return (
    <Scroll label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('state')}</th>
            <th scope="col">{say('group-from')}</th>
            {isPast && <th scope="col">{say('group-left')}</th>}
            <th scope="col">{capitalised(say('source'))}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ state, period: { from, until, certainty, source } }) => (
            <tr key={`${state.code} ${from}`}>
              <th scope="row">
                <a href={pageLink(address, `/states/${state.code}`)}>
                  <Name of={state} />
                </a>
              </th>
              <td>{from === null ? say('group-no-day') : printedDay(from)}</td>
              {isPast && <td>{until !== null && printedDay(until)}</td>}
              <td>
                <small>
                  {parts('label-value', {
                    label: say(`certainty-${certainty}`),
                    value: <English>{source}</English>,
                  })}
                </small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

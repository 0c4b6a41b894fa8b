import type { GroupMember } from '../../../answers/groups/groups.js'
import { type Address, pageLink } from '../../frame/address.js'
import { Name } from '../name.js'
import { Scroll } from '../scroll.js'
import { printedDay } from '../words.js'

interface Props {
  readonly address: Address
  readonly label: string
  readonly rows: readonly GroupMember[]
  /** Whether the memberships have ended. */
  readonly isPast?: boolean
}

/** Memberships, with their days and where the record has them from. */
export const MemberTable = ({ address, label, rows, isPast = false }: Props) => (
  <Scroll label={label}>
    <table>
      <thead>
        <tr>
          <th scope="col">State</th>
          <th scope="col">Member from</th>
          {isPast && <th scope="col">Left</th>}
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ state, period: { from, until, certainty, source } }) => (
          <tr key={`${state.code} ${from}`}>
            <th scope="row">
              <a href={pageLink(address, `/states/${state.code}`)}>
                <Name of={state} lang={address.lang} />
              </a>
            </th>
            <td>{from === null ? 'no day' : printedDay(from)}</td>
            {isPast && <td>{until !== null && printedDay(until)}</td>}
            <td>
              <small>
                {certainty}: {source}
              </small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
)

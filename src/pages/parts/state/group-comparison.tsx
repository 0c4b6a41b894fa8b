import type { GroupShare } from '../../../answers/groups/groups.js'
import type { Group } from '../../../db/groups/groups.js'
import type { Instrument } from '../../../db/instruments.js'
import type { StatusKind } from '../../../domain/vocabulary.js'
import { capitalised } from '../../../messages/capitalised.js'
import { groupNameIn, groupShortNameIn } from '../../../messages/group-names.js'
import { type Address, pageLink, sameWith } from '../../frame/address.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import type { PageContext } from '../../frame/page-context.js'
import { Bar } from '../../pictures/bar.js'
import { StatusMark } from '../../pictures/status-mark.js'
import { GroupName, languageOf } from '../groups/group-name.js'
import { RecordAsAt, statusLabel } from '../record-day.js'
import { Scroll } from '../scroll.js'

export interface GroupRow {
  readonly instrument: Instrument
  readonly status: StatusKind
  readonly group: GroupShare
  readonly all: GroupShare
}

/** The State beside one group. */
export interface ComparedGroups {
  readonly rows: readonly GroupRow[]
  readonly group: Group
  /** Every group that it is in. */
  readonly groups: readonly Group[]
}

interface Props extends ComparedGroups {
  readonly pageContext: PageContext
}

/** Compares the State with one of its groups, which the reader chooses, and with all Members. */
export function GroupComparison({ pageContext: { address }, rows, group, groups }: Props) {
  const messages = useMessages()
  const { say } = messages
  return (
    <section aria-labelledby="group" class="compared">
      <h2 id="group">{say('state-beside-groups')}</h2>
      <div class="filters">
        <nav aria-label={say('state-its-groups')}>
          {groups.map((one) => (
            <GroupChip key={one.code} address={address} of={one} isChosen={one === group} />
          ))}
        </nav>
      </div>
      <Scroll label={say('state-comparison')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{capitalised(say('instrument'))}</th>
              <th scope="col">{say('this-state')}</th>
              <th scope="col">
                <a href={pageLink(address, `/groups/${group.code}`)}>
                  <GroupName of={group} />
                </a>
              </th>
              <th scope="col">{say('all-members')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ instrument, status, group: own, all }) => (
              <tr key={instrument.code}>
                <th scope="row">
                  <a href={pageLink(address, `/instruments/${instrument.code}`, { group: group.code })}>
                    {instrument.shortName}
                  </a>
                </th>
                <td>
                  <StatusMark
                    status={status}
                    word={statusLabel(messages, status, address.asOf, instrument)}
                  />
                  <RecordAsAt instrument={instrument} />
                </td>
                <ShareCell {...own} />
                <ShareCell {...all} />
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

/** A link that compares with a group, by its abbreviation. */
function GroupChip({ address, of, isChosen }: { address: Address; of: Group; isChosen: boolean }) {
  const messages = useMessages()
  const short = groupShortNameIn(messages, of)
  return (
    <a
      class="chip"
      {...languageOf(messages, short)}
      title={groupNameIn(messages, of).text}
      href={sameWith(address, { group: of.code }, '#group')}
      aria-current={isChosen ? 'true' : undefined}
    >
      {short.text}
    </a>
  )
}

function ShareCell({ parties, members }: GroupShare) {
  const { say, percent } = useMessages()
  return (
    <td>
      <span class="share">
        {say('n-of-total', { n: parties, total: members })} <small>{percent(parties, members)}</small>
      </span>
      <Bar whole={members} segments={[{ tone: 'party', size: parties }]} />
    </td>
  )
}

import type { GroupShare } from '../../../answers/groups/groups.js'
import type { Group } from '../../../db/groups/groups.js'
import type { Instrument } from '../../../db/instruments.js'
import type { StatusKind } from '../../../domain/vocabulary.js'
import { pageLink, sameWith } from '../../frame/address.js'
import type { PageContext } from '../../frame/page-context.js'
import { Bar } from '../../pictures/bar.js'
import { StatusMark } from '../../pictures/status-mark.js'
import { RecordAsAt, statusWord } from '../record-day.js'
import { Scroll } from '../scroll.js'
import { percent } from '../words.js'

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
  return (
    <section aria-labelledby="group" class="compared">
      <h2 id="group">Beside its groups</h2>
      <div class="filters">
        <nav aria-label="Its groups">
          {groups.map((one) => (
            <a
              key={one.code}
              class="chip"
              title={one.name}
              href={sameWith(address, { group: one.code }, '#group')}
              aria-current={one === group ? 'true' : undefined}
            >
              {one.shortName ?? one.name}
            </a>
          ))}
        </nav>
      </div>
      <Scroll label={`Comparison with ${group.name}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">Instrument</th>
              <th scope="col">This State</th>
              <th scope="col">
                <a href={pageLink(address, `/groups/${group.code}`)}>{group.name}</a>
              </th>
              <th scope="col">All Members</th>
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
                  <StatusMark status={status} word={statusWord(status, address.asOf, instrument)} />
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

export const ShareCell = ({ parties, members }: GroupShare) => (
  <td>
    <span class="share">
      {parties} of {members} <small>{percent(parties, members)}</small>
    </span>
    <Bar whole={members} segments={[{ tone: 'party', size: parties }]} />
  </td>
)

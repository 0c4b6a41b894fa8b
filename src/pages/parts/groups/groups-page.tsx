import type { CountedGroup, GroupShare } from '../../../answers/groups/groups.js'
import type { Group } from '../../../db/groups/groups.js'
import type { Instrument } from '../../../db/instruments.js'
import { grouped } from '../../../domain/grouped.js'
import type { GroupKind } from '../../../domain/vocabulary.js'
import { counted, dayInWords } from '../../../domain/wording.js'
import { pageLink } from '../../frame/address.js'
import type { PageInfo } from '../../frame/metadata.js'
import { Page } from '../../frame/page.js'
import type { PageContext } from '../../frame/page-context.js'
import { InstrumentHeadings } from '../instrument-headings.js'
import { Scroll } from '../scroll.js'
import { groupKindWords } from '../words.js'

interface Props {
  readonly pageContext: PageContext
  readonly info: PageInfo
  readonly groups: readonly CountedGroup[]
  readonly instruments: readonly Instrument[]
  readonly shareOf: (group: Group, instrument: Instrument) => GroupShare
  readonly csv: string
}

/** Every group by kind, with how many of its States are parties to each instrument. */
export function GroupsPage(props: Props) {
  const { pageContext, info, groups, csv } = props
  return (
    <Page pageContext={pageContext} info={info}>
      <section class="opening">
        <h1>Groups of States</h1>
        <p class="lead">
          How many States of each group are parties to each instrument. Members are those of{' '}
          {dayInWords(pageContext.address.asOf)}: full members, without observers and associates.
        </p>
        <p class="tally">
          {counted(groups.length, 'group')} · <a href={csv}>Download as CSV</a>
        </p>
      </section>
      {[...grouped(groups, ({ group }) => group.kind)].map(([kind, of]) => (
        <GroupTable key={kind} {...props} kind={kind} groups={of} />
      ))}
    </Page>
  )
}

function GroupTable({
  pageContext: { address },
  kind,
  groups,
  instruments,
  shareOf,
}: Props & { kind: GroupKind }) {
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{groupKindWords[kind]}</h2>
      <Scroll label={`${groupKindWords[kind]}, by instrument`}>
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">Group</th>
              <th scope="col">Members</th>
              <InstrumentHeadings instruments={instruments} address={address} />
            </tr>
          </thead>
          <tbody>
            {groups.map(({ group, members }) => (
              <tr key={group.code}>
                <th scope="row">
                  <a href={pageLink(address, `/groups/${group.code}`)}>{group.name}</a>
                </th>
                <td>{members}</td>
                {instruments.map((instrument) => (
                  <Share key={instrument.code} {...shareOf(group, instrument)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

const Share = ({ parties, members }: GroupShare) => (
  <td class={parties < members ? 'open' : undefined}>
    {parties === members && members > 0 ? 'All' : `${parties} of ${members}`}
  </td>
)

import type { CountedGroup, GroupShare } from '../../../answers/groups/groups.js'
import type { Group } from '../../../db/groups/groups.js'
import type { Instrument } from '../../../db/instruments.js'
import { grouped } from '../../../domain/grouped.js'
import type { GroupKind } from '../../../domain/vocabulary.js'
import { groupOrderIn } from '../../../messages/group-names.js'
import { pageLink } from '../../frame/address.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { apiLink } from '../../frame/links/api-link.js'
import type { PageInfo } from '../../frame/metadata.js'
import { Page } from '../../frame/page.js'
import type { PageContext } from '../../frame/page-context.js'
import { InstrumentHeadings } from '../instrument-headings.js'
import { Scroll } from '../scroll.js'
import { GroupName } from './group-name.js'

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
  const { say, day, lang } = useMessages()
  const { pageContext, info, groups, csv } = props
  return (
    <Page pageContext={pageContext} info={info}>
      <section class="opening">
        <h1>{say('groups-title')}</h1>
        <p class="lead">{say('groups-lead', { date: day(pageContext.address.asOf) })}</p>
        <p class="tally">
          {say('groups-count', { n: groups.length })} ·{' '}
          <a href={apiLink(lang, csv)}>{say('download-as-csv')}</a>
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
  const messages = useMessages()
  const { say } = messages
  const order = groupOrderIn(messages)
  const heading = say(`group-kind-${kind}`)
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{heading}</h2>
      <Scroll label={say('group-by-instrument', { group: heading })}>
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">{say('groups-group')}</th>
              <th scope="col">{say('groups-members')}</th>
              <InstrumentHeadings instruments={instruments} address={address} />
            </tr>
          </thead>
          <tbody>
            {groups
              .toSorted((a, b) => order(a.group, b.group))
              .map(({ group, members }) => (
                <tr key={group.code}>
                  <th scope="row">
                    <a href={pageLink(address, `/groups/${group.code}`)}>
                      <GroupName of={group} />
                    </a>
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

function Share({ parties, members }: GroupShare) {
  const { say } = useMessages()
  return (
    <td class={parties < members ? 'open' : undefined}>
      {parties === members && members > 0
        ? say('groups-all-parties')
        : say('n-of-total', { n: parties, total: members })}
    </td>
  )
}

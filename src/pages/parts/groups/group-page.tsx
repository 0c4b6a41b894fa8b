import type { GroupMember, GroupOnDay, GroupStanding } from '../../../answers/groups/groups.js'
import { counted, dayInWords } from '../../../domain/wording.js'
import { type Address, pageLink } from '../../frame/address.js'
import type { PageInfo } from '../../frame/metadata.js'
import { Page } from '../../frame/page.js'
import type { PageContext } from '../../frame/page-context.js'
import { Bar } from '../../pictures/bar.js'
import { Name } from '../name.js'
import { RecordAsAt, statusWord } from '../record-day.js'
import { groupKindWords } from '../words.js'
import { MemberTable } from './member-table.js'

interface Props extends GroupOnDay {
  readonly pageContext: PageContext
  readonly info: PageInfo
  /** The members as CSV, from the API. */
  readonly csv: string
}

/** One group: how it stands to each instrument, and its members. */
export function GroupPage({ pageContext, info, csv, group, members, past, standings }: Props) {
  const { address } = pageContext
  return (
    <Page pageContext={pageContext} info={info}>
      <section class="opening">
        <p class="eyebrow">{groupKindWords[group.kind]}</p>
        <h1 class="long">{group.name}</h1>
        <p class="facts">
          {counted(members.length, 'member')} on {dayInWords(address.asOf)}
          {group.shortName !== null && ` · ${group.shortName}`} · <code>{group.code}</code>
          {group.url !== null && (
            <>
              {' '}
              · <a href={group.url}>Its own list</a>
            </>
          )}
        </p>
        <p class="doors">
          <a href={pageLink(address, '/outstanding', { group: group.code })}>What is left to ratify</a>
          <a href={pageLink(address, '/groups')}>All groups</a>
        </p>
      </section>
      <section aria-labelledby="standing">
        <h2 id="standing">Where its States stand</h2>
        {standings.map((one) => (
          <Standing key={one.instrument.code} address={address} code={group.code} standing={one} />
        ))}
      </section>
      <Members address={address} members={members} past={past} csv={csv} source={group.source} />
    </Page>
  )
}

function Standing({
  address,
  code,
  standing: { instrument, states, parties, missing },
}: {
  address: Address
  code: string
  standing: GroupStanding
}) {
  const to = (path: string) => pageLink(address, `/instruments/${instrument.code}${path}`, { group: code })
  const unknown = states - parties - missing.length
  return (
    <article class="stands">
      <h3>
        <a href={to('')}>{instrument.shortName}</a>
      </h3>
      <p>
        {parties} of {counted(states, 'State')} {parties === 1 ? 'is a party' : 'are parties'}{' '}
        <RecordAsAt instrument={instrument} />
      </p>
      <Bar whole={states} segments={[{ tone: 'party', size: parties }]} />
      {missing.length > 0 && (
        <p>
          Not parties:{' '}
          {missing.map(({ state, status }, at) => (
            <span key={state.code}>
              {at > 0 && ', '}
              <a href={pageLink(address, `/states/${state.code}`)}>
                <Name of={state} lang={address.lang} />
              </a>
              {status !== 'none' && ` (${statusWord(status, address.asOf, instrument).toLowerCase()})`}
            </span>
          ))}
          .
        </p>
      )}
      {unknown > 0 && (
        <p class="then">
          Of {counted(unknown, 'State')} not yet in the United Nations the record does not claim to know.
        </p>
      )}
      <p class="doors">
        <a href={`${to('')}#participants`}>Table by State</a>
        <a href={`${to('/statements')}#statements`}>Reservations</a>
      </p>
    </article>
  )
}

interface MembersProps {
  readonly address: Address
  readonly members: readonly GroupMember[]
  readonly past: readonly GroupMember[]
  readonly csv: string
  readonly source: string | null
}

function Members({ address, members, past, csv, source }: MembersProps) {
  return (
    <section aria-labelledby="members">
      <h2 id="members">Members</h2>
      <p class="tally">
        {counted(members.length, 'member')} · <a href={csv}>Download as CSV</a>
        {source !== null && ` · Compiled from: ${source}.`}
      </p>
      {members.length > 0 && (
        <MemberTable address={address} label="Members, with their days" rows={members} />
      )}
      {past.length > 0 && (
        <details>
          <summary>{counted(past.length, 'membership')} that ended</summary>
          <MemberTable address={address} label="Former members, with their days" rows={past} isPast />
        </details>
      )}
      <p class="then">
        A year or a month alone is all that a source gives: it counts from its last day. The day of leaving is
        the first on which a State was no longer a member.
      </p>
    </section>
  )
}

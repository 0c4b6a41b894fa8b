import type { GroupMember, GroupOnDay, GroupStanding } from '../../../answers/groups/groups.js'
import { groupNameIn, groupShortNameIn } from '../../../messages/group-names.js'
import { type Address, pageLink } from '../../frame/address.js'
import { English } from '../../frame/languages/english.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { apiLink } from '../../frame/links/api-link.js'
import type { PageInfo } from '../../frame/metadata.js'
import { Page } from '../../frame/page.js'
import type { PageContext } from '../../frame/page-context.js'
import { Bar } from '../../pictures/bar.js'
import { listed } from '../listed.js'
import { Name, NameOf } from '../name.js'
import { RecordAsAt, statusLabel } from '../record-day.js'
import { MemberTable } from './member-table.js'

interface Props extends GroupOnDay {
  readonly pageContext: PageContext
  readonly info: PageInfo
  /** The members as CSV, from the API. */
  readonly csv: string
}

/** One group: how it stands to each instrument, and its members. */
export function GroupPage({ pageContext, info, csv, group, members, past, standings }: Props) {
  const messages = useMessages()
  const { say, day } = messages
  const [name, short] = [groupNameIn(messages, group), groupShortNameIn(messages, group)]
  const { address } = pageContext
  return (
    <Page pageContext={pageContext} info={info}>
      <section class="opening">
        <p class="eyebrow">{say(`group-kind-${group.kind}`)}</p>
        <h1 class="long">
          <NameOf name={name} />
        </h1>
        <p class="facts">
          {say('group-members-on', { n: members.length, date: day(address.asOf) })}
          {short.text !== name.text && (
            <>
              {' · '}
              <NameOf name={short} />
            </>
          )}{' '}
          · <code>{group.code}</code>
          {group.url !== null && (
            <>
              {' '}
              · <a href={group.url}>{say('group-own-list')}</a>
            </>
          )}
        </p>
        <p class="doors">
          <a href={pageLink(address, '/outstanding', { group: group.code })}>{say('outstanding-h1')}</a>
          <a href={pageLink(address, '/groups')}>{say('group-every')}</a>
        </p>
      </section>
      <section aria-labelledby="standing">
        <h2 id="standing">{say('group-standing')}</h2>
        {standings.map((one) => (
          <Standing key={one.instrument.code} address={address} code={group.code} standing={one} />
        ))}
      </section>
      <Members address={address} members={members} past={past} csv={csv} source={group.source} />
    </Page>
  )
}

interface StandingProps {
  readonly address: Address
  readonly code: string
  readonly standing: GroupStanding
}

function Standing({ address, code, standing }: StandingProps) {
  const { say } = useMessages()
  const { instrument, states, parties, missing } = standing
  const to = (path: string) => pageLink(address, `/instruments/${instrument.code}${path}`, { group: code })
  const unknown = states - parties - missing.length
  return (
    <article class="stands">
      <h3>
        <a href={to('')}>{instrument.shortName}</a>
      </h3>
      <p>
        {say('group-parties', { n: parties, total: states })} <RecordAsAt instrument={instrument} />
      </p>
      <Bar whole={states} segments={[{ tone: 'party', size: parties }]} />
      {missing.length > 0 && <Missing address={address} standing={standing} />}
      {unknown > 0 && <p class="then">{say('group-unknown', { n: unknown })}</p>}
      <p class="doors">
        <a href={`${to('')}#participants`}>{say('group-table')}</a>
        <a href={`${to('/statements')}#statements`}>{say('group-reservations')}</a>
      </p>
    </article>
  )
}

/** The States of a group that are not parties to an instrument. */
function Missing({ address, standing: { instrument, missing } }: Omit<StandingProps, 'code'>) {
  const messages = useMessages()
  const { say, parts } = messages
  const states = missing.map(({ state, status }) => (
    <>
      <a href={pageLink(address, `/states/${state.code}`)}>
        <Name of={state} />
      </a>
      {status !== 'none' &&
        say('in-brackets', { text: statusLabel(messages, status, address.asOf, instrument).toLowerCase() })}
    </>
  ))
  return <p>{parts('group-not-parties', { list: listed(messages, states) })}</p>
}

interface MembersProps {
  readonly address: Address
  readonly members: readonly GroupMember[]
  readonly past: readonly GroupMember[]
  readonly csv: string
  readonly source: string | null
}

function Members({ address, members, past, csv, source }: MembersProps) {
  const { say, parts, lang } = useMessages()
  return (
    <section aria-labelledby="members">
      <h2 id="members">{say('groups-members')}</h2>
      <p class="tally">
        {say('group-members', { n: members.length })} ·{' '}
        <a href={apiLink(lang, csv)}>{say('download-as-csv')}</a>
        {source !== null && (
          <>
            {' · '}
            {parts('group-compiled', { source: <English>{source}</English> })}
          </>
        )}
      </p>
      {members.length > 0 && (
        <MemberTable address={address} label={say('group-members-days')} rows={members} />
      )}
      {past.length > 0 && (
        <details>
          <summary>{say('group-past', { n: past.length })}</summary>
          <MemberTable address={address} label={say('group-past-days')} rows={past} isPast />
        </details>
      )}
      <p class="then">{say('group-days-note')}</p>
    </section>
  )
}

import type { ComponentChildren } from 'preact'
import type { GroupChoice } from '../../../answers/groups/membership.js'
import type { Instrument } from '../../../db/instruments.js'
import type { LastLooks } from '../../../db/looks/looks.js'
import { isMemberOn } from '../../../domain/participant.js'
import { type Day, statuses } from '../../../domain/vocabulary.js'
import { pageLink } from '../../frame/address.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { FeedLinks } from '../../frame/links/feed-links.js'
import type { PageInfo } from '../../frame/metadata.js'
import { Page } from '../../frame/page.js'
import type { PageContext } from '../../frame/page-context.js'
import { type Shade, WorldMap } from '../../pictures/world-map.js'
import { Article } from '../article.js'
import { InBrackets } from '../in-brackets.js'
import { Title } from '../name.js'
import { ProgressChart } from '../progress-chart.js'
import { KnownGaps, RecordAsAt, statusLabel } from '../record-day.js'
import { InstrumentStatements, type ReservedView } from '../statements/instrument-statements.js'
import { Adoption } from './adoption.js'
import { FinalClauses } from './final-clauses.js'
import { MemberBar } from './instrument-bars.js'
import { InstrumentNav } from './instrument-nav.js'
import { type InstrumentProgress, thenInWords } from './instrument-progress.js'
import { LastLook } from './last-look.js'
import { type ParticipantRow, ParticipantsTable, type TableChoice } from './participants-table.js'

export interface InstrumentView {
  readonly progress: InstrumentProgress
  readonly isUrged: boolean
  /** All rows, before filters and sorting. */
  readonly all: readonly ParticipantRow[]
  readonly shown: readonly ParticipantRow[]
  readonly choice: TableChoice
  readonly groups: GroupChoice
  readonly csv: string
  readonly share: string
  /** All instruments of the record, for their names in the language of the page. */
  readonly instruments: readonly Instrument[]
  readonly reserved: ReservedView
  readonly looks: LastLooks
}

interface Props extends InstrumentView {
  readonly pageContext: PageContext
  readonly info: PageInfo
}

/** One instrument: who is a party, the growth over the years, and its final clauses. */
export function InstrumentPage(props: Props) {
  const { say } = useMessages()
  const { pageContext, info, progress, share } = props
  const { address } = pageContext
  const { instrument } = progress
  return (
    <Page pageContext={pageContext} info={info}>
      <Opening {...props} />
      <section aria-labelledby="map">
        <h2 id="map">{say('who-has-joined')}</h2>
        <StatusMap pageContext={pageContext} instrument={instrument} all={props.all} />
      </section>
      <section aria-labelledby="years">
        <h2 id="years">{say('parties-over-the-years')}</h2>
        <ProgressChart pageContext={pageContext} progress={[progress]} />
        <KnownGaps instruments={[instrument]} from={instrument.adoptedOn ?? ''} until={address.asOf} />
      </section>
      <InstrumentStatements address={address} instrument={instrument} reserved={props.reserved} />
      <ParticipantsTable {...props} instrument={instrument} />
      <FinalClauses instrument={instrument} instruments={props.instruments} asOf={address.asOf} />
      <p class="doors">
        <a href={share}>{say('badge-and-card')}</a>
        <a href={pageLink(address, '/changes', { instrument: instrument.code })}>
          {say('instrument-changes')}
        </a>
        <FeedLinks feed={info.feed} />
      </p>
    </Page>
  )
}

function Opening({ pageContext, progress, isUrged, all, instruments, looks }: Props) {
  const { say } = useMessages()
  const { address } = pageContext
  const { instrument } = progress
  return (
    <section class="opening">
      <p class="eyebrow">
        {instrument.shortName} · <bdi>{instrument.number}</bdi>
      </p>
      <h1 class="long">
        <Title of={instrument} />
      </h1>
      <p class="facts">
        <Adoption of={instrument} />{' '}
        <InForce instrument={instrument} instruments={instruments} asOf={address.asOf} />{' '}
        {instrument.url && <a href={instrument.url}>{say('depositary-page')}</a>}
      </p>
      <p class="then">
        <RecordAsAt instrument={instrument} />
      </p>
      <LastLook looks={looks} />
      <InstrumentNav address={address} instrument={instrument} />
      <Counts pageContext={pageContext} progress={progress} isUrged={isUrged} />
      <NotHeld members={progress.now.members} all={all} asOf={address.asOf} />
    </section>
  )
}

function InForce({
  instrument: { inForceOn, inForceArticle },
  instruments,
  asOf,
}: Pick<Props, 'instruments'> & { instrument: Instrument; asOf: Day }) {
  const { parts, day } = useMessages()
  if (inForceOn === null) return null
  const article = inForceArticle && (
    <InBrackets>
      <Article of={inForceArticle} instruments={instruments} />
    </InBrackets>
  )
  const key = asOf < inForceOn ? 'in-force-not-until' : 'in-force-since'
  return <>{parts(key, { date: day(inForceOn), article: article ?? '' })}</>
}

function Counts({ pageContext, progress, isUrged }: Pick<Props, 'pageContext' | 'progress' | 'isUrged'>) {
  const messages = useMessages()
  const { say, parts } = messages
  const { now, signedOnly, instrument } = progress
  const outstanding = pageLink(pageContext.address, '/outstanding', { instrument: instrument.code })
  const then = thenInWords(messages, progress)
  return (
    <>
      <dl class="figures">
        <div>
          <dt>{say('parties')}</dt>
          <dd>{now.parties}</dd>
        </div>
        <div>
          <dt>{say('status-signatory')}</dt>
          <dd>{signedOnly}</dd>
        </div>
        <div>
          <dt>{say('members-not-joined')}</dt>
          <dd>
            {parts('figure-of-total', {
              n: isUrged ? <a href={outstanding}>{now.remaining}</a> : now.remaining,
              total: now.members,
              small: (words: ComponentChildren) => <small>{words}</small>,
            })}
          </dd>
        </div>
      </dl>
      <MemberBar progress={progress} />
      {then && <p class="then">{then}</p>}
    </>
  )
}

function StatusMap({
  pageContext: { address },
  instrument,
  all,
}: Pick<Props, 'pageContext' | 'all'> & { instrument: Instrument }) {
  const messages = useMessages()
  const { say } = messages
  const labels = new Map(statuses.map((one) => [one, statusLabel(messages, one, address.asOf, instrument)]))
  const shades = new Map<string, Shade>()
  for (const { participant, status } of all) {
    const title = say('label-value', {
      label: participant.name,
      value: labels.get(status) ?? status,
    })
    const href = pageLink(address, `/states/${participant.code}`)
    if (participant.m49) shades.set(participant.m49, { tone: status, title, href })
  }
  return (
    <WorldMap shades={shades}>
      <ul class="keys">
        {[...labels].map(([status, label]) => (
          <li key={status}>
            <i class={`key ${status}`} aria-hidden="true" />
            {say('label-value', { label, value: all.filter((one) => one.status === status).length })}
          </li>
        ))}
      </ul>
      {say('table-says-same')}
    </WorldMap>
  )
}

/** Members of the day of whom the record holds nothing: they count as not parties, and have no row. */
function NotHeld({ members, all, asOf }: { members: number; all: Props['all']; asOf: Day }) {
  const { say } = useMessages()
  const listed = all.filter(({ participant }) => isMemberOn(asOf, participant)).length
  if (listed >= members) return null
  return <p class="then">{say('instrument-not-held', { n: members - listed })}</p>
}

import type { GroupChoice } from '../../../answers/groups/membership.js'
import { nameIn } from '../../../answers/names.js'
import type { Instrument } from '../../../db/instruments.js'
import type { LastLooks } from '../../../db/looks/looks.js'
import { isMemberOn } from '../../../domain/participant.js'
import { type Day, type StatusKind, statuses } from '../../../domain/vocabulary.js'
import { counted, dayInWords } from '../../../domain/wording.js'
import { pageLink } from '../../frame/address.js'
import { FeedLinks } from '../../frame/links/feed-links.js'
import type { PageInfo } from '../../frame/metadata.js'
import { Page } from '../../frame/page.js'
import type { PageContext } from '../../frame/page-context.js'
import { type Shade, WorldMap } from '../../pictures/world-map.js'
import { ProgressChart } from '../progress-chart.js'
import { KnownGaps, RecordAsAt, statusWord } from '../record-day.js'
import { InstrumentStatements, type ReservedView } from '../statements/instrument-statements.js'
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
  readonly shortNameOf: (code: string) => string
  readonly reserved: ReservedView
  readonly looks: LastLooks
}

interface Props extends InstrumentView {
  readonly pageContext: PageContext
  readonly info: PageInfo
}

/** One instrument: who is a party, the growth over the years, and its final clauses. */
export function InstrumentPage(props: Props) {
  const { pageContext, info, progress, isUrged, all, share } = props
  const { instrument } = progress
  return (
    <Page pageContext={pageContext} info={info}>
      <section class="opening">
        <p class="eyebrow">
          {instrument.shortName} · {instrument.number}
        </p>
        <h1 class="long">{instrument.title}</h1>
        <p class="facts">
          {instrument.adoptedOn &&
            `Adopted ${instrument.adoptedAt ? `at ${instrument.adoptedAt} ` : ''}on ${dayInWords(instrument.adoptedOn)}. `}
          {inForceInWords(instrument, pageContext.address.asOf)}
          {instrument.url && <a href={instrument.url}>The depositary’s page</a>}
        </p>
        <p class="then">
          <RecordAsAt instrument={instrument} />
        </p>
        <LastLook looks={props.looks} />
        <InstrumentNav address={pageContext.address} instrument={instrument} />
        <Counts pageContext={pageContext} progress={progress} isUrged={isUrged} />
        <NotHeld members={progress.now.members} all={all} asOf={pageContext.address.asOf} />
      </section>
      <section aria-labelledby="map">
        <h2 id="map">Who is a party</h2>
        <StatusMap pageContext={pageContext} instrument={instrument} all={all} />
      </section>
      <section aria-labelledby="years">
        <h2 id="years">Parties over the years</h2>
        <ProgressChart pageContext={pageContext} progress={[progress]} />
        <KnownGaps
          instruments={[instrument]}
          from={instrument.adoptedOn ?? ''}
          until={pageContext.address.asOf}
        />
      </section>
      <InstrumentStatements address={pageContext.address} instrument={instrument} reserved={props.reserved} />
      <ParticipantsTable {...props} instrument={instrument} />
      <FinalClauses instrument={instrument} asOf={pageContext.address.asOf} shortNameOf={props.shortNameOf} />
      <p class="doors">
        <a href={share}>Badge and card to embed</a>
        <a href={`/changes?instrument=${instrument.code}`}>What imports changed about it</a>
        <FeedLinks feed={info.feed} />
      </p>
    </Page>
  )
}

function inForceInWords({ inForceOn, inForceArticle }: Instrument, asOf: Day): string | null {
  if (inForceOn === null) return null
  const when = `${asOf < inForceOn ? 'Not in force until' : 'In force since'} ${dayInWords(inForceOn)}`
  return inForceArticle === null ? `${when}. ` : `${when} (${inForceArticle}). `
}

function Counts({ pageContext, progress, isUrged }: Pick<Props, 'pageContext' | 'progress' | 'isUrged'>) {
  const { now, signedOnly, instrument } = progress
  const outstanding = pageLink(pageContext.address, '/outstanding', { instrument: instrument.code })
  return (
    <>
      <dl class="figures">
        <div>
          <dt>Parties</dt>
          <dd>{now.parties}</dd>
        </div>
        <div>
          <dt>Signed only</dt>
          <dd>{signedOnly}</dd>
        </div>
        <div>
          <dt>Members that are not parties</dt>
          <dd>
            {isUrged ? <a href={outstanding}>{now.remaining}</a> : now.remaining}{' '}
            <small>of {now.members}</small>
          </dd>
        </div>
      </dl>
      <MemberBar progress={progress} />
      {thenInWords(progress) && <p class="then">{thenInWords(progress)}.</p>}
    </>
  )
}

function StatusMap({
  pageContext,
  instrument,
  all,
}: Pick<Props, 'pageContext' | 'all'> & { instrument: Instrument }) {
  const { address } = pageContext
  const wordOf = (status: StatusKind) => statusWord(status, address.asOf, instrument)
  const shades = new Map<string, Shade>()
  for (const { participant, status } of all) {
    const name = nameIn(address.lang, participant).text
    const href = pageLink(address, `/states/${participant.code}`)
    if (participant.m49)
      shades.set(participant.m49, { tone: status, title: `${name}: ${wordOf(status)}`, href })
  }
  return (
    <WorldMap shades={shades}>
      <ul class="keys">
        {statuses.map((status) => (
          <li key={status}>
            <i class={`key ${status}`} aria-hidden="true" />
            {wordOf(status)}: {counted(all.filter((one) => one.status === status).length, 'participant')}
          </li>
        ))}
      </ul>
      The table below says the same by name.
    </WorldMap>
  )
}

/** Members of the day of whom the record holds nothing: they count as not parties, and have no row. */
function NotHeld({ members, all, asOf }: { members: number; all: Props['all']; asOf: Day }) {
  const listed = all.filter(({ participant }) => isMemberOn(asOf, participant)).length
  if (listed >= members) return null
  return (
    <p class="then">
      Of {counted(members - listed, 'Member')} of that day the record holds nothing: they count as not being
      parties.
    </p>
  )
}

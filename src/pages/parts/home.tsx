import type { ComponentChildren } from 'preact'
import type { Participant } from '../../db/participants.js'
import type { Day } from '../../domain/vocabulary.js'
import { pageLink } from '../frame/address.js'
import { useMessages } from '../frame/languages/use-messages.js'
import type { PageInfo } from '../frame/metadata.js'
import { Page } from '../frame/page.js'
import type { PageContext } from '../frame/page-context.js'
import { type Shade, WorldMap } from '../pictures/world-map.js'
import { InstrumentBars } from './instrument/instrument-bars.js'
import type { InstrumentProgress } from './instrument/instrument-progress.js'
import { NameList } from './name.js'
import { ProgressChart } from './progress-chart.js'
import { KnownGaps } from './record-day.js'

/** How many of the instruments a participant is a party to. */
export interface JoinedCount {
  readonly participant: Participant
  readonly joined: number
  readonly isMember: boolean
}

export interface LatestAction {
  readonly on: Day
  readonly sentence: string
  readonly state: string
}

export interface HomeView {
  readonly progress: readonly InstrumentProgress[]
  readonly tallies: readonly JoinedCount[]
  /** How many Members of the United Nations there were on the day, those with no action on record included. */
  readonly members: number
  /** How many instruments the resolution ever urged. */
  readonly urged: number
  readonly latest: readonly LatestAction[]
}

interface Props extends HomeView {
  readonly pageContext: PageContext
  readonly info: PageInfo
}

/** The home page: how far the resolution has been followed. */
export function HomePage({ pageContext, info, progress, tallies, members, urged, latest }: Props) {
  const { say, parts, day, shortDay } = useMessages()
  const { resolution, address } = pageContext
  const n = progress.length
  return (
    <Page pageContext={pageContext} info={info}>
      <section class="opening">
        <h1>{say('home-h1')}</h1>
        <p class="lead">
          {parts('home-lead', {
            date: day(resolution.adoptedOn),
            n: urged,
            symbol: <a href={resolution.url}>{resolution.symbol}</a>,
          })}
        </p>
        <KeyFigures pageContext={pageContext} progress={progress} tallies={tallies} members={members} />
      </section>
      <section aria-labelledby="map">
        <h2 id="map">{say('home-map', { n })}</h2>
        <TallyMap pageContext={pageContext} number={n} tallies={tallies} />
      </section>
      <section aria-labelledby="instruments">
        <h2 id="instruments">{say('n-instruments-h2', { n })}</h2>
        <InstrumentBars pageContext={pageContext} progress={progress} />
      </section>
      <section aria-labelledby="years">
        <h2 id="years">{say('parties-over-the-years')}</h2>
        <ProgressChart pageContext={pageContext} progress={progress} />
        <KnownGaps
          instruments={progress.map(({ instrument }) => instrument)}
          from={pageContext.earliest}
          until={address.asOf}
        />
      </section>
      <section aria-labelledby="latest">
        <h2 id="latest">{say('latest-actions')}</h2>
        <ol class="acts">
          {latest.map(({ on, sentence, state }) => (
            <li key={sentence}>
              <time dateTime={on}>{shortDay(on)}</time>
              <a href={pageLink(address, `/states/${state}`)}>{sentence}</a>
            </li>
          ))}
        </ol>
      </section>
    </Page>
  )
}

function KeyFigures({
  pageContext: { address },
  progress,
  tallies,
  members,
}: Omit<HomeView, 'latest' | 'urged'> & { pageContext: PageContext }) {
  const { say, parts } = useMessages()
  const all = tallies.filter(({ isMember, joined }) => isMember && joined === progress.length).length
  const left = progress.reduce((sum, { now }) => sum + now.remaining, 0)
  return (
    <dl class="figures">
      <div>
        <dt>{say('figure-all', { n: progress.length })}</dt>
        <dd>
          {parts('figure-of-total', {
            n: all,
            total: members,
            small: (words: ComponentChildren) => <small>{words}</small>,
          })}
        </dd>
      </div>
      <div>
        <dt>{say('figure-some-left')}</dt>
        <dd>
          <a href={pageLink(address, '/outstanding')}>{members - all}</a>
        </dd>
      </div>
      <div>
        <dt>{say('figure-missing')}</dt>
        <dd>{left}</dd>
      </div>
    </dl>
  )
}

interface TallyProps {
  readonly pageContext: PageContext
  readonly number: number
  readonly tallies: readonly JoinedCount[]
}

function TallyMap(props: TallyProps) {
  const { say, parts } = useMessages()
  const {
    pageContext: { address },
    number,
    tallies,
  } = props
  const shades = new Map<string, Shade>()
  for (const { participant, joined } of tallies) {
    const label = participant.name
    const value = say('n-of-total', { n: joined, total: number })
    const href = pageLink(address, `/states/${participant.code}`)
    if (participant.m49)
      shades.set(participant.m49, { tone: `t${joined}`, title: say('label-value', { label, value }), href })
  }
  return (
    <>
      <WorldMap shades={shades}>
        <ul class="keys">
          {byJoined(props).map(({ joined, states }) => (
            <li key={joined}>
              <i class={`key t${joined}`} aria-hidden="true" />
              {parts('map-key', {
                n: joined,
                total: number,
                count: states.length,
                b: (words: ComponentChildren) => <b>{words}</b>,
              })}
            </li>
          ))}
        </ul>
        {say('map-note')}
      </WorldMap>
      <TallyList {...props} />
    </>
  )
}

function TallyList({ pageContext: { address }, ...props }: TallyProps) {
  const { say } = useMessages()
  return (
    <details>
      <summary>{say('map-as-list')}</summary>
      {byJoined(props).map(({ joined, states }) => (
        <section key={joined} class="list">
          <h3>{say('n-of-total', { n: joined, total: props.number })}</h3>
          <NameList of={states.map(({ participant }) => participant)} address={address} />
          {states.length === 0 && <p>{say('none')}</p>}
        </section>
      ))}
    </details>
  )
}

/** The States by how many instruments they are parties to, from all to none. */
const byJoined = ({ number, tallies }: Pick<TallyProps, 'number' | 'tallies'>) =>
  Array.from({ length: number + 1 }, (_, index) => number - index).map((joined) => ({
    joined,
    states: tallies.filter((one) => one.joined === joined),
  }))

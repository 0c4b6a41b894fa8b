import type { Participant } from '../../db/participants.js'
import type { Day } from '../../domain/vocabulary.js'
import { agreeing, counted, dayInWords } from '../../domain/wording.js'
import { pageLink } from '../frame/address.js'
import type { PageInfo } from '../frame/metadata.js'
import { Page } from '../frame/page.js'
import { nameIn, type PageContext } from '../frame/page-context.js'
import { type Shade, WorldMap } from '../pictures/world-map.js'
import { InstrumentBars } from './instrument/instrument-bars.js'
import type { InstrumentProgress } from './instrument/instrument-progress.js'
import { NameList } from './name.js'
import { ProgressChart } from './progress-chart.js'
import { KnownGaps } from './record-day.js'
import { numberWord, shortDay } from './words.js'

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
  readonly latest: readonly LatestAction[]
}

interface Props extends HomeView {
  readonly pageContext: PageContext
  readonly info: PageInfo
}

/** The home page: how far the resolution has been followed. */
export function HomePage({ pageContext, info, progress, tallies, members, latest }: Props) {
  const { resolution, address } = pageContext
  const number = numberWord(progress.length)
  return (
    <Page pageContext={pageContext} info={info}>
      <section class="opening">
        <h1>Who is a party, and what is left to ratify</h1>
        <p class="lead">
          On {dayInWords(resolution.adoptedOn)} the General Assembly urged Member States that had not yet done
          so to consider taking measures to ratify or accede to five instruments against trafficking in
          persons, slavery and discrimination (<a href={resolution.url}>{resolution.symbol}</a>). This is
          where each of them stands.
        </p>
        <KeyFigures pageContext={pageContext} progress={progress} tallies={tallies} members={members} />
      </section>
      <section aria-labelledby="map">
        <h2 id="map">
          {progress.length < 2
            ? `Which States are parties to ${progress.length === 1 ? 'the one instrument' : ''}`
            : `Of the ${number}, how many each State is a party to`}
        </h2>
        <TallyMap pageContext={pageContext} number={progress.length} tallies={tallies} />
      </section>
      <section aria-labelledby="instruments">
        <h2 id="instruments">
          {progress.length === 0
            ? 'No instrument yet'
            : `The ${number} ${agreeing(progress.length, 'instrument')}`}
        </h2>
        <InstrumentBars pageContext={pageContext} progress={progress} />
      </section>
      <section aria-labelledby="years">
        <h2 id="years">Parties over the years</h2>
        <ProgressChart pageContext={pageContext} progress={progress} />
        <KnownGaps
          instruments={progress.map(({ instrument }) => instrument)}
          from={pageContext.earliest}
          until={address.asOf}
        />
      </section>
      <section aria-labelledby="latest">
        <h2 id="latest">Latest actions</h2>
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
  pageContext,
  progress,
  tallies,
  members,
}: Omit<HomeView, 'latest'> & { pageContext: PageContext }) {
  const all = tallies.filter(({ isMember, joined }) => isMember && joined === progress.length).length
  const left = progress.reduce((sum, { now }) => sum + now.remaining, 0)
  const { address } = pageContext
  return (
    <dl class="figures">
      <div>
        <dt>
          Members that are parties to{' '}
          {agreeing(progress.length, 'the one instrument', `all ${numberWord(progress.length)}`)}
        </dt>
        <dd>
          {all} <small>of {members}</small>
        </dd>
      </div>
      <div>
        <dt>Members with something left to ratify</dt>
        <dd>
          <a href={pageLink(address, '/outstanding')}>{members - all}</a>
        </dd>
      </div>
      <div>
        <dt>Ratifications and accessions still missing</dt>
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
  const {
    pageContext: { address },
    number,
    tallies,
  } = props
  const shades = new Map<string, Shade>()
  for (const { participant, joined } of tallies) {
    const name = nameIn(address.lang, participant).text
    const href = pageLink(address, `/states/${participant.code}`)
    if (participant.m49)
      shades.set(participant.m49, { tone: `t${joined}`, title: `${name}: ${joined} of ${number}`, href })
  }
  return (
    <>
      <WorldMap shades={shades}>
        <ul class="keys">
          {byJoined(props).map(({ joined, states }) => (
            <li key={joined}>
              <i class={`key t${joined}`} aria-hidden="true" />
              <b>{joined}</b> of {number}: {counted(states.length, 'State')}
            </li>
          ))}
        </ul>
        Members, observers and other States.
      </WorldMap>
      <TallyList {...props} />
    </>
  )
}

const TallyList = ({ pageContext: { address }, ...props }: TallyProps) => (
  <details>
    <summary>The map as a list</summary>
    {byJoined(props).map(({ joined, states }) => (
      <section key={joined} class="list">
        <h3>
          {joined} of {props.number}
        </h3>
        <NameList of={states.map(({ participant }) => participant)} address={address} />
        {states.length === 0 && <p>None.</p>}
      </section>
    ))}
  </details>
)

/** The States by how many instruments they are parties to, from all to none. */
const byJoined = ({ number, tallies }: Pick<TallyProps, 'number' | 'tallies'>) =>
  Array.from({ length: number + 1 }, (_, index) => number - index).map((joined) => ({
    joined,
    states: tallies.filter((one) => one.joined === joined),
  }))

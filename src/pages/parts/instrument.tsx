import type { Instrument } from '../../db/instruments.js'
import { type Day, statuses } from '../../domain/vocabulary.js'
import { dayInWords } from '../../domain/wording.js'
import { linkFrom } from '../frame/address.js'
import type { About } from '../frame/metadata.js'
import { Page } from '../frame/page.js'
import { type Edition, nameIn } from '../frame/page-context.js'
import { type Shade, WorldMap } from '../pictures/world-map.js'
import { FinalClauses } from './final-clauses.js'
import { MemberBar } from './instrument-bars.js'
import { type Followed, thenInWords } from './instrument-progress.js'
import { type ParticipantRow, ParticipantsTable, type TableChoice } from './participants-table.js'
import { ProgressChart } from './progress-chart.js'
import { counted, statusWords } from './words.js'

export interface InstrumentView {
  readonly followed: Followed
  readonly isUrged: boolean
  /** Everyone who belongs to the table, before it is filtered and sorted. */
  readonly all: readonly ParticipantRow[]
  readonly shown: readonly ParticipantRow[]
  readonly choice: TableChoice
  readonly csv: string
  readonly share: string
  readonly shortNameOf: (code: string) => string
}

interface Props extends InstrumentView {
  readonly edition: Edition
  readonly about: About
}

/** One instrument: who has joined it, how that came, and what its final clauses say. */
export function InstrumentPage(props: Props) {
  const { edition, about, followed, isUrged, all, share } = props
  const { instrument } = followed
  return (
    <Page edition={edition} about={about}>
      <section class="opening">
        <p class="eyebrow">
          {instrument.shortName} · {instrument.number}
        </p>
        <h1 class="long">{instrument.title}</h1>
        <p class="facts">
          {instrument.adoptedOn &&
            `Adopted ${instrument.adoptedAt ? `at ${instrument.adoptedAt} ` : ''}on ${dayInWords(instrument.adoptedOn)}. `}
          {inForceInWords(instrument, edition.address.asOf)}
          {instrument.url && <a href={instrument.url}>The depositary’s page</a>}
        </p>
        <Counts edition={edition} followed={followed} isUrged={isUrged} />
      </section>
      <section aria-labelledby="map">
        <h2 id="map">Who has joined</h2>
        <StatusMap edition={edition} all={all} />
      </section>
      <section aria-labelledby="years">
        <h2 id="years">Parties over the years</h2>
        <ProgressChart edition={edition} followed={[followed]} />
      </section>
      <ParticipantsTable {...props} />
      <FinalClauses instrument={instrument} asOf={edition.address.asOf} shortNameOf={props.shortNameOf} />
      <p class="doors">
        <a href={share}>Badge and card to embed</a>
      </p>
    </Page>
  )
}

function inForceInWords({ inForceOn, inForceArticle }: Instrument, asOf: Day): string | null {
  if (inForceOn === null) return null
  const when = `${asOf < inForceOn ? 'Not in force until' : 'In force since'} ${dayInWords(inForceOn)}`
  return inForceArticle === null ? `${when}. ` : `${when} (${inForceArticle}). `
}

function Counts({ edition, followed, isUrged }: Pick<Props, 'edition' | 'followed' | 'isUrged'>) {
  const { now, signedOnly, instrument } = followed
  const outstanding = linkFrom(edition.address, '/outstanding', { instrument: instrument.code })
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
          <dt>Members that have not joined</dt>
          <dd>
            {isUrged ? <a href={outstanding}>{now.remaining}</a> : now.remaining}{' '}
            <small>of {now.members}</small>
          </dd>
        </div>
      </dl>
      <MemberBar followed={followed} />
      {thenInWords(followed) && <p class="then">{thenInWords(followed)}.</p>}
    </>
  )
}

function StatusMap({ edition, all }: Pick<Props, 'edition' | 'all'>) {
  const { address } = edition
  const shades = new Map<string, Shade>()
  for (const { participant, status } of all) {
    const name = nameIn(address.lang, participant).text
    const href = linkFrom(address, `/states/${participant.code}`)
    if (participant.m49)
      shades.set(participant.m49, { tone: status, title: `${name}: ${statusWords[status]}`, href })
  }
  return (
    <WorldMap shades={shades}>
      <ul class="keys">
        {statuses.map((status) => (
          <li key={status}>
            <i class={`key ${status}`} aria-hidden="true" />
            {statusWords[status]}: {counted(all.filter((one) => one.status === status).length, 'participant')}
          </li>
        ))}
      </ul>
      The table below says the same by name. Today’s borders, of which nothing is implied.
    </WorldMap>
  )
}

import type { Instrument } from '../../../db/instruments.js'
import type { Participant } from '../../../db/participants.js'
import { grouped } from '../../../domain/grouped.js'
import { plainName } from '../../../domain/name.js'
import type { ParticipantKind } from '../../../domain/vocabulary.js'
import { type Address, pageLink } from '../../frame/address.js'
import { KeptFields } from '../../frame/kept-fields.js'
import type { PageInfo } from '../../frame/metadata.js'
import { Page } from '../../frame/page.js'
import type { PageContext } from '../../frame/page-context.js'
import { Name } from '../name.js'
import { recordDays } from '../record-day.js'
import { capitalised, kindsInWords } from '../words.js'

export interface ListedState {
  readonly participant: Participant
  /** What it has outstanding; null for a participant that the resolution does not address, and before its day. */
  readonly outstanding: readonly Instrument[] | null
  readonly partyTo: readonly Instrument[]
}

interface Props {
  readonly pageContext: PageContext
  readonly info: PageInfo
  readonly urged: readonly Instrument[]
  readonly byKind: readonly (readonly [ParticipantKind, readonly ListedState[]])[]
  readonly csv: string
}

/** Every participant by its kind, and what each has outstanding in short. */
export function StatesPage({ pageContext, info, urged, byKind, csv }: Props) {
  const { address, resolution } = pageContext
  return (
    <Page pageContext={pageContext} info={info}>
      <section class="opening">
        <p class="eyebrow">{capitalised(recordDays(address.asOf, urged))}</p>
        <h1>States</h1>
        <p class="lead">
          Every participant in the record, and what each has outstanding of the instruments that{' '}
          {resolution.symbol} urges Member States to consider taking measures to ratify or accede to.
        </p>
        <form class="find" action="/search" method="get" aria-label="Find a State by name">
          <KeptFields address={address} />
          <label for="q">A name or code, in any of the six languages, or part of one</label>
          <input type="search" id="q" name="q" maxLength={200} />
          <button type="submit">Search</button>
        </form>
        <nav class="views" aria-label="Kinds of participant">
          {byKind.map(([kind, listed]) => (
            <a key={kind} class="chip" href={`#${kind}`}>
              {kindsInWords[kind]} <small>{listed.length}</small>
            </a>
          ))}
        </nav>
        <p class="tally">
          <a href={csv}>Outstanding ratifications as CSV</a>
        </p>
      </section>
      {byKind.map(([kind, listed]) => (
        <Kind key={kind} kind={kind} listed={listed} address={address} />
      ))}
    </Page>
  )
}

interface KindProps {
  readonly kind: ParticipantKind
  readonly listed: readonly ListedState[]
  readonly address: Address
}

function Kind({ kind, listed, address }: KindProps) {
  const isAddressed = listed.some(({ outstanding }) => outstanding !== null)
  // English names only: others are not in the order of their letters.
  const letters =
    listed.length > 60 && address.lang === 'en' ? [...byLetter(listed)] : [['', listed] as const]
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{kindsInWords[kind]}</h2>
      {letters.length > 1 && (
        <nav class="letters" aria-label={`${kindsInWords[kind]} by first letter`}>
          {letters.map(([letter]) => (
            <a key={letter} href={`#${kind}-${letter}`}>
              {letter.toUpperCase()}
            </a>
          ))}
        </nav>
      )}
      <table class="roll">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">{isAddressed ? 'Outstanding' : 'Party to'}</th>
          </tr>
        </thead>
        {letters.map(([letter, own]) => (
          <tbody key={letter} id={letter === '' ? undefined : `${kind}-${letter}`}>
            {own.map((one) => (
              <tr key={one.participant.code}>
                <th scope="row">
                  <a href={pageLink(address, `/states/${one.participant.code}`)}>
                    <Name of={one.participant} lang={address.lang} />
                  </a>
                </th>
                <td class={one.outstanding?.length ? 'open' : undefined}>{shortOf(one)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

const byLetter = (listed: readonly ListedState[]) =>
  grouped(listed, ({ participant }) => plainName(participant.name).charAt(0))

/** “CEDAW, OPSC”, “Nothing”; of a participant that is not addressed, what it is a party to. */
function shortOf({ outstanding, partyTo }: ListedState): string {
  if (outstanding === null) return partyTo.length === 0 ? 'None on record' : namesOf(partyTo)
  return outstanding.length === 0 ? 'Nothing' : namesOf(outstanding)
}

const namesOf = (instruments: readonly Instrument[]): string =>
  instruments.map(({ shortName }) => shortName).join(', ')

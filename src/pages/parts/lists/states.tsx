import type { Instrument } from '../../../db/instruments.js'
import type { Participant } from '../../../db/participants.js'
import { grouped } from '../../../domain/grouped.js'
import { plainName } from '../../../domain/name.js'
import type { Language, ParticipantKind } from '../../../domain/vocabulary.js'
import { pageIn } from '../../../http/page-places.js'
import { capitalised } from '../../../messages/capitalised.js'
import type { Messages } from '../../../messages/messages.js'
import { type Address, pageLink } from '../../frame/address.js'
import { KeptFields } from '../../frame/kept-fields.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import type { PageInfo } from '../../frame/metadata.js'
import { Page } from '../../frame/page.js'
import type { PageContext } from '../../frame/page-context.js'
import { Name } from '../name.js'
import { recordDaysIn } from '../record-day.js'

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
  const messages = useMessages()
  const { say, parts, lang } = messages
  const { address, resolution } = pageContext
  return (
    <Page pageContext={pageContext} info={info}>
      <section class="opening">
        <p class="eyebrow">{capitalised(recordDaysIn(messages, address.asOf, urged))}</p>
        <h1>{say('states')}</h1>
        <p class="lead">
          {parts('states-lead', { symbol: <a href={resolution.url}>{resolution.symbol}</a> })}
        </p>
        <form class="find" action={pageIn(lang, '/search')} method="get" aria-label={say('find-by-name')}>
          <KeptFields address={address} />
          <label for="q">{say('states-search-label')}</label>
          <input type="search" id="q" name="q" maxLength={200} />
          <button type="submit">{say('search')}</button>
        </form>
        <nav class="views" aria-label={say('states-kinds')}>
          {byKind.map(([kind, listed]) => (
            <a key={kind} class="chip" href={`#${kind}`}>
              {say(`kinds-${kind}`)} <small>{listed.length}</small>
            </a>
          ))}
        </nav>
        <p class="tally">
          <a href={csv}>{say('states-csv')}</a>
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
  const messages = useMessages()
  const { say, lang } = messages
  const isAddressed = listed.some(({ outstanding }) => outstanding !== null)
  const letters =
    listed.length > 60 && hasLetters.has(lang) ? [...byLetter(lang, listed)] : [['', listed] as const]
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{say(`kinds-${kind}`)}</h2>
      {letters.length > 1 && (
        <nav class="letters" aria-label={say('states-by-letter', { kind: say(`kinds-${kind}`) })}>
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
            <th scope="col">{say('states-name')}</th>
            <th scope="col">{say(isAddressed ? 'label-outstanding' : 'states-party-to')}</th>
          </tr>
        </thead>
        {letters.map(([letter, own]) => (
          <tbody key={letter} id={letter === '' ? undefined : `${kind}-${letter}`}>
            {own.map((one) => (
              <tr key={one.participant.code}>
                <th scope="row">
                  <a href={pageLink(address, `/states/${one.participant.code}`)}>
                    <Name of={one.participant} />
                  </a>
                </th>
                <td class={one.outstanding?.length ? 'open' : undefined}>{shortOf(messages, one)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

/** The languages whose readers look names up by their first letter. */
const hasLetters: ReadonlySet<Language> = new Set(['en', 'es', 'fr', 'ru'])

const byLetter = (lang: Language, listed: readonly ListedState[]) =>
  grouped(listed, ({ participant }) => letterOf(lang, participant.name))

/** The letter under which a name is listed: é under e, but й apart from и. */
const letterOf = (lang: Language, name: string): string =>
  lang === 'ru' ? name.charAt(0).toLowerCase() : plainName(name).charAt(0)

/** “CEDAW, OPSC”, “Nothing”; of a participant that is not addressed, what it is a party to. */
function shortOf({ say, list }: Messages, { outstanding, partyTo }: ListedState): string {
  const named = outstanding ?? partyTo
  if (named.length > 0) return list(named.map((one) => one.shortName))
  return say(outstanding === null ? 'states-none-on-record' : 'states-nothing-left')
}

import { nameIn, titleIn } from '../../answers/names.js'
import type { Instrument } from '../../db/instruments.js'
import type { Participant } from '../../db/participants.js'
import type { Named } from '../../domain/name.js'
import { type Address, pageLink } from '../frame/address.js'
import { English } from '../frame/languages/english.js'
import { useMessages } from '../frame/languages/use-messages.js'

type HasNames = Pick<Participant, 'name' | 'names'>

/** The name of a participant, marked with its language unless that is the page's. */
export const Name = ({ of }: { of: HasNames }) => <NameOf name={nameIn(useMessages().lang, of)} />

/** A name, marked as English if it is so on a page in another language. */
export const NameOf = ({ name: { text, lang } }: { name: Named }) =>
  lang === 'en' ? <English>{text}</English> : <>{text}</>

/** The official title of an instrument, marked with its language unless that is the page's. */
export const Title = ({ of }: { of: Pick<Instrument, 'title' | 'titles'> }) => (
  <NameOf name={titleIn(useMessages().lang, of)} />
)

/** A list of names that lead to the pages of the participants. */
export const NameList = ({ of, address }: { of: readonly Participant[]; address: Address }) => (
  <ul class="names">
    {of.map((one) => (
      <li key={one.code}>
        <a href={pageLink(address, `/states/${one.code}`)}>
          <Name of={one} />
        </a>
      </li>
    ))}
  </ul>
)

import { type Named, nameIn } from '../../answers/names.js'
import type { Participant } from '../../db/participants.js'
import type { Language } from '../../domain/vocabulary.js'
import { type Address, pageLink } from '../frame/address.js'
import { English } from '../frame/languages/english.js'

/** The name of a participant, marked with its language unless that is the page's. */
export const Name = ({ of, lang }: { of: Pick<Participant, 'name' | 'names'>; lang: Language }) => (
  <NameOf name={nameIn(lang, of)} />
)

/** A name, marked as English if it is so on a page in another language. */
export const NameOf = ({ name: { text, lang } }: { name: Named }) =>
  lang === 'en' ? <English>{text}</English> : <>{text}</>

/** A list of names that lead to the pages of the participants. */
export const NameList = ({ of, address }: { of: readonly Participant[]; address: Address }) => (
  <ul class="names">
    {of.map((one) => (
      <li key={one.code}>
        <a href={pageLink(address, `/states/${one.code}`)}>
          <Name of={one} lang={address.lang} />
        </a>
      </li>
    ))}
  </ul>
)

import type { Instrument } from '../../db/instruments.js'
import type { Participant } from '../../db/participants.js'
import { counted } from '../../domain/wording.js'
import { pageLink } from '../frame/address.js'
import { KeptFields } from '../frame/kept-fields.js'
import type { PageInfo } from '../frame/metadata.js'
import { Page } from '../frame/page.js'
import type { PageContext } from '../frame/page-context.js'
import { NameList } from './name.js'

interface Props {
  readonly pageContext: PageContext
  readonly info: PageInfo
  /** The search text; null if all States are listed. */
  readonly sought: string | null
  readonly found: readonly Participant[]
  readonly instruments: readonly Instrument[]
}

/** States and instruments that match a search; all States without one. */
export function SearchPage({ pageContext, info, sought, found, instruments }: Props) {
  const { address } = pageContext
  const names = found.length + instruments.length
  return (
    <Page pageContext={pageContext} info={info}>
      <section class="opening">
        <h1>{sought === null ? 'Every State' : `Named like “${sought}”`}</h1>
        <form class="find" action="/search" method="get" aria-label="Find a State by name">
          <KeptFields address={address} />
          <label for="q">A State in any of the six languages, or an instrument: a name, or part of one</label>
          <input type="search" id="q" name="q" value={sought ?? ''} maxLength={200} />
          <button type="submit">Search</button>
        </form>
        <p class="tally">{names === 0 ? 'Nobody in the record has such a name.' : counted(names, 'name')}</p>
      </section>
      {instruments.length > 0 && (
        <ul class="names">
          {instruments.map(({ code, shortName }) => (
            <li key={code}>
              <a href={pageLink(address, `/instruments/${code}`)}>{shortName}</a>
            </li>
          ))}
        </ul>
      )}
      <NameList of={found} address={address} />
    </Page>
  )
}

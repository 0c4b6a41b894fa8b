import type { Instrument } from '../../db/instruments.js'
import type { Participant } from '../../db/participants.js'
import { ownPath, pageLink } from '../frame/address.js'
import { KeptFields } from '../frame/kept-fields.js'
import { useMessages } from '../frame/languages/use-messages.js'
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
  const { say } = useMessages()
  const { address } = pageContext
  const names = found.length + instruments.length
  return (
    <Page pageContext={pageContext} info={info}>
      <section class="opening">
        <h1>{info.title}</h1>
        <form class="find" action={ownPath(address)} method="get" aria-label={say('find-by-name')}>
          <KeptFields address={address} />
          <label for="q">{say('search-label')}</label>
          <input type="search" id="q" name="q" value={sought ?? ''} maxLength={200} />
          <button type="submit">{say('search')}</button>
        </form>
        <p class="tally">{names === 0 ? say('no-name') : say('count-names', { n: names })}</p>
      </section>
      {instruments.length > 0 && (
        <ul class="names">
          {instruments.map((one) => (
            <li key={one.code}>
              <a href={pageLink(address, `/instruments/${one.code}`)}>{one.shortName}</a>
            </li>
          ))}
        </ul>
      )}
      <NameList of={found} address={address} />
    </Page>
  )
}

import type { Instrument } from '../../../db/instruments.js'
import { type Address, pageLink } from '../../frame/address.js'
import { useMessages } from '../../frame/languages/use-messages.js'

const views = [
  ['', 'who-has-joined'],
  ['/statements', 'instrument-nav-statements'],
] as const

/** The two pages of an instrument. */
export function InstrumentNav({
  address,
  instrument: { code },
}: {
  address: Address
  instrument: Instrument
}) {
  const { say } = useMessages()
  return (
    <nav class="views" aria-label={say('instrument-pages')}>
      {views.map(([end, words]) => (
        <a
          key={end}
          class="chip"
          href={pageLink(address, `/instruments/${code}${end}`)}
          aria-current={address.path === `/instruments/${code}${end}` ? 'page' : undefined}
        >
          {say(words)}
        </a>
      ))}
    </nav>
  )
}

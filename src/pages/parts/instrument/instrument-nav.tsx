import type { Instrument } from '../../../db/instruments.js'
import { type Address, pageLink } from '../../frame/address.js'

const views = [
  ['', 'Who is a party'],
  ['/statements', 'Reservations and declarations'],
] as const

/** The two pages of an instrument. */
export const InstrumentNav = ({
  address,
  instrument: { code },
}: {
  address: Address
  instrument: Instrument
}) => (
  <nav class="views" aria-label="Pages of this instrument">
    {views.map(([end, word]) => (
      <a
        key={end}
        class="chip"
        href={pageLink(address, `/instruments/${code}${end}`)}
        aria-current={address.path === `/instruments/${code}${end}` ? 'page' : undefined}
      >
        {word}
      </a>
    ))}
  </nav>
)

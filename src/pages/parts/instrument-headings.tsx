import type { Instrument } from '../../db/instruments.js'
import { type Address, pageLink } from '../frame/address.js'
import { RecordAsAt } from './record-day.js'

/** The headings of a matrix: a column for each instrument, with up to which day its record goes. */
export const InstrumentHeadings = ({
  instruments,
  address,
}: {
  readonly instruments: readonly Instrument[]
  readonly address: Address
}) => (
  <>
    {instruments.map((instrument) => (
      <th scope="col" key={instrument.code}>
        <a href={pageLink(address, `/instruments/${instrument.code}`)}>{instrument.shortName}</a>
        <RecordAsAt instrument={instrument} />
      </th>
    ))}
  </>
)

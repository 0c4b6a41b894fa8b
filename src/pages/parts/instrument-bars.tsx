import { linkFrom } from '../frame/address.js'
import type { Edition } from '../frame/page-context.js'
import { Bar } from '../pictures/bar.js'
import { StatusMark } from '../pictures/status-mark.js'
import { type Followed, thenInWords } from './instrument-progress.js'

/** For each instrument: of the Members, how many are parties, have signed only, and have taken no such action. */
export function InstrumentBars({ edition, followed }: { edition: Edition; followed: readonly Followed[] }) {
  const { address } = edition
  return (
    <ol class="rows bars">
      {followed.map((one) => {
        const { instrument, now, signedOnly } = one
        const page = linkFrom(address, `/instruments/${instrument.code}`)
        const outstanding = linkFrom(address, '/outstanding', { instrument: instrument.code })
        return (
          <li key={instrument.code}>
            <h3>
              <a href={page}>{instrument.shortName}</a>
            </h3>
            <p class="title">{instrument.title}</p>
            <MemberBar followed={one} />
            <p class="counts">
              <StatusMark status="party" word={`${now.parties} parties`} />
              <StatusMark status="signatory" word={`${signedOnly} signed only`} />
              <a href={outstanding}>{now.remaining} outstanding</a>
            </p>
            {thenInWords(one) && address.asOf !== one.atResolution?.on && (
              <p class="then">{thenInWords(one)}</p>
            )}
          </li>
        )
      })}
    </ol>
  )
}

export const MemberBar = ({ followed: { now, signedOnly } }: { followed: Followed }) => (
  <Bar
    whole={now.members}
    segments={[
      { tone: 'party', size: now.memberParties },
      { tone: 'signatory', size: signedOnly },
    ]}
  />
)

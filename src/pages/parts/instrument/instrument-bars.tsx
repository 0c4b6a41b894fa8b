import { counted } from '../../../domain/wording.js'
import { pageLink } from '../../frame/address.js'
import type { PageContext } from '../../frame/page-context.js'
import { Bar } from '../../pictures/bar.js'
import { StatusMark } from '../../pictures/status-mark.js'
import { RecordAsAt } from '../record-day.js'
import { type InstrumentProgress, thenInWords } from './instrument-progress.js'

/** For each instrument, how many Members are parties, have only signed, or neither. */
export function InstrumentBars({
  pageContext,
  progress,
}: {
  pageContext: PageContext
  progress: readonly InstrumentProgress[]
}) {
  const { address } = pageContext
  return (
    <ol class="rows bars">
      {progress.map((one) => {
        const { instrument, now, signedOnly } = one
        const page = pageLink(address, `/instruments/${instrument.code}`)
        const outstanding = pageLink(address, '/outstanding', { instrument: instrument.code })
        return (
          <li key={instrument.code}>
            <h3>
              <a href={page}>{instrument.shortName}</a>
            </h3>
            <p class="title">{instrument.title}</p>
            <MemberBar progress={one} />
            <p class="counts">
              <StatusMark status="party" word={counted(now.parties, 'party', 'parties')} />
              <StatusMark status="signatory" word={`${signedOnly} signed only`} />
              <a href={outstanding}>{now.remaining} outstanding</a>
              <RecordAsAt instrument={instrument} />
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

export const MemberBar = ({ progress: { now, signedOnly } }: { progress: InstrumentProgress }) => (
  <Bar
    whole={now.members}
    segments={[
      { tone: 'party', size: now.memberParties },
      { tone: 'signatory', size: signedOnly },
    ]}
  />
)

import { pageLink } from '../../frame/address.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import type { PageContext } from '../../frame/page-context.js'
import { Bar } from '../../pictures/bar.js'
import { StatusMark } from '../../pictures/status-mark.js'
import { Title } from '../name.js'
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
  return (
    <ol class="rows bars">
      {progress.map((one) => (
        <InstrumentBar key={one.instrument.code} pageContext={pageContext} progress={one} />
      ))}
    </ol>
  )
}

function InstrumentBar({
  pageContext: { address },
  progress,
}: {
  pageContext: PageContext
  progress: InstrumentProgress
}) {
  const messages = useMessages()
  const { say } = messages
  const { instrument, now, signedOnly } = progress
  const then = thenInWords(messages, progress)
  return (
    <li>
      <h3>
        <a href={pageLink(address, `/instruments/${instrument.code}`)}>{instrument.shortName}</a>
      </h3>
      <p class="title">
        <Title of={instrument} />
      </p>
      <MemberBar progress={progress} />
      <p class="counts">
        <StatusMark status="party" word={say('count-parties', { n: now.parties })} />
        <StatusMark status="signatory" word={say('count-signed-only', { n: signedOnly })} />
        <a href={pageLink(address, '/outstanding', { instrument: instrument.code })}>
          {say('count-outstanding', { n: now.remaining })}
        </a>
        <RecordAsAt instrument={instrument} />
      </p>
      {then && address.asOf !== progress.atResolution?.on && <p class="then">{then}</p>}
    </li>
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

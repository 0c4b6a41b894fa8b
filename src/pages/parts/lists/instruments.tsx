import type { CountedInstrument } from '../../../answers/instruments.js'
import type { Instrument } from '../../../db/instruments.js'
import { type Address, pageLink } from '../../frame/address.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import type { PageInfo } from '../../frame/metadata.js'
import { Page } from '../../frame/page.js'
import type { PageContext } from '../../frame/page-context.js'
import { StatusMark } from '../../pictures/status-mark.js'
import { Adoption } from '../instrument/adoption.js'
import { Title } from '../name.js'
import { RecordAsAt } from '../record-day.js'
import { Pager } from './pager.js'

interface Props {
  readonly pageContext: PageContext
  readonly info: PageInfo
  /** How many instruments there are on all pages. */
  readonly total: number
  readonly part: { readonly page: number; readonly pages: number }
  readonly shown: readonly CountedInstrument[]
  /** The instruments that the resolution names, also before its day. */
  readonly urged: readonly Instrument[]
  readonly csv: string
}

/** Every instrument in the record, with its counts. */
export function InstrumentsPage({ pageContext, info, total, part, shown, urged, csv }: Props) {
  const { say } = useMessages()
  const { address, resolution } = pageContext
  const sections = [
    [
      say('instruments-named', { symbol: resolution.symbol }),
      'urged',
      shown.filter(({ instrument }) => urged.includes(instrument)),
    ],
    [say('instruments-others'), 'others', shown.filter(({ instrument }) => !urged.includes(instrument))],
  ] as const
  return (
    <Page pageContext={pageContext} info={info}>
      <section class="opening">
        <h1>{say('instruments')}</h1>
        <p class="lead">{say('instruments-lead', { n: total })}</p>
        <p class="tally">
          <a href={csv}>{say('download-as-csv')}</a>
        </p>
        <Pager address={address} {...part} place="above" />
      </section>
      {sections.map(
        ([title, id, own]) =>
          own.length > 0 && (
            <section key={id} aria-labelledby={id}>
              <h2 id={id}>{title}</h2>
              <ol class="rows">
                {own.map((one) => (
                  <Row key={one.instrument.code} address={address} one={one} />
                ))}
              </ol>
            </section>
          ),
      )}
      <Pager address={address} {...part} place="below" />
    </Page>
  )
}

function Row({ address, one }: { address: Address; one: CountedInstrument }) {
  const { say } = useMessages()
  const { instrument, counts, urgedBy } = one
  const { code, number, adoptedOn } = instrument
  const shortName = instrument.shortName
  const outstanding = pageLink(address, '/outstanding', { instrument: code })
  return (
    <li>
      <h3>
        <a href={pageLink(address, `/instruments/${code}`)}>{shortName}</a>
      </h3>
      {instrument.title !== shortName && (
        <p class="title">
          <Title of={instrument} />
        </p>
      )}
      <p class="counts">
        <StatusMark status="party" word={say('count-parties', { n: counts.parties })} />
        <StatusMark status="signatory" word={say('count-signed-only', { n: counts.signedNotParty })} />
        {urgedBy.length > 0 && (
          <a href={outstanding}>{say('count-outstanding', { n: counts.outstanding })}</a>
        )}
        <RecordAsAt instrument={instrument} />
      </p>
      <p class="small">
        {number && <bdi>{number}</bdi>}
        {number && adoptedOn && ' · '}
        <Adoption of={instrument} />
      </p>
    </li>
  )
}

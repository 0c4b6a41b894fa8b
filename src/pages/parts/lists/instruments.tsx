import type { CountedInstrument } from '../../../answers/instruments.js'
import type { Instrument } from '../../../db/instruments.js'
import { counted, dayInWords } from '../../../domain/wording.js'
import { type Address, pageLink } from '../../frame/address.js'
import type { PageInfo } from '../../frame/metadata.js'
import { Page } from '../../frame/page.js'
import type { PageContext } from '../../frame/page-context.js'
import { StatusMark } from '../../pictures/status-mark.js'
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
  const { address, resolution } = pageContext
  const sections = [
    [`Named by ${resolution.symbol}`, 'urged', shown.filter(({ instrument }) => urged.includes(instrument))],
    ['Others in the record', 'others', shown.filter(({ instrument }) => !urged.includes(instrument))],
  ] as const
  return (
    <Page pageContext={pageContext} info={info}>
      <section class="opening">
        <h1>Instruments</h1>
        <p class="lead">
          {counted(total, 'treaty or protocol', 'treaties and protocols')} of which the record knows the
          parties.
        </p>
        <p class="tally">
          <a href={csv}>Download as CSV</a>
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
  const { instrument, counts, urgedBy } = one
  const { code, shortName, title, number, adoptedOn, adoptedAt } = instrument
  const outstanding = pageLink(address, '/outstanding', { instrument: code })
  return (
    <li>
      <h3>
        <a href={pageLink(address, `/instruments/${code}`)}>{shortName}</a>
      </h3>
      {title !== shortName && <p class="title">{title}</p>}
      <p class="counts">
        <StatusMark status="party" word={counted(counts.parties, 'party', 'parties')} />
        <StatusMark status="signatory" word={`${counts.signedNotParty} signed only`} />
        {urgedBy.length > 0 && <a href={outstanding}>{counts.outstanding} outstanding</a>}
        <RecordAsAt instrument={instrument} />
      </p>
      <p class="small">
        {[number, adoptedOn && `adopted ${adoptedAt ? `at ${adoptedAt} ` : ''}on ${dayInWords(adoptedOn)}`]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  )
}

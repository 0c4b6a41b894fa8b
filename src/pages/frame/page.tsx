import type { ComponentChildren } from 'preact'
import { dayInWords } from '../../domain/wording.js'
import { DateControl } from './date-control.js'
import { Frame } from './frame.js'
import { Metadata, type PageInfo } from './metadata.js'
import type { PageContext } from './page-context.js'

interface Props {
  readonly pageContext: PageContext
  readonly info: PageInfo
  readonly children: ComponentChildren
}

/** A page of the record, with its day above and its citation below. */
export const Page = ({ pageContext, info, children }: Props) => (
  <Frame
    title={info.title}
    isUnlisted={info.isUnlisted}
    metadata={<Metadata pageContext={pageContext} info={info} />}
    address={pageContext.address}
    belowBar={<DateControl pageContext={pageContext} />}
    footer={<Citation pageContext={pageContext} />}
    json={info.json}
  >
    {children}
  </Frame>
)

const Citation = ({ pageContext: { cite, permalink, address, revision } }: { pageContext: PageContext }) => (
  <>
    <h2>How to cite this page</h2>
    <p class="cite">{cite}</p>
    <p>
      As of {dayInWords(address.asOf)}, revision {revision} of the record.{' '}
      {!address.isStatic && (
        <>
          <a href={permalink}>Permanent address of this page</a>, whose content does not change.
        </>
      )}
    </p>
    <p>
      Compiled from public sources. The depositary’s own record prevails, and nothing here is legal advice.
    </p>
  </>
)

import type { ComponentChildren } from 'preact'
import { dayInWords } from '../../domain/wording.js'
import { DateControl } from './date-control.js'
import { Frame } from './frame.js'
import { type About, Metadata } from './metadata.js'
import type { PageContext } from './page-context.js'

interface Props {
  readonly pageContext: PageContext
  readonly about: About
  readonly children: ComponentChildren
}

/** A page of the record: what it is, of which day, its content, and how to cite it. */
export const Page = ({ pageContext, about, children }: Props) => (
  <Frame
    title={about.title}
    isUnlisted={about.isUnlisted}
    metadata={<Metadata pageContext={pageContext} about={about} />}
    address={pageContext.address}
    belowBar={<DateControl pageContext={pageContext} />}
    about={<Citation pageContext={pageContext} />}
    json={about.json}
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
      <a href={permalink}>Permanent address of this page</a>, whose content does not change.
    </p>
    <p>
      Compiled from public sources. The depositary’s own record prevails, and nothing here is legal advice.
    </p>
  </>
)

import type { ComponentChildren } from 'preact'
import { dayInWords } from '../../domain/wording.js'
import { DateControl } from './date-control.js'
import { Frame } from './frame.js'
import { type About, Metadata } from './metadata.js'
import type { Edition } from './page-context.js'

interface Props {
  readonly edition: Edition
  readonly about: About
  readonly children: ComponentChildren
}

/** A page of the record: what it is, of which day, its content, and how to cite it. */
export const Page = ({ edition, about, children }: Props) => (
  <Frame
    title={about.title}
    isUnlisted={about.isUnlisted}
    metadata={<Metadata edition={edition} about={about} />}
    address={edition.address}
    belowBar={<DateControl edition={edition} />}
    about={<Citation edition={edition} />}
    json={about.json}
  >
    {children}
  </Frame>
)

const Citation = ({ edition: { cite, permalink, address, revision } }: { edition: Edition }) => (
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

import { dayInWords } from '../../domain/wording.js'
import type { PageContext } from './page-context.js'

/** Says which day a page shows that became a file, and what it leaves out. */
export const StaticNote = ({ pageContext: { address, revision } }: { pageContext: PageContext }) => (
  <section class="day" aria-label="The day this page speaks of">
    <p>
      As of {dayInWords(address.asOf)}, revision {revision} of the record. These pages are files: they show no
      other day, and take no filter or search. <a href="/docs">What there is</a>
    </p>
  </section>
)

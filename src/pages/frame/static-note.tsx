import { useMessages } from './languages/use-messages.js'
import { docsLink } from './links/docs-link.js'
import type { PageContext } from './page-context.js'

/** Says which day a page shows that became a file, and what it leaves out. */
export function StaticNote({ pageContext: { address, revision } }: { pageContext: PageContext }) {
  const { say, day } = useMessages()
  return (
    <section class="day" aria-label={say('day-of-page')}>
      <p>
        {say('static-note', { date: day(address.asOf), revision })}{' '}
        <a href={docsLink(address)}>{say('static-docs')}</a>
      </p>
    </section>
  )
}

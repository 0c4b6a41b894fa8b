import { type Feed, feedsOf } from './feeds.js'

/** Visible links to the Atom feeds about something; about everything without it. */
export const FeedLinks = ({ feed }: { feed?: Feed | undefined }) => (
  <>
    {feedsOf(feed)
      .filter(({ type }) => type === 'application/atom+xml')
      .map(({ title, type, href }) => (
        <a key={href} href={href} type={type}>
          Feed: {title}
        </a>
      ))}
  </>
)

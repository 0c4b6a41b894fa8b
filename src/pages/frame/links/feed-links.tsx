import { useMessages } from '../languages/use-messages.js'
import { type Feed, feedsOf } from './feeds.js'

/** Visible links to the Atom feeds about something; about everything without it. */
export function FeedLinks({ feed }: { feed?: Feed | undefined }) {
  const messages = useMessages()
  const atom = feedsOf(messages, feed).filter(({ type }) => type === 'application/atom+xml')
  return (
    <>
      {atom.map(({ title, type, href }) => (
        <a key={href} href={href} type={type}>
          {messages.say('label-value', { label: messages.say('feed-label'), value: title })}
        </a>
      ))}
    </>
  )
}

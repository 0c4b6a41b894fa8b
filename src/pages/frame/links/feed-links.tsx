import type { ComponentChildren } from 'preact'
import { English } from '../languages/english.js'
import { useMessages } from '../languages/use-messages.js'
import { type Feed, feedsOf } from './feeds.js'

/** Visible links to the Atom feeds about something; about everything without it. */
export function FeedLinks({ feed }: { feed?: Feed | undefined }) {
  const messages = useMessages()
  const { say, parts } = messages
  const about = feed?.isEnglish ? <English>{feed.of}</English> : feed?.of
  const atom = feedsOf(messages, feed).filter(({ type }) => type === 'application/atom+xml')
  return (
    <>
      {atom.map(({ kind, type, href }) => (
        <a key={href} href={href} type={type}>
          {parts<ComponentChildren>('label-value', {
            label: say('feed-label'),
            value: about ? (
              <>{parts<ComponentChildren>('label-value', { label: say(kind), value: about })}</>
            ) : (
              say(kind)
            ),
          })}
        </a>
      ))}
    </>
  )
}

import { type News, newsIn, nextNews } from '../../answers/news.js'
import { openReading, type Reading, type RecordSource } from '../../answers/reading.js'
import type { Cursor, Subscription } from '../../db/webhooks/subscriptions.js'
import { nameFor } from '../feeds/feed.js'
import { actionTexts, type ChangeText } from '../feeds/feed-items.js'
import { statementTexts } from '../feeds/statement-feed-items.js'
import type { WebhookEvent } from '../shapes/webhook.js'
import { storedFilter } from './subscription-filter.js'

/** One change for one subscriber. */
export interface Message {
  /** The same at every attempt, and of no other change: receivers drop repeats by it. */
  readonly id: string
  readonly event: WebhookEvent
}

/** What comes next for a subscriber. */
export interface Batch {
  readonly messages: readonly Message[]
  /** The import that they are of: once they are delivered, all up to it is. */
  readonly revision: number
}

/** @param link  prefixes a path with the public origin, if there is one */
export function messagesFor(source: RecordSource, link: (path: string) => string) {
  /** What the next import with news for a subscription brings, without what was delivered of it. Null if there is none. */
  return (subscription: Pick<Subscription, 'id' | 'filter'>, cursor: Cursor): Batch | null => {
    const now = openReading(source, {})
    const filter = storedFilter(subscription.filter)
    const upTo = now.revision
    if (cursor.revision >= upTo) return null
    const revision = nextNews(now, filter, { after: cursor.revision, upTo })
    if (revision === undefined) return { messages: [], revision: upTo }
    const { news } = newsIn(now, filter, { after: revision - 1, upTo: revision })
    const messages = toMessages(openReading(source, { revision }), news, subscription.id, link)
    const delivered = messages.findIndex(({ id }) => id === cursor.delivered)
    return { messages: messages.slice(delivered + 1), revision }
  }
}

/** Every message is made from the record as that import left it, so that each attempt sends the same. */
function toMessages(
  reading: Reading,
  news: readonly News[],
  subscription: string,
  link: (path: string) => string,
): Message[] {
  const [textOfAction, textOfStatement] = [actionTexts(reading), statementTexts(reading)]
  const dataOf = <Change>(text: ChangeText<Change>) => ({
    title: text.title,
    change: text.shown,
    links: { page: link(text.page), api: link(text.path) },
  })
  const times = new Map<string, number>()
  const idOf = (name: string): string => {
    const time = times.get(name) ?? 0
    times.set(name, time + 1)
    return messageId(subscription, name, time)
  }
  return news.map((one) => {
    const timestamp = reading.store.imports.importedAt(one.revision) ?? ''
    if (one.noun === 'action') {
      const text = textOfAction(one)
      return { id: idOf(text.id), event: { type: one.type, timestamp, data: dataOf(text) } }
    }
    const text = textOfStatement(one.change)
    return { id: idOf(text.id), event: { type: one.type, timestamp, data: dataOf(text) } }
  })
}

/** @param parts  what tells this message from any other */
export const messageId = (...parts: unknown[]): string => nameFor(...parts).replace('urn:uuid:', 'msg_')

/** What `ratification subscription test` sends. */
export const testMessage = (subscription: string, now: Date): Message => ({
  id: messageId(subscription, 'test', now.toISOString()),
  event: { type: 'subscription.test', timestamp: now.toISOString(), data: { subscription } },
})

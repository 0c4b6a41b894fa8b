import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { createDeliverer } from '../../api/webhooks/deliverer.js'
import { send } from '../../api/webhooks/send.js'
import type { WebhookStatus } from '../../api/webhooks/status.js'
import { openDatabase, openReadOnly } from '../../db/sqlite/open.js'
import { openPrimary, type Primary } from '../../db/sqlite/primary.js'
import { openStore } from '../../db/store.js'
import { subscriptionQueries } from '../../db/webhooks/subscriptions.js'
import { utcDay } from '../../domain/calendar.js'
import { linkFrom } from '../../http/links.js'
import type { Config } from '../config.js'

/** The `workerData` of the thread. */
export interface WebhookTask extends Pick<Config, 'database' | 'publicUrl' | 'allowPrivateWebhooks'> {
  readonly primary: Primary | null
}

/** What the thread says: how deliveries go, or a line for the log. */
export type WebhookNews = { readonly status: WebhookStatus } | { readonly line: string }

/** In milliseconds: how often to look for changes, and how long attempts under way may take when the server stops. */
const [interval, grace] = [2000, 3000]

const { database, primary, publicUrl, allowPrivateWebhooks } = workerData as WebhookTask
// A node of libSQL reads its replica, and keeps the cursors on the primary. Both have connections of their own here: writes wait for
// each other, and reads of the API must not.
const record = primary ? openReadOnly(database) : openDatabase(database)
const queue = primary ? openPrimary(primary) : record
const say = (news: WebhookNews): void => parentPort?.postMessage(news)
const deliverer = createDeliverer({
  record: { store: openStore(record), today: () => utcDay(new Date()) },
  subscriptions: subscriptionQueries(queue),
  name: randomUUID(),
  now: () => new Date(),
  chance: Math.random,
  link: linkFrom(publicUrl),
  send: (receiver, message, signal) => send(receiver, message, { now: () => new Date(), signal }),
  allowPrivate: allowPrivateWebhooks,
  log: (line) => say({ line }),
})

let fault = ''
const failed = (error: unknown): void => {
  const text = error instanceof Error ? error.message : String(error)
  if (text !== fault) say({ line: `Webhooks cannot be delivered now: ${text}` })
  fault = text
}

const stopping = new AbortController()
parentPort?.once('message', () => stopping.abort())
while (!stopping.signal.aborted) {
  // A delivery that takes long does not keep others waiting.
  void deliverer.look().catch(failed)
  try {
    say({ status: deliverer.status() })
    fault = ''
  } catch (error) {
    failed(error)
  }
  await pause(interval, undefined, { signal: stopping.signal }).catch(() => {})
}
await deliverer.stop(grace)
queue.$client.close()
if (record !== queue) record.$client.close()
process.exit()

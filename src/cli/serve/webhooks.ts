import { Worker } from 'node:worker_threads'
import type { WebhookStatus } from '../../api/webhooks/status.js'
import type { Db } from '../../db/sqlite/open.js'
import type { Config } from '../config.js'
import { packageProgram } from '../package-files.js'
import type { WebhookNews, WebhookTask } from './webhook-thread.js'

export interface Webhooks {
  /** How deliveries go; null while there are no subscriptions. */
  readonly status: () => WebhookStatus | null
  /** Lets attempts under way end, for at most three seconds. */
  readonly stop: () => Promise<void>
}

/** In milliseconds: how often to look whether there is a first subscription. */
const interval = 2000

/**
 * Delivers changes to subscribers in a thread of its own, once there are any: without them, it costs a query. A thread that
 * dies is replaced.
 * @param db  says whether there are subscriptions
 */
export function serveWebhooks(config: Config, db: Db, note: (line: string) => void): Webhooks {
  const { database, primary, publicUrl, allowPrivateWebhooks } = config
  const workerData: WebhookTask = { database, primary, publicUrl, allowPrivateWebhooks }
  const hasAny = db.$client.prepare('SELECT 1 FROM subscriptions LIMIT 1')
  let status: WebhookStatus | null = null
  let thread: Worker | null = null
  const start = (): void => {
    if (thread !== null || hasAny.get() === undefined) return
    const { path, execArgv } = packageProgram('cli/serve/webhook-thread')
    thread = new Worker(path, { workerData, execArgv, resourceLimits: { maxOldGenerationSizeMb: 128 } })
    thread.on('message', (news: WebhookNews) => {
      if ('status' in news) status = news.status
      else note(news.line)
    })
    thread.once('error', (error) =>
      note(`The thread of webhooks failed, and is started again: ${error.message}`),
    )
    thread.once('exit', () => {
      thread = null
    })
  }
  const timer = setInterval(start, interval)
  timer.unref()
  start()
  return {
    status: () => status,
    stop: async () => {
      clearInterval(timer)
      if (thread === null) return
      const ended = new Promise((resolve) => thread?.once('exit', resolve))
      thread.postMessage('stop')
      await ended
    },
  }
}

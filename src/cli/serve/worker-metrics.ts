import cluster, { type Worker } from 'node:cluster'
import type { Counts } from '../../http/metrics.js'

// prom-client’s own aggregation waits five seconds for a worker that has just started, and then fails. That happens while
// workers die and are replaced, exactly when the metrics matter.

/** In milliseconds. Workers that do not reply by then are left out. */
const replyTimeout = 2_000

/**
 * The messages between supervisor and workers, each under the id of its request. A worker sends
 * `gather`, the supervisor sends `collect` to each worker, each replies with `collected`, and the first gets `gathered`.
 */
type MetricsMessage =
  | { readonly gather: number }
  | { readonly collect: number }
  | { readonly collected: number; readonly counts: Counts | null }
  | { readonly gathered: number; readonly all: Counts[] }

/** The callback of `send` to a process that may have died. Without it, the pipe error would crash this process. */
export const ignoreSendError = (): void => {}

let lastId = 0
const pending = new Map<number, (message: MetricsMessage) => void>()

/** Sends a request under a new id. @returns the reply with that id; null on timeout */
const request = (send: (id: number) => void, milliseconds = replyTimeout): Promise<MetricsMessage | null> =>
  new Promise((resolve) => {
    const id = ++lastId
    const end = (message: MetricsMessage | null) => {
      clearTimeout(timer)
      pending.delete(id)
      resolve(message)
    }
    const timer = setTimeout(end, milliseconds, null)
    pending.set(id, end)
    send(id)
  })

/**
 * In the supervisor: collects the metrics of all serving workers for the one that requests them.
 * @param own  those of the supervisor
 */
export function gatherMetrics(isServing: (worker: Worker) => boolean, own: () => Promise<Counts>): void {
  const metricsOf = async (worker: Worker): Promise<Counts[]> => {
    const message = await request((id) =>
      worker.send({ collect: id } satisfies MetricsMessage, ignoreSendError),
    )
    return isMessage(message, 'collected') && message.counts !== null ? [message.counts] : []
  }
  cluster.on('message', async (worker, message: MetricsMessage) => {
    if (isMessage(message, 'collected')) pending.get(message.collected)?.(message)
    if (!isMessage(message, 'gather')) return
    const serving = Object.values(cluster.workers ?? {}).flatMap((one) =>
      one?.isConnected() && isServing(one) ? [one] : [],
    )
    const all = [...(await Promise.all(serving.map(metricsOf))).flat(), await own()]
    if (worker.isConnected())
      worker.send({ gathered: message.gather, all } satisfies MetricsMessage, ignoreSendError)
  })
}

/** In a worker: replies with its own metrics. */
export function replyWithMetrics(counts: () => Promise<Counts>): void {
  process.on('message', async (message: MetricsMessage) => {
    if (isMessage(message, 'gathered')) pending.get(message.gathered)?.(message)
    if (!isMessage(message, 'collect')) return
    process.send?.({
      collected: message.collect,
      counts: await counts().catch(() => null),
    } satisfies MetricsMessage)
  })
}

/** In a worker: the metrics of all serving workers. */
export async function metricsOfAll(): Promise<Counts[]> {
  const message = await request(
    (id) => process.send?.({ gather: id } satisfies MetricsMessage),
    2 * replyTimeout,
  )
  if (!isMessage(message, 'gathered')) throw new Error('The process that started this one does not answer')
  return message.all
}

/** The key of its id is the type of a message. The same processes exchange other messages, too. */
const isMessage = <Name extends string>(
  message: unknown,
  name: Name,
): message is Extract<MetricsMessage, Record<Name, number>> =>
  typeof message === 'object' && message !== null && name in message

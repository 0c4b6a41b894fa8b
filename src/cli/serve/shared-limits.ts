import cluster, { type Worker } from 'node:cluster'
import {
  type Count,
  type RequestCounter,
  type RequestKind,
  requestCounter,
} from '../../http/limits/request-counter.js'
import { createTurns, type Turns } from '../../import/turns.js'
import { ignoreSendError } from './worker-metrics.js'

/**
 * The messages between supervisor and workers about limits, each under the id of its request. A worker sends `count` and
 * gets `counted`, with a count for each request. It sends `takeTurn`, gets `turn`, and sends `endTurn`.
 */
type LimitMessage =
  | { readonly count: number; readonly requests: readonly (readonly [RequestKind, string])[] }
  | { readonly counted: number; readonly counts: readonly Count[] }
  | { readonly takeTurn: number }
  | { readonly turn: number; readonly isGranted: boolean }
  | { readonly endTurn: number }

/** In the supervisor: counts requests and keeps the queue of imports for all workers. */
export function keepLimits(count = requestCounter(), turns = createTurns()): void {
  let running: { worker: Worker; id: number; end: () => void } | null = null
  const endOf = (worker: Worker, id = running?.id): void => {
    if (running === null || running.worker !== worker || running.id !== id) return
    const { end } = running
    running = null
    end()
  }
  const grant = async (worker: Worker, id: number): Promise<void> => {
    const end = await turns.take()
    // It may have died while it waited.
    if (end !== null && !worker.isConnected()) return end()
    if (end !== null) running = { worker, id, end }
    send(worker, { turn: id, isGranted: end !== null })
  }
  cluster.on('message', (worker, message: LimitMessage) => {
    if (isMessage(message, 'count'))
      send(worker, {
        counted: message.count,
        counts: message.requests.map(([kind, client]) => count(kind, client)),
      })
    else if (isMessage(message, 'takeTurn')) void grant(worker, message.takeTurn)
    else if (isMessage(message, 'endTurn')) endOf(worker, message.endTurn)
  })
  cluster.on('exit', (worker) => endOf(worker))
}

const send = (worker: Worker, message: LimitMessage): void => void worker.send(message, ignoreSendError)

/** In a worker: what the supervisor counts and queues. The worker ends with it, so an answer always comes. */
export function sharedLimits(): { readonly count: RequestCounter; readonly turns: Turns } {
  let lastId = 0
  const counting = new Map<number, (counts: readonly Count[]) => void>()
  const waiting = new Map<number, (isGranted: boolean) => void>()
  process.on('message', (message: LimitMessage) => {
    if (isMessage(message, 'counted')) answer(counting, message.counted, message.counts)
    else if (isMessage(message, 'turn')) answer(waiting, message.turn, message.isGranted)
  })
  const tell = (message: LimitMessage): void => void process.send?.(message)
  return {
    count: inBatches((requests, resolve) => {
      counting.set(++lastId, resolve)
      tell({ count: lastId, requests })
    }),
    turns: {
      take: async () => {
        const id = ++lastId
        const isGranted = await new Promise<boolean>((resolve) => {
          waiting.set(id, resolve)
          tell({ takeTurn: id })
        })
        return isGranted ? () => tell({ endTurn: id }) : null
      },
    },
  }
}

function answer<T>(pending: Map<number, (answer: T) => void>, id: number, answer: T): void {
  pending.get(id)?.(answer)
  pending.delete(id)
}

/** Sends the requests of one turn of the event loop in one message: under load, a message costs more than a count. */
function inBatches(
  ask: (
    requests: readonly (readonly [RequestKind, string])[],
    resolve: (counts: readonly Count[]) => void,
  ) => void,
): RequestCounter {
  let batch: { request: [RequestKind, string]; resolve: (count: Count) => void }[] = []
  const flush = () => {
    const asked = batch
    batch = []
    ask(
      asked.map(({ request }) => request),
      (counts) => {
        for (const [index, { resolve }] of asked.entries())
          resolve(counts[index] ?? { requests: 0, endsIn: 0 })
      },
    )
  }
  return (kind, client) =>
    new Promise((resolve) => {
      if (batch.length === 0) setImmediate(flush)
      batch.push({ request: [kind, client], resolve })
    })
}

/** The key of its id is the type of a message. The same processes exchange other messages, too. */
const isMessage = <Name extends string>(
  message: unknown,
  name: Name,
): message is Extract<LimitMessage, Record<Name, number>> =>
  typeof message === 'object' && message !== null && name in message

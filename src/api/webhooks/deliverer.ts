import { ZodError } from 'zod'
import type { RecordSource } from '../../answers/reading.js'
import type { Cursor, Subscription, SubscriptionQueries } from '../../db/webhooks/subscriptions.js'
import { DomainError } from '../../domain/errors.js'
import { type Batch, type Message, messagesFor } from './messages.js'
import { failureAfter } from './retry.js'
import type { Outcome, Receiver } from './send.js'
import { type WebhookStatus, webhookStatus } from './status.js'

export interface DelivererOptions {
  readonly record: RecordSource
  readonly subscriptions: SubscriptionQueries
  /** Tells this process from others, for claims. */
  readonly name: string
  readonly now: () => Date
  /** From 0 to 1, for jitter. */
  readonly chance: () => number
  /** Prefixes a path with the public origin, if there is one. */
  readonly link: (path: string) => string
  readonly send: (receiver: Receiver, message: Message, signal: AbortSignal) => Promise<Outcome>
  /** Whether every subscription may be at a private address. */
  readonly allowPrivate: boolean
  readonly log: (line: string) => void
}

export interface Deliverer {
  /** Starts deliveries that are due. @returns once these have ended, for tests: deliveries to others may start meanwhile */
  readonly look: () => Promise<void>
  readonly status: () => WebhookStatus
  /** Sends nothing new, and gives attempts under way some milliseconds. What was not answered by then is sent again later. */
  readonly stop: (grace: number) => Promise<void>
}

/** In milliseconds: longer than one attempt takes, so that no claim ends during one. A killed process blocks others so long. */
const claimTime = 30_000
/** A hanging receiver holds one of these for 15 seconds. */
const mostAtOnce = 50

/** Delivers changes to subscribers: to each in order, one at a time; to several side by side. */
export function createDeliverer(options: DelivererOptions): Deliverer {
  const { record, subscriptions, name, log } = options
  const running = new Map<string, Promise<void>>()
  const [stopping, aborting] = [new AbortController(), new AbortController()]
  const counts = { delivered: 0, failed: 0 }
  const instant = (later = 0): string => new Date(options.now().getTime() + later).toISOString()
  const nextFor = messagesFor(record, options.link)

  /** Sends one message. @returns whether the next may follow */
  const deliver = async (one: Subscription, cursor: Cursor, message: Message): Promise<boolean> => {
    if (stopping.signal.aborted || !subscriptions.renew(one.id, name, instant(claimTime))) return false
    const allowPrivate = one.allowPrivate || options.allowPrivate
    const outcome = await options.send({ ...one, allowPrivate }, message, aborting.signal)
    // Aborted by us: that is no failure of the receiver.
    if (aborting.signal.aborted) return false
    counts[outcome.isDelivered ? 'delivered' : 'failed']++
    if (!outcome.isDelivered) return fail(one, outcome.fault, outcome.status === 410)
    const isMine = subscriptions.advance(one.id, name, { ...cursor, delivered: message.id }, instant())
    if (one.attempts > 0) log(`Webhook ${one.id}: delivered again, after ${one.attempts} failed attempts`)
    return isMine
  }

  const fail = (one: Subscription, fault: string, isFinal: boolean): false => {
    const failure = failureAfter(one, fault, options.now(), options.chance(), isFinal)
    if (!subscriptions.fail(one.id, name, failure)) return false
    if (failure.pausedAt !== null)
      log(`Webhook ${one.id} is paused: ${fault}. “ratification subscription resume ${one.id}” goes on`)
    else if (failure.attempts === 1)
      log(`Webhook ${one.id}: ${fault}; the next attempt is at ${failure.nextAttemptAt}`)
    return false
  }

  /** What comes next; null if nothing does, or if what is stored of the subscription cannot be used. */
  const batchFor = (one: Subscription, cursor: Cursor): Batch | null => {
    try {
      return nextFor(one, cursor)
    } catch (error) {
      if (!(error instanceof DomainError || error instanceof ZodError)) throw error
      fail(one, `its filter selects nothing any more: ${error.message}`, false)
      return null
    }
  }

  const run = async (claimed: Subscription): Promise<void> => {
    let one = claimed
    for (;;) {
      const batch = batchFor(one, one)
      if (batch === null) return
      for (const message of batch.messages) {
        if (!(await deliver(one, one, message))) return
        one = { ...one, delivered: message.id, attempts: 0, failingSince: null }
      }
      const cursor = { revision: batch.revision, delivered: null }
      if (!subscriptions.advance(one.id, name, cursor, null)) return
      one = { ...one, ...cursor }
    }
  }

  const start = (id: string): Promise<void> => {
    const work = async (): Promise<void> => {
      const claimed = subscriptions.claim(id, name, instant(), instant(claimTime))
      if (claimed === undefined) return
      try {
        await run(claimed)
      } finally {
        subscriptions.release(id, name)
      }
    }
    const done = work().finally(() => running.delete(id))
    running.set(id, done)
    return done
  }

  return {
    look: async () => {
      if (stopping.signal.aborted) return
      const due = subscriptions
        .due(record.store.version()?.revision ?? 0, instant())
        .filter(({ id }) => !running.has(id))
        .slice(0, mostAtOnce - running.size)
      await Promise.all(due.map(({ id }) => start(id)))
    },
    status: () => webhookStatus(subscriptions.all(), record.store, options.now(), counts),
    stop: async (grace) => {
      stopping.abort()
      const timer = setTimeout(() => aborting.abort(), grace)
      await Promise.allSettled(running.values())
      clearTimeout(timer)
    },
  }
}

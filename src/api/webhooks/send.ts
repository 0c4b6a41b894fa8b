import { type ClientRequest, type IncomingMessage, request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { Webhook } from 'standardwebhooks'
import type { Subscription } from '../../db/webhooks/subscriptions.js'
import { userAgent } from '../../http/version.js'
import { checkUrl, guardedLookup } from './destination.js'
import type { Message } from './messages.js'

/** What came of an attempt. */
export type Outcome =
  | { readonly isDelivered: true; readonly status: number }
  | { readonly isDelivered: false; readonly status: number | null; readonly fault: string }

export type Receiver = Pick<Subscription, 'url' | 'secret' | 'allowPrivate'>

interface SendOptions {
  readonly now: () => Date
  /** Aborts the attempt. */
  readonly signal?: AbortSignal
  /** For the whole attempt, in milliseconds. */
  readonly timeout?: number
  readonly resolve?: LookupFunction
}

/** In milliseconds. */
export const defaultTimeout = 15_000
/** In bytes. Nothing more is read of a reply, and nothing is kept. */
const mostReply = 64 * 1024

/**
 * Sends a message by POST, signed after Standard Webhooks. Only a status from 200 to 299 means that it arrived. A redirect is not
 * followed, and no proxy is used.
 */
export async function send(receiver: Receiver, message: Message, options: SendOptions): Promise<Outcome> {
  const { timeout = defaultTimeout } = options
  const deadline = AbortSignal.timeout(timeout)
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline
  try {
    const status = await post(receiver, message, { ...options, signal })
    const isDelivered = status >= 200 && status < 300
    return isDelivered ? { isDelivered, status } : { isDelivered, status, fault: faultOfStatus(status) }
  } catch (error) {
    const fault = deadline.aborted ? `no answer within ${timeout / 1000} seconds` : reasonOf(error)
    return { isDelivered: false, status: null, fault }
  }
}

const faultOfStatus = (status: number): string =>
  status >= 300 && status < 400 ? `answered ${status}: redirects are not followed` : `answered ${status}`

function reasonOf(error: unknown): string {
  // A connection that failed to several addresses.
  if (error instanceof AggregateError) return reasonOf(error.errors[0])
  return error instanceof Error ? error.message : String(error)
}

/** @returns the status of the reply */
function post(receiver: Receiver, message: Message, options: SendOptions): Promise<number> {
  const url = checkUrl(receiver.url, receiver.allowPrivate)
  const body = JSON.stringify(message.event)
  return new Promise((resolve, reject) => {
    const open = url.protocol === 'https:' ? overHttps : overHttp
    const request: ClientRequest = open(url, {
      method: 'POST',
      // A connection of its own, by no agent that the environment could send through a proxy.
      agent: false,
      lookup: guardedLookup(receiver.allowPrivate, options.resolve),
      signal: options.signal,
      headers: {
        ...headersOf(receiver, message, body, options.now()),
        'content-length': Buffer.byteLength(body),
      },
    })
    request.once('error', reject)
    // A reply of 101 closes the request without an error, and without a response.
    const unanswered = () => reject(new Error('the connection was closed without an answer'))
    request.once('close', unanswered)
    request.once('response', (reply) => {
      const answered = () => resolve(reply.statusCode ?? 0)
      // The status is the answer, however the rest of the reply ends.
      request.off('close', unanswered).off('error', reject).on('error', answered)
      drop(reply, answered)
    })
    request.end(body)
  })
}

/** Reads a reply to its end, or as far as anything is read. */
function drop(reply: IncomingMessage, done: () => void): void {
  let read = 0
  reply.on('data', (piece: Buffer) => {
    read += piece.length
    if (read > mostReply) reply.destroy()
  })
  reply.once('error', done).once('close', done)
}

function headersOf({ secret }: Receiver, { id }: Message, body: string, now: Date): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': userAgent,
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, now, body),
  }
}

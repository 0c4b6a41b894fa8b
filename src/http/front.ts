import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyReply } from 'fastify'
import type { Version } from '../db/version.js'
import type { AnswerCache, ReadyReply } from './answer-cache.js'
import type { AppOptions } from './app.js'
import { isHeld, type Validators } from './conditions.js'
import { awayHeader } from './followed.js'
import type { Tally } from './guard/metrics.js'
import type { Context } from './reading.js'
import type { StraightAnswers } from './straight.js'
import { momentOf } from './validators.js'

/** The version of the record, and what it is called on this day. */
interface Moment {
  readonly version: Version
  readonly name: string
}

/** What a reply depends on, as it was sent: the framework need not look at a request that was answered before. */
export const wayOf = ({ url = '', headers }: IncomingMessage): string =>
  `${headers.accept ?? ''}\n${headers['accept-encoding'] ?? ''}\n${url}`

/** What a reply without a body does not say. */
const ofBody = new Set(['content-type', 'content-encoding', 'content-disposition'])

/** The reply that the framework is about to send, for whoever asks again in the same way. */
export function readyReply(reply: FastifyReply, bytes: Buffer, validators: Validators): ReadyReply {
  const all = Object.entries(reply.getHeaders()).filter(([name]) => name !== 'content-length')
  const notModified = all
    .filter(([name]) => !ofBody.has(name))
    .flatMap(([name, value]) => [name, String(value)])
  const headers = all.flatMap(([name, value]) => [name, String(value)])
  headers.push('content-length', String(bytes.length))
  return { headers, bytes, notModified, validators }
}

/**
 * Answers ahead of the framework: from memory, whoever asks again for what was answered before; and straight from the
 * record, whoever asks a plain question for the first time.
 * @returns whether the request is answered; if not, it is the framework's
 */
export function frontOf(
  context: Pick<AppOptions, 'store' | 'today' | 'followed'>,
  cache: AnswerCache,
  straight: StraightAnswers,
  tally: Tally,
) {
  const now = momentOfTurn(context)
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const moment = now()
    if (moment === null) return false
    const way = wayOf(request)
    const reply = cache.ready(moment.name, way)
    if (reply === undefined) return straight.answer(request, response, way, moment.version)
    const { awaySince } = context.followed() ?? {}
    if (awaySince) response.setHeader(awayHeader, awaySince)
    tally.front++
    if (isHeld(request.headers, reply.validators)) response.writeHead(304, reply.notModified).end()
    else response.writeHead(200, reply.headers).end(request.method === 'HEAD' ? undefined : reply.bytes)
    return true
  }
}

/** The version of the record and its name on this day: looked up once for all requests that came in one turn of the event loop. */
function momentOfTurn({ store, today }: Pick<Context, 'store' | 'today'>): () => Moment | null {
  let known: Moment | null | undefined
  return () => {
    if (known !== undefined) return known
    known = momentNow(store.version, today)
    setImmediate(() => {
      known = undefined
    })
    return known
  }
}

/** null while the record cannot be read, too: the framework says so, to those who ask for it. */
function momentNow(versionOf: Context['store']['version'], today: Context['today']): Moment | null {
  try {
    const version = versionOf()
    return version ? { version, name: momentOf(version, today()) } : null
  } catch {
    return null
  }
}

import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { type AnswerCache, momentOf } from './answer-cache.js'
import type { AppOptions } from './app.js'
import { isHeld } from './conditions.js'
import { awayHeader } from './followed.js'
import type { Tally } from './guard/metrics.js'
import type { Context } from './reading.js'

/** What a reply depends on, as it was sent: the framework need not look at a request that was answered before. */
export const wayOf = ({ url = '', headers }: IncomingMessage): string =>
  `${headers.accept ?? ''}\n${headers['accept-encoding'] ?? ''}\n${url}`

/**
 * Answers from memory, ahead of the framework, whoever asks again for what was answered before.
 * @returns whether the request is answered; if not, it is the framework's
 */
export function frontOf(
  context: Pick<AppOptions, 'store' | 'today' | 'followed'>,
  cache: AnswerCache,
  tally: Tally,
) {
  const now = momentOfTurn(context)
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const moment = now()
    const reply = moment === null ? undefined : cache.ready(moment, wayOf(request))
    if (reply === undefined) return false
    const { awaySince } = context.followed() ?? {}
    if (awaySince) response.setHeader(awayHeader, awaySince)
    tally.front++
    if (isConditional(request.headers) && isHeld(request.headers, reply.validators))
      response.writeHead(304, reply.notModified).end()
    else response.writeHead(200, reply.headers).end(request.method === 'HEAD' ? undefined : reply.bytes)
    return true
  }
}

/** The moment of the record, looked up once for all requests that came in together: in one turn of the event loop. */
function momentOfTurn({ store, today }: Pick<Context, 'store' | 'today'>): () => string | null {
  let known: string | null | undefined
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
function momentNow(versionOf: Context['store']['version'], today: Context['today']): string | null {
  try {
    const version = versionOf()
    return version ? momentOf(version, today()) : null
  } catch {
    return null
  }
}

const isConditional = (headers: IncomingHttpHeaders): boolean =>
  headers['if-none-match'] !== undefined || headers['if-modified-since'] !== undefined

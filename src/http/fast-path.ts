import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context } from '../answers/reading.js'
import type { AppOptions } from '../app.js'
import type { Version } from '../db/version.js'
import type { AnswerCache } from './cache.js'
import { isHeld } from './conditions.js'
import type { Tally } from './metrics.js'
import { awayHeader } from './replica-status.js'
import type { StraightAnswers } from './straight.js'
import { momentOf } from './validators.js'
import { wayOf } from './variant-key.js'

/** The version of the record, and what it is called on this day. */
interface Now {
  readonly version: Version
  readonly name: string
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
function momentOfTurn({ store, today }: Pick<Context, 'store' | 'today'>): () => Now | null {
  let known: Now | null | undefined
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
function momentNow(versionOf: Context['store']['version'], today: Context['today']): Now | null {
  try {
    const version = versionOf()
    return version ? { version, name: momentOf(version, today()) } : null
  } catch {
    return null
  }
}

import { Readable } from 'node:stream'
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import type { Context } from '../answers/reading.js'
import type { AnswerCache, HeldAnswer } from './cache.js'
import { type Asked, askedBy, headersOf, holds, pinnedRevision } from './cache-key.js'
import type { Tally } from './metrics.js'
import { readyReply, wayOf } from './variant-key.js'

export interface CachingOptions extends Context {
  readonly answers: AnswerCache
  readonly tally: Tally
  /** Names the code that answers. */
  readonly build: string
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What the answer to this request follows from; null where it is not to be cached, or was taken from the cache. */
    asked: Asked | null
  }
}

/**
 * Answers as bytes: an answer follows from the version of the record, the day, the address and the representation, so
 * that its validators are known before anything is asked of the record, and its bytes are made once (RFC 9110 §§ 8.8, 13).
 */
const cachingPlugin: FastifyPluginCallback<CachingOptions> = (
  app,
  { store, today, build, answers: cache, tally },
  done,
) => {
  app.decorateRequest('asked', null)

  app.addHook('onRequest', (request, reply, next) => {
    const version = isRead(request) ? store.version() : undefined
    if (version === undefined) return next()
    const pinned = pinnedRevision(request)
    const importedAt = pinned === null ? version.importedAt : store.imports.importedAt(pinned)
    if (importedAt === undefined) return next()
    const asked = askedBy(request, { version, today: today(), build, pinned, importedAt })
    const held = cache.get(asked.now, asked.key)
    const isHere = held !== undefined
    const isThere = holds(request, asked, isHere)
    tally[isHere || isThere ? 'cache' : 'record']++
    if (isThere) return notModified(request, reply, asked)
    if (isHere) return serve(cache, asked, held, request, reply)
    request.asked = asked
    next()
  })

  app.addHook('onSend', (request, reply, payload, next) => {
    const { asked } = request
    const isStream = payload instanceof Readable
    const isWhole = typeof payload === 'string' || Buffer.isBuffer(payload)
    if (asked === null || reply.statusCode !== 200 || !(isStream || isWhole)) return next(null, payload)
    request.asked = null
    if (holds(request, asked, true)) {
      if (isStream) payload.destroy()
      reply.removeHeader('content-length').removeHeader('content-type').headers(headersOf(asked)).code(304)
      // For HEAD, Fastify itself takes the body off: it measures any but a stream, and nothing it cannot measure.
      return next(null, request.method === 'HEAD' ? Readable.from([]) : null)
    }
    reply.headers(headersOf(asked))
    if (isStream) return next(null, payload)
    const answer = { headers: ownHeaders(reply), bytes: ownBytes(payload), coded: new Map() }
    cache.set(asked.now, asked.key, answer)
    if (asked.coding === 'identity') return next(null, payload)
    reply.header('content-encoding', asked.coding)
    cache.coded(asked.key, answer, asked.coding).then((bytes) => next(null, bytes), next)
  })
  done()
}

export const caching = plugin(cachingPlugin, { name: 'caching' })

const isRead = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD'

function notModified({ method }: FastifyRequest, reply: FastifyReply, asked: Asked): void {
  reply.code(304).headers(headersOf(asked))
  // Fastify measures for HEAD whatever is sent, and nothing: that would be another length than that of the answer.
  if (method === 'HEAD') reply.send(Readable.from([]))
  else reply.send()
}

function serve(
  cache: AnswerCache,
  asked: Asked,
  held: HeldAnswer,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  reply.headers(held.headers).headers(headersOf(asked))
  if (asked.coding !== 'identity') reply.header('content-encoding', asked.coding)
  cache.coded(asked.key, held, asked.coding).then(
    (bytes) => {
      // Most answers are asked for but once: the third who asks in the same way as the second is answered by the front.
      if (asked.isForAll)
        cache.remember(asked.key, wayOf(request.raw), readyReply(reply, bytes, asked.validators))
      reply.send(bytes)
    },
    (error) => reply.send(error),
  )
}

/** Bytes of its own: in a slab shared with others, what is let go would be kept by what is not. */
function ownBytes(text: string | Buffer): Buffer {
  if (Buffer.isBuffer(text)) return text
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text))
  bytes.write(text)
  return bytes
}

const ownNames = ['content-type', 'link', 'x-total-count', 'content-disposition']

/** What the answer says of itself: its type, its place among pages, the name of its file. */
function ownHeaders(reply: FastifyReply): Record<string, string> {
  const own: Record<string, string> = {}
  for (const name of ownNames) {
    const value = reply.getHeader(name)
    if (value !== undefined) own[name] = String(value)
  }
  return own
}

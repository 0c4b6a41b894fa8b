import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import fresh from 'fresh'
import type { Version } from '../db/version.js'
import { type AnswerCache, answerCache, type HeldAnswer } from './answer-cache.js'
import type { Context } from './reading.js'
import { type Representation, representationOf } from './representation.js'

/** A minute in the reader's own cache, five in a shared one; then served while the next answer is fetched. */
const cacheControl = 'public, max-age=60, s-maxage=300, stale-while-revalidate=86400'
/** An answer at a day and a revision is the same for good (RFC 8246). */
const immutable = 'public, max-age=31536000, immutable'

interface CachingOptions extends Context {
  /** Names the code that answers. */
  readonly build: string
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the answer is of no one day, so that it depends on the revision alone. */
    isOfNoDay?: boolean
    /** Whether the answer names the host that it was asked of. */
    namesHost?: boolean
  }
  interface FastifyRequest {
    /** What the answer to this request follows from; null where it is not to be cached, or was taken from the cache. */
    asked: Asked | null
  }
}

/** A request as all that its answer follows from. */
interface Asked extends Representation {
  /** The version of the record and the day: a cache holds answers of one such only. */
  readonly now: string
  readonly key: string
  readonly validators: { readonly etag: string; readonly 'last-modified': string }
  readonly isPinned: boolean
}

/**
 * Answers as bytes: an answer follows from the version of the record, the day, the address and the representation, so
 * that its ETag is known before anything is asked of the record, and its bytes are made once (RFC 9110 §§ 8.8, 13). The
 * ETag is strong, and another for each coding.
 */
const cachingPlugin: FastifyPluginCallback<CachingOptions> = (app, { store, today, build }, done) => {
  const cache = answerCache()
  app.decorateRequest('asked', null)

  app.addHook('onRequest', (request, reply, next) => {
    const version = isRead(request) ? store.version() : undefined
    if (version === undefined) return next()
    const pinned = pinnedRevision(request)
    const importedAt = pinned === null ? version.importedAt : store.imports.importedAt(pinned)
    if (importedAt === undefined) return next()
    const asked = describe(request, { version, today: today(), build, pinned, importedAt })
    const held = cache.get(asked.now, asked.key)
    if (holds(request, asked, held !== undefined)) return notModified(reply, asked)
    if (held !== undefined) return serve(cache, asked, held, reply)
    request.asked = asked
    next()
  })

  app.addHook('onSend', (request, reply, payload, next) => {
    const { asked } = request
    const isStream = payload instanceof Readable
    if (asked === null || reply.statusCode !== 200 || !(isStream || typeof payload === 'string'))
      return next(null, payload)
    request.asked = null
    if (holds(request, asked, true)) {
      if (isStream) payload.destroy()
      reply.removeHeader('content-length').removeHeader('content-type').headers(validatorsOf(asked)).code(304)
      // For HEAD, Fastify itself takes the body off, once it has measured it.
      return next(null, request.method === 'HEAD' && !isStream ? payload : null)
    }
    reply.headers(validatorsOf(asked))
    if (isStream) return next(null, payload)
    const answer = { headers: ownHeaders(reply), bytes: Buffer.from(payload), coded: new Map() }
    cache.set(asked.now, asked.key, answer)
    if (asked.coding === 'identity') return next(null, payload)
    reply.header('content-encoding', asked.coding)
    cache.coded(asked.key, answer, asked.coding).then((bytes) => next(null, bytes), next)
  })
  done()
}

export const caching = plugin(cachingPlugin, { name: 'caching' })

const isRead = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD'

interface Ground {
  readonly version: Version
  readonly today: string
  readonly build: string
  readonly pinned: number | null
  readonly importedAt: string
}

function describe(request: FastifyRequest, { version, today, build, pinned, importedAt }: Ground): Asked {
  const { isCsv, coding } = representationOf(request)
  const now = `${version.revision} ${version.reference} ${today}`
  const host = request.routeOptions.config.namesHost ? `${request.protocol}://${request.host}` : ''
  const key = `${isCsv ? 'csv' : 'json'} ${host} ${request.url}`
  const ground = pinned === null ? now : version.reference
  const digest = createHash('sha256').update(`${build} ${ground} ${key}`).digest('base64url').slice(0, 22)
  const suffix = coding === 'identity' ? '' : `-${coding}`
  return {
    isCsv,
    coding,
    now,
    key,
    isPinned: pinned !== null,
    validators: {
      etag: `"${pinned ?? version.revision}-${digest}${suffix}"`,
      'last-modified': lastModified(importedAt, pinned === null ? today : null),
    },
  }
}

/** The revision of a request that names both times of the record, so that its answer never changes; else null. */
function pinnedRevision({ query, routeOptions: { config } }: FastifyRequest): number | null {
  const { asOf, revision } = query as { asOf?: string; revision?: string }
  return revision !== undefined && (asOf !== undefined || config.isOfNoDay) ? Number(revision) : null
}

/**
 * Whether the reader holds the answer already. Before the record was asked, only the exact ETag says so: it was given
 * with that answer, where any other condition needs to know that there is one.
 */
function holds({ headers }: FastifyRequest, { validators }: Asked, isThere: boolean): boolean {
  const ifNoneMatch = headers['if-none-match']
  if (!isThere && (ifNoneMatch === undefined || ifNoneMatch.trim() === '*')) return false
  // `fetch` sends `Cache-Control: no-cache` with every condition that a program sets: that is for the caches on the way
  // (RFC 9111 § 5.2.1.4), and what the reader holds is fresh all the same.
  const { 'cache-control': _, ...conditions } = headers
  return fresh(conditions, validators)
}

const notModified = (reply: FastifyReply, asked: Asked): void => {
  reply.code(304).headers(validatorsOf(asked)).send()
}

function serve(cache: AnswerCache, asked: Asked, held: HeldAnswer, reply: FastifyReply): void {
  reply.headers(held.headers).headers(validatorsOf(asked))
  const bytes = asked.coding === 'identity' ? held.bytes : held.coded.get(asked.coding)
  if (asked.coding !== 'identity') reply.header('content-encoding', asked.coding)
  if (bytes !== undefined) reply.send(bytes)
  else
    cache.coded(asked.key, held, asked.coding).then(
      (made) => reply.send(made),
      (error) => reply.send(error),
    )
}

const validatorsOf = ({ validators, isPinned }: Asked): Record<string, string> => ({
  ...validators,
  'cache-control': isPinned ? immutable : cacheControl,
  vary: 'Accept, Accept-Encoding',
})

/** What the answer says of itself: its type, its place among pages, the name of its file. */
function ownHeaders(reply: FastifyReply): Record<string, string> {
  const names = ['content-type', 'link', 'x-total-count', 'content-disposition']
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = reply.getHeader(name)
      return value === undefined ? [] : [[name, String(value)]]
    }),
  )
}

/** An answer changes when an import does, and at midnight, when today becomes another day. */
function lastModified(importedAt: string, today: string | null): string {
  const midnight = `${today}T00:00:00Z`
  return new Date(today === null || importedAt > midnight ? importedAt : midnight).toUTCString()
}

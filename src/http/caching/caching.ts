import { Readable } from 'node:stream'
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import type { RecordSource } from '../../answers/reading.js'
import type { Store } from '../../db/store.js'
import type { Version } from '../../db/version.js'
import type { AnswerCounts } from '../metrics.js'
import { acceptedLanguage, type Coding, representationOf } from '../negotiation.js'
import type { ReplyCache } from './cache.js'
import { compressed, compressedStream } from './compress.js'
import { isHeld, type Validators } from './conditions.js'
import { ownBytes, readyReply } from './ready-reply.js'
import { cacheEpoch, validatorsOf } from './validators.js'
import type { Variants } from './variant-key.js'

export interface CachingOptions extends RecordSource {
  readonly cache: ReplyCache
  readonly variants: Variants
  readonly answerCounts: AnswerCounts
  /** Identifies the build. */
  readonly build: string
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the answer depends on the revision alone, not on the day. */
    ignoresAsOf?: boolean
    /** Whether the answer depends on the build alone, so that no parameter makes it permanent. */
    isOfBuild?: boolean
    /** Whether the address names the content, so that the answer never changes. */
    isImmutable?: boolean
    /** Whether the answer says when the depositary's pages were last looked at. */
    showsLooks?: boolean
    /** Whether the answer contains the host of the request. */
    namesHost?: boolean
  }
  interface FastifyRequest {
    /** How the answer may be cached; null if it may not. */
    cachePlan: CachePlan | null
  }
}

/** How an answer may be cached, by clients and by this server. */
interface CachePlan {
  readonly validators: Validators
  readonly coding: Coding
  /** Whether the answer never changes: the request names both times of the record, or the content itself. */
  readonly isImmutable: boolean
  /** Whether caches must ask again for another language. */
  readonly negotiatesLanguage: boolean
  /** The version of the record and the day. */
  readonly epoch: string
  /** Null if this server does not cache the reply. */
  readonly key: string | null
}

/**
 * Derives the validators of every answer before it is computed (RFC 9110 §§ 8.8, 13), and caches its bytes for
 * `fast-path.ts`.
 *
 *     await app.register(caching, { store, today, build, cache, variants, answerCounts })
 */
const cachingPlugin: FastifyPluginCallback<CachingOptions> = (
  app,
  { cache, answerCounts, ...source },
  done,
) => {
  app.decorateRequest('cachePlan', null)

  app.addHook('onRequest', (request, reply, next) => {
    const cachePlan = cachePlanOf(request, source)
    if (cachePlan === null) return next()
    const isHeldAlready = isCertainlyHeld(request, cachePlan)
    answerCounts[isHeldAlready ? 'cache' : 'record']++
    if (isHeldAlready) return notModified(request, reply, cachePlan)
    request.cachePlan = cachePlan
    next()
  })

  app.addHook('onSend', (request, reply, payload, next) => {
    const { cachePlan } = request
    const isStream = payload instanceof Readable
    const isWhole = typeof payload === 'string' || Buffer.isBuffer(payload)
    if (cachePlan === null || reply.statusCode !== 200 || !(isStream || isWhole)) return next(null, payload)
    request.cachePlan = null
    reply.headers(cacheHeaders(cachePlan))
    if (isHeld(request.headers, cachePlan.validators)) {
      if (isStream) payload.destroy()
      reply.removeHeader('content-length').removeHeader('content-type').code(304)
      // For HEAD, Fastify would set the length of any body but a stream.
      return next(null, request.method === 'HEAD' ? Readable.from([]) : null)
    }
    if (cachePlan.coding !== 'identity') reply.header('content-encoding', cachePlan.coding)
    if (isStream) return next(null, compressedStream(payload, cachePlan.coding))
    // Also for HEAD the payload is still whole here: Fastify removes it later.
    const whole = typeof payload === 'string' ? Buffer.from(payload) : payload
    const bytes = ownBytes(compressed(whole, cachePlan.coding))
    if (cachePlan.key !== null)
      cache.set(cachePlan.epoch, cachePlan.key, readyReply(reply, bytes, cachePlan.validators))
    next(null, bytes)
  })
  done()
}

export const caching = plugin(cachingPlugin, { name: 'caching' })

function cachePlanOf(
  request: FastifyRequest,
  { store, today, build, variants }: Omit<CachingOptions, 'cache' | 'answerCounts'>,
): CachePlan | null {
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const version = isRead ? readableVersion(store) : undefined
  if (version === undefined) return null
  const pinned = pinnedRevision(request)
  const importedAt = pinned === null ? version.importedAt : store.imports.importedAt(pinned)
  if (importedAt === undefined) return null
  const { isCsv, coding } = representationOf(request)
  const {
    namesHost = false,
    isImmutable = false,
    showsLooks = false,
    negotiatesLanguage = false,
  } = request.routeOptions.config
  const host = namesHost ? `${request.protocol}://${request.host}` : ''
  const language = negotiatesLanguage ? acceptedLanguage(request.headers['accept-language']) : ''
  const variant = `${isCsv ? 'csv' : 'json'} ${host} ${language} ${request.url}`
  const basis = { version, today: today(), build, pinned, importedAt, showsLooks }
  return {
    validators: validatorsOf(basis, variant, coding),
    coding,
    isImmutable: isImmutable || pinned !== null,
    negotiatesLanguage,
    epoch: cacheEpoch(version, basis.today),
    key: namesHost && !variants.keepsHostNames ? null : variants.keyOf(request.raw),
  }
}

/** The version of the record; undefined if it cannot be read. Routes that query it meet the same fault, and say so. */
function readableVersion(store: Store): Version | undefined {
  try {
    return store.version()
  } catch {
    return undefined
  }
}

/** The revision of a request with both times, whose answer never changes; else null. */
function pinnedRevision({ query, routeOptions: { config } }: FastifyRequest): number | null {
  const { asOf = '', revision = '' } = query as { asOf?: string; revision?: string }
  // An empty form field counts as absent.
  const isPinned = revision !== '' && (asOf !== '' || config.ignoresAsOf)
  return isPinned && !config.isOfBuild ? Number(revision) : null
}

/**
 * Whether the client holds the answer, decided before it is computed. Only an ETag proves that; any other condition would
 * also match an address that answers 404.
 */
function isCertainlyHeld({ headers }: FastifyRequest, { validators }: CachePlan): boolean {
  const ifNoneMatch = headers['if-none-match']
  return ifNoneMatch !== undefined && ifNoneMatch.trim() !== '*' && isHeld(headers, validators)
}

function notModified({ method }: FastifyRequest, reply: FastifyReply, cachePlan: CachePlan): void {
  reply.code(304).headers(cacheHeaders(cachePlan))
  // For HEAD, Fastify would send `content-length: 0`, which is not the length of the answer.
  if (method === 'HEAD') reply.send(Readable.from([]))
  else reply.send()
}

/** A minute in the client's own cache, five in a shared one; then served while the next answer is fetched. */
const shortLived = 'public, max-age=60, s-maxage=300, stale-while-revalidate=86400'
/** An answer that never changes (RFC 8246). */
const immutable = 'public, max-age=31536000, immutable'

const cacheHeaders = ({
  validators,
  isImmutable,
  negotiatesLanguage,
}: CachePlan): Record<string, string> => ({
  ...validators,
  'cache-control': isImmutable ? immutable : shortLived,
  vary: `Accept, Accept-Encoding${negotiatesLanguage ? ', Accept-Language' : ''}`,
})

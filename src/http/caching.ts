import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import fresh from 'fresh'
import type { Context } from './reading.js'

/** A minute in the reader's own cache, five in a shared one; then served while the next answer is fetched. */
const cacheControl = 'public, max-age=60, s-maxage=300, stale-while-revalidate=86400'
/** An answer at a day and a revision is the same for good (RFC 8246). */
const immutable = 'public, max-age=31536000, immutable'

interface CachingOptions extends Context {
  /** Names the code that answers. */
  readonly build: string
}

/**
 * Validators on every 200 of the scope it is registered in, and 304 where the reader holds that answer already
 * (RFC 9110 §§ 8.8, 13). The ETag is strong: it names the revision and the bytes; of a stream, all that they follow
 * from.
 */
const cachingPlugin: FastifyPluginCallback<CachingOptions> = (app, { store, today, build }, done) => {
  app.addHook('onSend', (request, reply, payload, next) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const isStream = payload instanceof Readable
    if (!isRead || reply.statusCode !== 200 || !(isStream || typeof payload === 'string'))
      return next(null, payload)
    const newest = store.imports.newest()
    if (newest === undefined) return next(null, payload)
    const identity = isStream
      ? JSON.stringify([build, pinnedRevision(request) ?? today(), request.url])
      : payload
    const digest = createHash('sha256').update(identity).digest('base64url').slice(0, 22)
    const pinned = pinnedRevision(request)
    const headers = {
      etag: `"${pinned ?? newest.number}-${digest}"`,
      'last-modified':
        pinned === null
          ? lastModified(newest.importedAt, today())
          : new Date(store.imports.importedAt(pinned) ?? newest.importedAt).toUTCString(),
    }
    reply.headers({ ...headers, 'cache-control': pinned === null ? cacheControl : immutable })
    vary(reply)
    if (!fresh(conditionsOf(request), headers)) return next(null, payload)
    if (isStream) payload.destroy()
    reply.code(304).removeHeader('content-length').removeHeader('content-type')
    // For HEAD, Fastify itself takes the body off, once it has measured it.
    next(null, request.method === 'HEAD' ? payload : null)
  })
  done()
}

export const caching = plugin(cachingPlugin, { name: 'caching' })

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the answer is of no one day, so that it depends on the revision alone. */
    isOfNoDay?: boolean
  }
}

/** The revision of a request that names both times of the record, so that its answer never changes; else null. */
function pinnedRevision({ query, routeOptions: { config } }: FastifyRequest): number | null {
  const { asOf, revision } = query as { asOf?: string; revision?: number }
  return revision !== undefined && (asOf !== undefined || config.isOfNoDay) ? revision : null
}

/**
 * What a reader holds. `fetch` sends `Cache-Control: no-cache` with every condition that a program sets: that is for the
 * caches on the way (RFC 9111 § 5.2.1.4), and what the reader holds is fresh all the same.
 */
const conditionsOf = ({ headers: { 'cache-control': _, ...headers } }: FastifyRequest) => headers

/** An answer changes when an import does, and at midnight, when today becomes another day. */
function lastModified(importedAt: string, today: string): string {
  const midnight = `${today}T00:00:00Z`
  return new Date(importedAt > midnight ? importedAt : midnight).toUTCString()
}

const vary = (reply: FastifyReply): FastifyReply => reply.header('vary', 'Accept, Accept-Encoding')

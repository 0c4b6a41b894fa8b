import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RecordSource } from '../../answers/reading.js'
import type { AnswerCounts } from '../metrics.js'
import { awayHeader, type ReplicaStatus } from '../replica-status.js'
import type { ReplyCache } from './cache.js'
import { isHeld } from './conditions.js'
import { cacheEpoch } from './validators.js'
import type { Variants } from './variant-key.js'

interface FastPathOptions extends RecordSource {
  readonly cache: ReplyCache
  readonly variants: Variants
  readonly answerCounts: AnswerCounts
  readonly replicaStatus: () => ReplicaStatus | null
}

/**
 * Answers from the cache ahead of Fastify: three times faster. The framework fills the cache, by the same key (`caching.ts`).
 * @returns a handler; it returns false for a cache miss, which Fastify then answers
 */
export function fastPath({ store, today, cache, variants, answerCounts, replicaStatus }: FastPathOptions) {
  const epochNow = oncePerTurn(() => {
    const version = store.version()
    return version ? cacheEpoch(version, today()) : null
  })
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const epoch = epochNow()
    const reply = epoch === null ? undefined : cache.get(epoch, variants.keyOf(request))
    if (reply === undefined) return false
    const { awaySince } = replicaStatus() ?? {}
    if (awaySince) response.setHeader(awayHeader, awaySince)
    answerCounts.cache++
    if (isHeld(request.headers, reply.validators)) response.writeHead(304, reply.notModified).end()
    else response.writeHead(200, reply.headers).end(request.method === 'HEAD' ? undefined : reply.bytes)
    return true
  }
}

/** Reads once per turn of the event loop. An error counts as null, because Fastify then meets it and reports it. */
function oncePerTurn<T>(read: () => T | null): () => T | null {
  let known: T | null | undefined
  return () => {
    if (known !== undefined) return known
    try {
      known = read()
    } catch {
      known = null
    }
    setImmediate(() => {
      known = undefined
    })
    return known
  }
}

import type { FastifyRequest } from 'fastify'
import { isHeld, type Validators } from './conditions.js'
import { type Representation, representationOf } from './negotiation.js'
import { momentOf, type Premises, questionOf, validatorsOf } from './validators.js'

/** A minute in the reader's own cache, five in a shared one; then served while the next answer is fetched. */
const cacheControl = 'public, max-age=60, s-maxage=300, stale-while-revalidate=86400'
/** An answer at a day and a revision is the same for good (RFC 8246). */
const immutable = 'public, max-age=31536000, immutable'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the answer is of no one day, so that it depends on the revision alone. */
    isOfNoDay?: boolean
    /** Whether the answer names the host that it was asked of. */
    namesHost?: boolean
  }
}

/** What the answer to a request follows from. */
export interface Asked extends Representation {
  /** The version of the record and the day: a cache holds answers of one such only. */
  readonly now: string
  readonly key: string
  readonly validators: Validators
  /** Whether whoever asks in the same way gets the same, whatever else the request says. */
  readonly isForAll: boolean
  readonly isPinned: boolean
}

/** A request as all that its answer follows from. */
export function askedBy(request: FastifyRequest, premises: Premises): Asked {
  const { isCsv, coding } = representationOf(request)
  const { namesHost = false } = request.routeOptions.config
  const host = namesHost ? `${request.protocol}://${request.host}` : ''
  const key = questionOf(request.url, { isCsv, host })
  return {
    isCsv,
    coding,
    now: momentOf(premises.version, premises.today),
    key,
    isPinned: premises.pinned !== null,
    isForAll: !namesHost,
    validators: validatorsOf(premises, key, coding),
  }
}

/** The revision of a request that names both times of the record, so that its answer never changes; else null. */
export function pinnedRevision({ query, routeOptions: { config } }: FastifyRequest): number | null {
  const { asOf, revision } = query as { asOf?: string; revision?: string }
  return revision !== undefined && (asOf !== undefined || config.isOfNoDay) ? Number(revision) : null
}

/**
 * Whether the reader holds the answer already. Before the record was asked, only the exact ETag says so: it was given
 * with that answer, where any other condition needs to know that there is one.
 */
export function holds({ headers }: FastifyRequest, { validators }: Asked, isThere: boolean): boolean {
  const ifNoneMatch = headers['if-none-match']
  if (!isThere && (ifNoneMatch === undefined || ifNoneMatch.trim() === '*')) return false
  return isHeld(headers, validators)
}

/** What every answer says of how long it may be kept, and of what it depends on. */
export const headersOf = ({ validators, isPinned }: Asked): Record<string, string> => ({
  ...validators,
  'cache-control': isPinned ? immutable : cacheControl,
  vary: 'Accept, Accept-Encoding',
})

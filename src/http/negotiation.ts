import type { FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'
import { isCsvAsked } from './csv.js'

export type Coding = 'br' | 'gzip' | 'identity'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the answer is compressed in itself, as a picture of pixels is. */
    isPacked?: boolean
  }
}

/** In which form an answer is wanted. */
export interface Representation {
  readonly isCsv: boolean
  readonly coding: Coding
}

/** What a request accepts (RFC 9110 §§ 12.5.1, 12.5.3). CSV is streamed as it is. */
export function representationOf(request: FastifyRequest): Representation {
  const isCsv = isCsvAsked(request)
  const { isPacked = false } = request.routeOptions.config
  return {
    isCsv,
    coding: isCsv || isPacked ? 'identity' : codingOf(request.headers['accept-encoding']),
  }
}

const codings = new LRUCache<string, Coding>({ max: 500 })
const offered = ['br', 'gzip', 'identity']

/** The smallest coding that an `Accept-Encoding` accepts. */
export function codingOf(accepted: string | string[] | undefined): Coding {
  if (accepted === undefined) return 'identity'
  const header = String(accepted)
  const known = codings.get(header)
  if (known !== undefined) return known
  // Its types do not know the option “preferred” yet.
  const negotiator = new Negotiator({ headers: { 'accept-encoding': header } }) as unknown as WithPreference
  const found = negotiator.encoding(offered, { preferred: offered })
  const coding = found === 'br' || found === 'gzip' ? found : 'identity'
  codings.set(header, coding)
  return coding
}

interface WithPreference {
  readonly encoding: (available: string[], options: { preferred: string[] }) => string | undefined
}

import type { FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'
import type { Coding } from './cache.js'
import { isCsvAsked } from './csv.js'

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

const codings = new LRUCache<string, Coding>({ max: 500 })
const offered = ['br', 'gzip', 'identity']

/** What a request accepts (RFC 9110 §§ 12.5.1, 12.5.3). CSV is streamed as it is. */
export function representationOf(request: FastifyRequest): Representation {
  const isCsv = isCsvAsked(request)
  const { isPacked = false } = request.routeOptions.config
  return { isCsv, coding: isCsv || isPacked ? 'identity' : codingOf(request) }
}

function codingOf(request: FastifyRequest): Coding {
  const accepted = request.headers['accept-encoding']
  if (accepted === undefined) return 'identity'
  const known = codings.get(String(accepted))
  if (known !== undefined) return known
  // Of what is accepted alike, the smallest; its types do not know this option yet.
  const negotiator = new Negotiator(request) as unknown as WithPreference
  const found = negotiator.encoding(offered, { preferred: offered })
  const coding = found === 'br' || found === 'gzip' ? found : 'identity'
  codings.set(String(accepted), coding)
  return coding
}

interface WithPreference {
  readonly encoding: (available: string[], options: { preferred: string[] }) => string | undefined
}

import type { FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'

export type Coding = 'br' | 'gzip' | 'identity'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the answer is compressed in itself, as a picture of pixels is. */
    isPacked?: boolean
    /** The columns of a collection as CSV, as paths into its items. */
    columns?: readonly (readonly string[])[]
    /** Whether the address answers in CSV alone: it ends in `.csv`. */
    isCsv?: boolean
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

/** Whether a request for a collection is for CSV. */
export function isCsvAsked({ routeOptions: { config }, headers }: FastifyRequest): boolean {
  const { columns, isCsv = false } = config
  return isCsv || (columns !== undefined && prefersCsv(headers.accept))
}

/** Clients send few different headers: each is negotiated once. */
const negotiated = new LRUCache<string, string>({ max: 500 })

function once(header: string, negotiate: () => string | undefined): string {
  const known = negotiated.get(header)
  if (known !== undefined) return known
  const found = negotiate() ?? 'none'
  negotiated.set(header, found)
  return found
}

/** Whether an `Accept` prefers CSV to JSON. */
export const prefersCsv = (accept: string | undefined): boolean =>
  accept !== undefined &&
  once(`accept: ${accept}`, () =>
    new Negotiator({ headers: { accept } }).mediaType(['application/json', 'text/csv']),
  ) === 'text/csv'

const offered = ['br', 'gzip', 'identity']

/** The smallest coding that an `Accept-Encoding` accepts. */
export function codingOf(accepted: string | string[] | undefined): Coding {
  if (accepted === undefined) return 'identity'
  const found = once(`accept-encoding: ${accepted}`, () => {
    // Its types do not know the option “preferred” yet.
    const negotiator = new Negotiator({ headers: { 'accept-encoding': String(accepted) } })
    return (negotiator as unknown as WithPreference).encoding(offered, { preferred: offered })
  })
  return found === 'br' || found === 'gzip' ? found : 'identity'
}

interface WithPreference {
  readonly encoding: (available: string[], options: { preferred: string[] }) => string | undefined
}

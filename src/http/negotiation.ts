import type { FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'
import { type Language, languages } from '../domain/vocabulary.js'

export type Coding = 'br' | 'gzip' | 'identity'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the payload is compressed already, as PNG is. */
    isPacked?: boolean
    /** The CSV columns of a collection, as paths into its items. */
    columns?: readonly (readonly string[])[]
    /** Whether the answer at this address depends on the language that the reader prefers. Only `/` does. */
    negotiatesLanguage?: boolean
    /** Whether the route answers only CSV, since its path ends in `.csv`. */
    isCsv?: boolean
  }
}

/** The form of an answer. */
export interface Representation {
  readonly isCsv: boolean
  readonly coding: Coding
}

/** Negotiates the form of an answer (RFC 9110 §§ 12.5.1, 12.5.3). */
export function representationOf(request: FastifyRequest): Representation {
  const isCsv = isCsvRequest(request)
  const { isPacked = false } = request.routeOptions.config
  return {
    isCsv,
    coding: isPacked ? 'identity' : codingOf(request.headers['accept-encoding']),
  }
}

/** Whether a collection is answered as CSV. */
export function isCsvRequest({ routeOptions: { config }, headers }: FastifyRequest): boolean {
  const { columns, isCsv = false } = config
  return isCsv || (columns !== undefined && prefersCsv(headers.accept))
}

/** Clients send few different headers, so each is negotiated only once. */
const negotiated = new LRUCache<string, string>({ max: 500 })

function memoised(header: string, negotiate: () => string | undefined): string {
  const known = negotiated.get(header)
  if (known !== undefined) return known
  const found = negotiate() ?? 'none'
  negotiated.set(header, found)
  return found
}

/** Whether an `Accept` prefers CSV to JSON. */
export const prefersCsv = (accept: string | undefined): boolean =>
  accept !== undefined &&
  memoised(`accept: ${accept}`, () =>
    new Negotiator({ headers: { accept } }).mediaType(['application/json', 'text/csv']),
  ) === 'text/csv'

const offered = ['br', 'gzip', 'identity']

/** The language that an `Accept-Language` prefers (RFC 9110 § 12.5.4); English if it names none of the six. */
export function acceptedLanguage(accepted: string | undefined): Language {
  if (accepted === undefined) return 'en'
  const found = memoised(`accept-language: ${accepted}`, () =>
    new Negotiator({ headers: { 'accept-language': accepted } }).language(byDefault),
  )
  return languages.find((lang) => lang === found) ?? 'en'
}

/** English first, for whoever accepts any. */
const byDefault = ['en', ...languages.filter((lang) => lang !== 'en')]

/** The smallest coding that an `Accept-Encoding` accepts. */
export function codingOf(accepted: string | string[] | undefined): Coding {
  if (accepted === undefined) return 'identity'
  const found = memoised(`accept-encoding: ${accepted}`, () => {
    // @types/negotiator lacks the option `preferred`.
    const negotiator = new Negotiator({ headers: { 'accept-encoding': String(accepted) } })
    return (negotiator as unknown as WithPreference).encoding(offered, { preferred: offered })
  })
  return found === 'br' || found === 'gzip' ? found : 'identity'
}

interface WithPreference {
  readonly encoding: (available: string[], options: { preferred: string[] }) => string | undefined
}

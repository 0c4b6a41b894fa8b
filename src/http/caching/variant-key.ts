import type { IncomingMessage } from 'node:http'
import { acceptedLanguage, codingOf, prefersCsv } from '../negotiation.js'

export interface VariantOptions {
  readonly publicUrl: string
  /** Fastify's option: whether, or from which addresses, `X-Forwarded-*` headers are trusted. */
  readonly trustProxy: unknown
}

/** Cache keys. */
export interface Variants {
  /** The key of a reply: the address, and the headers by which it varies. */
  readonly keyOf: (request: IncomingMessage) => string
  /** Whether replies that contain their host may be cached. */
  readonly keepsHostNames: boolean
}

/** The only address that negotiates a language. */
const isRoot = /^\/(?:\?|$)/

/**
 * The host is part of the key unless `PUBLIC_URL` is set. If only some addresses are trusted proxies, a forwarded host
 * counts or not by the peer's address, which no key holds. Replies that contain their host are then not cached.
 */
export function variantsFor({ publicUrl, trustProxy }: VariantOptions): Variants {
  const isOneHost = publicUrl !== ''
  const trustsForwarded = !isOneHost && trustProxy === true
  return {
    keyOf: ({ url, headers }) => {
      const form = prefersCsv(headers.accept) ? 'csv' : 'json'
      const language = isRoot.test(url ?? '') ? acceptedLanguage(headers['accept-language']) : ''
      const key = `${url}\n${form}\n${codingOf(headers['accept-encoding'])}\n${language}`
      if (isOneHost) return key
      if (!trustsForwarded) return `${key}\n${headers.host}`
      return `${key}\n${headers.host}\n${headers['x-forwarded-host']}\n${headers['x-forwarded-proto']}`
    },
    keepsHostNames: publicUrl !== '' || !trustProxy || trustProxy === true,
  }
}

import type { IncomingMessage } from 'node:http'
import { codingOf, prefersCsv } from '../negotiation.js'

export interface VariantOptions {
  readonly publicUrl: string
  /** As Fastify takes it: whether, or from which addresses, `X-Forwarded-*` headers are believed. */
  readonly trustProxy: unknown
}

/** How replies are told apart in the cache. */
export interface Variants {
  /** Names what a reply depends on beside the record and the day: the address, and the headers that it varies by. */
  readonly keyOf: (request: IncomingMessage) => string
  /** Whether replies that name their host may be kept: the key must then say by which name the server was asked. */
  readonly keepsHostNames: boolean
}

/**
 * The host is part of the key unless `PUBLIC_URL` is set. Where some addresses alone are proxies, a forwarded host is believed or not by
 * the peer's address, which no key holds: replies that name their host are then not kept.
 */
export function variantsFor({ publicUrl, trustProxy }: VariantOptions): Variants {
  const isOneHost = publicUrl !== ''
  const believesForwarded = !isOneHost && trustProxy === true
  return {
    keyOf: ({ url, headers }) => {
      const form = prefersCsv(headers.accept) ? 'csv' : 'json'
      const key = `${url}\n${form}\n${codingOf(headers['accept-encoding'])}`
      if (isOneHost) return key
      if (!believesForwarded) return `${key}\n${headers.host}`
      return `${key}\n${headers.host}\n${headers['x-forwarded-host']}\n${headers['x-forwarded-proto']}`
    },
    keepsHostNames: publicUrl !== '' || !trustProxy || trustProxy === true,
  }
}

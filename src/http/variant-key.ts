import type { IncomingMessage } from 'node:http'
import { codingOf } from './negotiation.js'

/**
 * Names what a reply depends on beside the record and the day: the address, and the headers that it varies by. Proxies say under which
 * name the server was asked.
 */
export function variantKey({ url = '', headers }: IncomingMessage): string {
  const { accept = '', host = '' } = headers
  const forwarded = [headers['x-forwarded-host'], headers['x-forwarded-proto']]
  return [url, accept, codingOf(headers['accept-encoding']), host, ...forwarded].join('\n')
}

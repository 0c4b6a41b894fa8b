import type { IncomingHttpHeaders } from 'node:http'
import fresh from 'fresh'

export interface Validators {
  readonly etag: string
  readonly 'last-modified': string
}

/** Each of the three forms begins with the day of the week (RFC 9110 § 5.6.7). */
const isHttpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/

/** Whether a request has a cache condition. */
export const isConditional = (headers: IncomingHttpHeaders): boolean =>
  headers['if-none-match'] !== undefined || headers['if-modified-since'] !== undefined

/** Whether the client holds the answer already, by the conditions of its request (RFC 9110 § 13). */
export function isHeld(headers: IncomingHttpHeaders, validators: Validators): boolean {
  if (!isConditional(headers)) return false
  if (headers['if-none-match'] === validators.etag) return true
  // `fetch` adds `Cache-Control: no-cache` to every condition that a script sets. It addresses caches on the way (RFC 9111
  // § 5.2.1.4), and must not turn a 304 into a 200.
  const { 'cache-control': _, 'if-modified-since': since = '', ...conditions } = headers
  // An invalid date must be ignored (§ 13.1.3).
  return fresh(isHttpDate.test(since) ? { ...conditions, 'if-modified-since': since } : conditions, {
    ...validators,
  })
}

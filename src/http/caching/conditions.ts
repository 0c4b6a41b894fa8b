import type { IncomingHttpHeaders } from 'node:http'
import fresh from 'fresh'

export interface Validators {
  readonly etag: string
  readonly 'last-modified': string
}

/** Each of the three forms begins with the day of the week (RFC 9110 § 5.6.7). */
const isHttpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/

/** Whether a request says what its reader holds. */
export const isConditional = (headers: IncomingHttpHeaders): boolean =>
  headers['if-none-match'] !== undefined || headers['if-modified-since'] !== undefined

/** Whether a reader holds an answer already, by the conditions that it sends (RFC 9110 § 13). */
export function isHeld(headers: IncomingHttpHeaders, validators: Validators): boolean {
  if (!isConditional(headers)) return false
  if (headers['if-none-match'] === validators.etag) return true
  // `fetch` sends `Cache-Control: no-cache` with every condition that a program sets: that is for the caches on the way
  // (RFC 9111 § 5.2.1.4), and what the reader holds is fresh all the same.
  const { 'cache-control': _, 'if-modified-since': since = '', ...conditions } = headers
  // What is no date of HTTP is no condition (§ 13.1.3).
  return fresh(isHttpDate.test(since) ? { ...conditions, 'if-modified-since': since } : conditions, {
    ...validators,
  })
}

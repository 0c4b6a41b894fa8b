import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { counted } from '../../domain/wording.js'
import { NotFetched, whyNotFetched } from './not-fetched.js'
import type { Turn } from './pace.js'

/** The most that one page may take. */
export interface FetchLimits {
  /** In milliseconds, from the request to the headers of its answer: finding the name, connecting and TLS included. */
  readonly headers: number
  /** In milliseconds, from the headers to the last byte. */
  readonly body: number
  /** In bytes, decompressed. */
  readonly bytes: number
  readonly redirects: number
}

export const usualLimits: FetchLimits = {
  headers: 30_000,
  body: 120_000,
  bytes: 32 * 1024 * 1024,
  redirects: 3,
}

export interface FetchOptions {
  /** Names the product and whom to write to. */
  readonly userAgent: string
  /** Waits for the turn of each request, redirects included. */
  readonly turn: Turn
  readonly limits?: FetchLimits
}

/** What the server gave with an earlier answer, to ask whether the page has changed since (RFC 9110 § 13). */
export interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null
}

export type Fetched = ({ readonly got: 'page' } & Validators) | { readonly got: 'not-modified' }

const nothingHeld: Validators = { etag: null, lastModified: null }

/**
 * Fetches a page into a file.
 * @param held  what an earlier answer came with
 * @throws NotFetched if there is no complete answer; the file may then hold a part of one
 */
export async function fetchPage(
  address: string,
  file: string,
  options: FetchOptions,
  held: Validators = nothingHeld,
): Promise<Fetched> {
  const { limits = usualLimits } = options
  let url = new URL(address)
  for (let followed = 0; ; followed++) {
    const fetched = await request(url, file, held, { ...options, limits })
    if (!(fetched instanceof URL)) return fetched
    if (followed >= limits.redirects)
      throw new NotFetched(`redirects more than ${counted(limits.redirects, 'time')}`)
    url = fetched
  }
}

/** @returns the address that the server redirects to, if it does */
async function request(
  url: URL,
  file: string,
  held: Validators,
  { userAgent, turn, limits }: Required<FetchOptions>,
): Promise<Fetched | URL> {
  await turn()
  const deadline = new AbortController()
  const within = (milliseconds: number, what: string) =>
    setTimeout(() => {
      deadline.abort(new NotFetched(`${what} within ${milliseconds / 1000} s`, true))
    }, milliseconds)
  let timer = within(limits.headers, 'gave no answer')
  const { signal } = deadline
  try {
    const response = await fetch(url, { headers: headersFor(userAgent, held), redirect: 'manual', signal })
    clearTimeout(timer)
    timer = within(limits.body, 'did not finish its answer')
    if (response.status === 200) {
      await save(response, file, limits.bytes)
      return {
        got: 'page',
        etag: response.headers.get('etag'),
        lastModified: response.headers.get('last-modified'),
      }
    }
    await response.body?.cancel()
    return withoutPage(response, url, held)
  } catch (error) {
    throw signal.aborted ? signal.reason : whyNotFetched(error)
  } finally {
    clearTimeout(timer)
  }
}

const headersFor = (userAgent: string, { etag, lastModified }: Validators): Record<string, string> => ({
  accept: 'text/html',
  'accept-encoding': 'gzip',
  'user-agent': userAgent,
  ...(etag !== null && { 'if-none-match': etag }),
  ...(lastModified !== null && { 'if-modified-since': lastModified }),
})

const redirections = [301, 302, 303, 307, 308]

/** @throws NotFetched unless the page has not changed, or stands elsewhere on the same host */
function withoutPage({ status, headers }: Response, from: URL, held: Validators): Fetched | URL {
  if (status === 304 && (held.etag !== null || held.lastModified !== null)) return { got: 'not-modified' }
  const location = headers.get('location')
  if (!redirections.includes(status) || location === null || !URL.canParse(location, from))
    throw new NotFetched(`answered with status ${status}`, status >= 500 || status === 429)
  const to = new URL(location, from)
  // What `fetch` throws for such an address looks like a fault of ours.
  if (to.username !== '' || to.password !== '')
    throw new NotFetched('redirects to an address with a name or a password in it: that is not followed')
  if (to.origin !== from.origin)
    throw new NotFetched(`redirects to another host, ${to.origin}: that is not followed`)
  return to
}

/** Saves the decompressed payload, and stops as soon as it is too long. */
async function save({ body }: Response, file: string, mostBytes: number): Promise<void> {
  if (body === null) throw new NotFetched('gave an empty answer')
  await pipeline(
    Readable.from(body),
    async function* (chunks: AsyncIterable<Uint8Array>) {
      let bytes = 0
      for await (const chunk of chunks) {
        bytes += chunk.length
        if (bytes > mostBytes)
          throw new NotFetched(`is longer than ${mostBytes} bytes, which no page of a treaty is`)
        yield chunk
      }
    },
    createWriteStream(file),
  )
}

import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { isPrivate } from './private-addresses.js'

/** Nothing is delivered there: the message says why. */
export class DestinationRefused extends Error {
  override readonly name = 'DestinationRefused'
}

const longestUrl = 2000

/**
 * Checks an address by itself, before any name is looked up.
 * @throws DestinationRefused with what is allowed
 */
export function checkUrl(text: string, allowPrivate: boolean): URL {
  const refused = (why: string) => new DestinationRefused(`“${text.slice(0, 200)}” ${why}`)
  if (text.length > longestUrl) throw refused(`is longer than ${longestUrl} characters`)
  if (!URL.canParse(text)) throw refused('is no address like https://example.org/hooks')
  const url = new URL(text)
  if (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:'))
    throw refused(
      allowPrivate
        ? 'is neither https: nor http:'
        : 'is not https: (http: is allowed with --allow-private alone)',
    )
  // The message repeats no password.
  if (url.username !== '' || url.password !== '')
    throw new DestinationRefused(
      `The address of ${url.host} has a user name or password in it: deliveries are signed instead`,
    )
  if (!allowPrivate && url.port !== '' && Number(url.port) < 1024)
    throw refused('has a port that is kept for other protocols; allowed: 443, and 1024 or higher')
  const host = hostOf(url)
  if (isIP(host) !== 0 && !allowPrivate) checkAddresses(host, [host])
  return url
}

/** The host of an address, IPv6 without its brackets. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1')

function checkAddresses(host: string, addresses: readonly string[]): void {
  const found = addresses.find(isPrivate)
  if (found === undefined) return
  const means = found === host ? 'is' : `means ${found},`
  throw new DestinationRefused(
    `“${host}” ${means} a private address; only public ones are allowed without --allow-private`,
  )
}

/**
 * Looks names up, and refuses one that means any private address. A socket connects to what this gives, and to nothing else, so
 * a name cannot mean one address when it is checked and another when it is used.
 * @param resolve  what looks names up
 */
export const guardedLookup =
  (allowPrivate: boolean, resolve: LookupFunction = lookup): LookupFunction =>
  (host, options, callback) =>
    resolve(host, { ...options, all: true }, (error, found) => {
      const all = typeof found === 'string' ? [{ address: found, family: isIP(found) }] : found
      try {
        if (error === null && !allowPrivate)
          checkAddresses(
            host,
            all.map(({ address }) => address),
          )
      } catch (refusal) {
        return callback(refusal as DestinationRefused, [])
      }
      if (error !== null || options.all === true) return callback(error, all)
      const [first] = all
      callback(null, first?.address ?? '', first?.family)
    })

/**
 * Checks what a name means now.
 * @throws DestinationRefused if it means a private address
 * @returns whether it means any address yet
 */
export const checkName = (url: URL, resolve?: LookupFunction): Promise<boolean> =>
  new Promise((resolved, reject) => {
    guardedLookup(false, resolve)(hostOf(url), { all: true }, (error) => {
      if (error instanceof DestinationRefused) reject(error)
      else resolved(error === null)
    })
  })

import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { addressFault, isRemote, isWebAddress } from '../fetch/address.js'
import { NotFetched } from '../fetch/not-fetched.js'

/** An instrument whose page is to be looked at. */
export interface LookedInstrument {
  readonly code: string
  /** The depositary's number, such as `IV-8`. */
  readonly number: string
  /** The address of its page; null if the record knows none. */
  readonly url: string | null
}

/** Where the page of an instrument is: an address on the web, or a file. */
export interface Place {
  readonly address: string
  readonly isFile: boolean
  /** Whether it is a copy, and not the depositary's own page. */
  readonly isMirror: boolean
}

/**
 * Where to look for the page of an instrument: at the depositary, or at `IV-8.html` below the mirror.
 * @param from  a folder or an address with copies of the pages; null for the depositary
 */
export function placeOf({ code, number, url }: LookedInstrument, from: string | null): Place {
  if (from === null) return { address: url ?? '', isFile: false, isMirror: false }
  if (isWebAddress(from))
    return {
      address: new URL(`${number}.html`, from.replace(/\/*$/, '/')).href,
      isFile: false,
      isMirror: true,
    }
  const files = [number, code].map((name) => join(from, `${name}.html`))
  return { address: files.find((file) => existsSync(file)) ?? files[0] ?? '', isFile: true, isMirror: true }
}

/** @throws NotFetched if there can be no page at a place */
export function refuseNowhere({ address, isFile }: Place): void {
  if (isFile && !existsSync(address)) throw new NotFetched('is not there')
  if (address === '') throw new NotFetched('is not known: the record has no address of its page')
  const fault = isFile ? null : addressFault(address)
  if (fault !== null) throw new NotFetched(fault)
}

/** Why pages cannot be looked for below a mirror; null if they can. */
export function mirrorFault(from: string): string | null {
  if (isWebAddress(from)) return addressFault(from)
  return statSync(from, { throwIfNoEntry: false })?.isDirectory()
    ? null
    : 'is neither a folder nor an address'
}

/** Whether a place belongs to somebody else, who is to be told who asks. */
export const isRemotePlace = ({ address, isFile }: Place): boolean =>
  !isFile && URL.canParse(address) && isRemote(address)

import { hash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import type { Version } from '../db/version.js'
import type { Coding } from './cache.js'
import type { Validators } from './conditions.js'

/** What the validators of an answer follow from, but for the question. */
export interface Premises {
  readonly version: Version
  readonly today: string
  /** Names the code that answers. */
  readonly build: string
  /** The revision of a question that names both times of the record, so that its answer never changes; else null. */
  readonly pinned: number | null
  /** When the revision that is asked about was imported. */
  readonly importedAt: string
}

/** The version of the record and the day, as one name. */
export const momentOf = ({ revision, reference }: Version, today: string): string =>
  `${revision} ${reference} ${today}`

/**
 * The validators of the answer to a question, known before it is answered (RFC 9110 § 8.8). The ETag is strong, and
 * another for each coding; that of another question is another only most of the time, and needs not be (§ 8.8.1).
 * @param question  the address and the form in which it is wanted
 */
export function validatorsOf(
  { version, today, build, pinned, importedAt }: Premises,
  question: string,
  coding: Coding,
): Validators {
  const ground = digests.memo(`${build} ${pinned === null ? momentOf(version, today) : version.reference}`)
  const suffix = coding === 'identity' ? '' : `-${coding}`
  return {
    etag: `"${pinned ?? version.revision}-${ground}-${crc32(question).toString(36)}${suffix}"`,
    'last-modified': lastModified(importedAt, pinned === null ? today : null),
  }
}

/** Of what answers follow from: there is little of it at a time. */
const digests = new LRUCache<string, string>({
  max: 100,
  memoMethod: (ground) => hash('sha256', ground, 'base64url').slice(0, 22),
})

/** A question as a text: its address, and the form in which its answer is wanted. */
export const questionOf = (url: string, { isCsv = false, host = '' } = {}): string =>
  `${isCsv ? 'csv' : 'json'} ${host} ${url}`

/** An answer changes when an import does, and at midnight, when today becomes another day. */
function lastModified(importedAt: string, today: string | null): string {
  const midnight = `${today}T00:00:00Z`
  return httpDates.memo(today === null || importedAt > midnight ? importedAt : midnight)
}

/** Of the newest instants asked for: there are few, and each is asked for with every answer. */
const httpDates = new LRUCache<string, string>({
  max: 100,
  memoMethod: (instant) => new Date(instant).toUTCString(),
})

import { hash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import type { Version } from '../../db/version.js'
import type { Coding } from '../negotiation.js'
import type { Validators } from './conditions.js'

/** What the validators of an answer follow from, beside the question. */
export interface Basis {
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
export const cacheEpoch = ({ revision, reference }: Version, today: string): string =>
  `${revision} ${reference} ${today}`

/**
 * The validators of the answer to a question, known before it is answered (RFC 9110 § 8.8). The ETag is strong, and another for each
 * coding. Another question has another ETag only most of the time, which is enough (§ 8.8.1).
 * @param question  the address and the form in which it is wanted
 */
export function validatorsOf(
  { version, today, build, pinned, importedAt }: Basis,
  question: string,
  coding: Coding,
): Validators {
  const basis = digests.memo(`${build} ${pinned === null ? cacheEpoch(version, today) : version.reference}`)
  const suffix = coding === 'identity' ? '' : `-${coding}`
  return {
    etag: `"${pinned ?? version.revision}-${basis}-${crc32(question).toString(36)}${suffix}"`,
    'last-modified': lastModified(importedAt, pinned === null ? today : null),
  }
}

/** Few versions and days are asked about at a time. */
const digests = new LRUCache<string, string>({
  max: 100,
  memoMethod: (basis) => hash('sha256', basis, 'base64url').slice(0, 22),
})

/** An answer changes when an import does, and at midnight, when today becomes another day. */
function lastModified(importedAt: string, today: string | null): string {
  const midnight = `${today}T00:00:00Z`
  return new Date(today === null || importedAt > midnight ? importedAt : midnight).toUTCString()
}

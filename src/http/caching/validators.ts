import { hash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import type { Version } from '../../db/version.js'
import type { Coding } from '../negotiation.js'
import type { Validators } from './conditions.js'

/** What validators derive from, besides the address. */
export interface Basis {
  readonly version: Version
  readonly today: string
  /** Identifies the build. */
  readonly build: string
  /** The revision of a request with both times, whose answer never changes; else null. */
  readonly pinned: number | null
  /** When the revision of the answer was imported. */
  readonly importedAt: string
  /** Whether the answer says when the depositary's pages were last looked at. */
  readonly showsLooks: boolean
}

/** The version of the record and the day, as one string. A look empties the cache, but leaves most validators as they are. */
export const cacheEpoch = (version: Version, today: string): string =>
  `${versionOn(version, today)} ${version.looks.newest}`

const versionOn = ({ revision, reference }: Version, today: string): string =>
  `${revision} ${reference} ${today}`

/**
 * Derives the validators of an answer before it is computed (RFC 9110 § 8.8). The ETag is strong and differs by coding. Two
 * addresses may share an ETag by chance, which is allowed (§ 8.8.1).
 * @param variant  the address and the form of the answer
 */
export function validatorsOf(
  { version, today, build, pinned, importedAt, showsLooks }: Basis,
  variant: string,
  coding: Coding,
): Validators {
  const current = showsLooks ? cacheEpoch : versionOn
  const basis = digests.memo(`${build} ${pinned === null ? current(version, today) : version.reference}`)
  const suffix = coding === 'identity' ? '' : `-${coding}`
  return {
    etag: `"${pinned ?? version.revision}-${basis}-${crc32(variant).toString(36)}${suffix}"`,
    'last-modified': lastModified(
      importedAt,
      pinned === null ? today : null,
      showsLooks ? version.looks.at : null,
    ),
  }
}

/** Few versions and days are in use at a time. */
const digests = new LRUCache<string, string>({
  max: 100,
  memoMethod: (basis) => hash('sha256', basis, 'base64url').slice(0, 22),
})

/** An answer changes with an import, at midnight, and with a look if it shows looks; one with both times, never. */
function lastModified(importedAt: string, today: string | null, lookedAt: string | null): string {
  const changes = today === null ? [importedAt] : [importedAt, `${today}T00:00:00Z`, lookedAt ?? '']
  return new Date(changes.sort().at(-1) ?? importedAt).toUTCString()
}

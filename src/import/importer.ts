import type { Change } from '../db/changes.js'
import type { Recorded } from '../db/write/revision.js'
import type { Action } from '../domain/action.js'
import type { Day, DayOrder, ImportFormat } from '../domain/vocabulary.js'
import type { GivenColumns } from '../tables/collection/columns-given.js'

/** A table sent over HTTP, and the options it was sent with. */
export interface Upload {
  /** The temporary file that holds the payload until it is imported. */
  readonly path: string
  readonly fileName: string
  readonly instrument?: string | undefined
  readonly asAt?: Day | undefined
  readonly format?: ImportFormat | undefined
  /** What the client says of columns whose headings do not say it. */
  readonly columns?: GivenColumns | undefined
  /** The charset parameter of the media type, if any. */
  readonly charset?: string | undefined
  readonly skipUnknown: boolean
  /** The order of all-numeric days, if the client gives it. */
  readonly dayOrder?: DayOrder | undefined
  readonly allowRemovals: boolean
  readonly dryRun: boolean
  /** The name of the token that the client sent. */
  readonly importedBy: string
  /** The most changes to list. */
  readonly listed: number
  /** The client's Idempotency-Key, for retries. */
  readonly idempotencyKey?: string | undefined
  /** SHA-256 of the whole request, payload included. */
  readonly fingerprint: string
}

export interface UploadReport extends Recorded {
  readonly fileName: string
  readonly sha256: string
  readonly format: string
  readonly encoding: string
  readonly asAt: Day
  readonly asAtFrom: 'file' | 'option' | 'today'
  readonly rows: number
  readonly actions: number
  readonly notRead: readonly { readonly what: string; readonly cells: number }[]
  readonly leftOut: readonly { readonly line: number; readonly name: string }[]
  readonly warnings: readonly string[]
  readonly changes: readonly Change[]
}

export interface UploadFault {
  readonly line: number | null
  readonly column: string | null
  readonly value: string | null
  readonly reason: string
}

export type UploadOutcome =
  | { readonly outcome: 'done'; readonly report: UploadReport }
  | { readonly outcome: 'refused'; readonly faults: readonly UploadFault[]; readonly total: number }
  | { readonly outcome: 'would-remove'; readonly removals: readonly Action[] }
  | { readonly outcome: 'unknown-charset'; readonly allowed: readonly string[] }
  | { readonly outcome: 'key-reused' }
  | { readonly outcome: 'busy' }
  /** The primary cannot be reached. */
  | { readonly outcome: 'primary-away' }
  /** It is recorded, but this node's replica does not have it yet. */
  | { readonly outcome: 'not-seen-yet'; readonly revision: number }
  /** The database or its disk refused the write. */
  | { readonly outcome: 'not-written'; readonly reason: string }

/** Who may import. */
export interface Admission {
  /** Whether there is any token to import with. */
  readonly isOpen: () => boolean
  /** The name of a token; null if the token is not valid. */
  readonly nameOf: (token: string) => string | null
}

/** Imports uploads one at a time, while readers are served. */
export interface Importer {
  readonly admission: Admission
  readonly run: (upload: Upload) => Promise<UploadOutcome>
  /**
   * Stops the running import, and nothing of it is recorded. A commit that has begun finishes first. Waiting uploads get `busy`.
   */
  readonly stop: () => Promise<void>
}

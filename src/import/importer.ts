import type { Change } from '../db/changes.js'
import type { Recorded } from '../db/revision.js'
import type { Action } from '../domain/action.js'
import type { Day, ImportFormat } from '../domain/vocabulary.js'

/** A table that was sent, and what its sender says of it. */
export interface Upload {
  /** Where its bytes lie until it is imported. */
  readonly path: string
  readonly fileName: string
  readonly instrument?: string | undefined
  readonly asAt?: Day | undefined
  readonly format?: ImportFormat | undefined
  /** The charset of the media type, where it names one. */
  readonly charset?: string | undefined
  readonly skipUnknown: boolean
  readonly allowRemovals: boolean
  readonly dryRun: boolean
  /** The name of the token that was shown. */
  readonly importedBy: string
  /** How many changes to list. */
  readonly listed: number
  /** The client's own name of the request, under which it may come again. */
  readonly idempotencyKey?: string | undefined
  /** SHA-256 of all that was asked, the bytes included. */
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

/** What came of an upload. */
export type UploadOutcome =
  | { readonly outcome: 'done'; readonly report: UploadReport }
  | { readonly outcome: 'refused'; readonly faults: readonly UploadFault[]; readonly total: number }
  | { readonly outcome: 'would-remove'; readonly removals: readonly Action[] }
  | { readonly outcome: 'unknown-charset'; readonly allowed: readonly string[] }
  | { readonly outcome: 'key-reused' }
  | { readonly outcome: 'busy' }
  /** The server that holds the record cannot be reached. */
  | { readonly outcome: 'primary-away' }
  /** It is recorded, and readers here do not have it yet. */
  | { readonly outcome: 'not-seen-yet'; readonly revision: number }
  /** The database or its disk did not take it. */
  | { readonly outcome: 'not-written'; readonly reason: string }

/** Who may import. */
export interface Admission {
  /** Whether anybody may. */
  readonly isOpen: () => boolean
  /** The name of whoever shows a token; null where it is none. */
  readonly nameOf: (shown: string) => string | null
}

/** Imports what is sent, one upload after another, beside the readers. */
export interface Importer {
  readonly admission: Admission
  readonly run: (upload: Upload) => Promise<UploadOutcome>
  /**
   * Stops what runs, of which nothing is then recorded, unless it is being committed: then that ends first. Whoever waits is told
   * to come again.
   */
  readonly stop: () => Promise<void>
}

import { findReport, storeReport } from '../db/idempotency.js'
import { failureReason, isBusy } from '../db/sqlite/failures.js'
import type { Db } from '../db/sqlite/open.js'
import { isUnreachable } from '../db/sqlite/primary.js'
import { RemovalsRefused } from '../db/write/record.js'
import { FileRefused } from '../tables/fault.js'
import { type Encoding, encodings } from '../tables/source.js'
import { type ImportReport, importFile, openTarget } from './import-file.js'
import type { Upload, UploadOutcome } from './importer.js'

/** Charset names in media types, and the encodings they stand for. */
const charsets = new Map<string, Encoding>([
  ...encodings.map((encoding) => [encoding, encoding] as const),
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['utf-16', 'utf-16le'],
  ['iso-8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
])

/** The server is stopping, so the import is rolled back. */
class Stopped extends Error {}

/** Another process answered this request, or one with its key, while this one read the table. */
class AnsweredMeanwhile extends Error {
  constructor(readonly outcome: UploadOutcome) {
    super()
  }
}

/**
 * Imports an upload, unless the same request was answered before.
 * @param now  the instant of the import, RFC 3339 in UTC
 * @param mayRecord  called once, just before the commit
 */
export async function importUpload(
  db: Db,
  upload: Upload,
  now: string,
  mayRecord: () => boolean,
): Promise<UploadOutcome> {
  const { charset, idempotencyKey, fingerprint, ...request } = upload
  const encoding = charset === undefined ? undefined : charsets.get(charset.toLowerCase())
  if (charset !== undefined && encoding === undefined)
    return { outcome: 'unknown-charset', allowed: [...charsets.keys()] }
  const identity = { key: idempotencyKey, fingerprint }
  const earlier = (): UploadOutcome | undefined => {
    const before = findReport(db, identity)
    if (before === 'another') return { outcome: 'key-reused' }
    return before && { outcome: 'done', report: JSON.parse(before.report) }
  }
  const store = (report: ImportReport): void => {
    const meanwhile = earlier()
    if (meanwhile) throw new AnsweredMeanwhile(meanwhile)
    // Adding an alias makes no revision, so a report with names left out may be stale. Store it only for a key.
    if (idempotencyKey !== undefined || report.leftOut.length === 0)
      storeReport(db, identity, JSON.stringify(report))
  }
  const onRecorded = (report: ImportReport): void => {
    store(report)
    if (!mayRecord()) throw new Stopped()
  }
  try {
    const before = earlier()
    if (before) return before
    // Clients often send charset=utf-8 whatever the encoding; a table that is not UTF-8 is then refused with a fault.
    const report = await importFile(openTarget(db), { ...request, encoding, onRecorded }, now)
    // With nothing new, only a request with a key needs its report stored: importing the table again gives the same.
    if (!upload.dryRun && report.revision === null && idempotencyKey !== undefined)
      db.transaction(() => store(report), { behavior: 'immediate' })
    return { outcome: 'done', report }
  } catch (error) {
    if (error instanceof AnsweredMeanwhile) return error.outcome
    if (error instanceof FileRefused) return { outcome: 'refused', faults: error.faults, total: error.total }
    if (error instanceof RemovalsRefused) return { outcome: 'would-remove', removals: error.removals }
    if (isBusy(error) || error instanceof Stopped) return { outcome: 'busy' }
    if (isUnreachable(error)) return { outcome: 'primary-away' }
    const reason = failureReason(error)
    if (reason !== undefined) return { outcome: 'not-written', reason }
    throw error
  }
}

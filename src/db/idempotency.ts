import { eq, max } from 'drizzle-orm'
import { idempotency, imports } from './schema.js'
import type { Db } from './sqlite/open.js'

export interface Request {
  /** The client's Idempotency-Key, if any. */
  readonly key: string | undefined
  /** SHA-256 of the whole request. */
  readonly fingerprint: string
}

/**
 * Finds the report of the same request. One with a key matches at any time; one without, only until the next import.
 * @returns the report as JSON; 'another' if the key was used for another request; undefined for a new request
 */
export function findReport(
  db: Db,
  { key, fingerprint }: Request,
): { report: string } | 'another' | undefined {
  const found = db
    .select()
    .from(idempotency)
    .where(eq(idempotency.key, key ?? fingerprint))
    .get()
  if (found === undefined) return undefined
  if (found.fingerprint !== fingerprint) return 'another'
  return key !== undefined || found.revision === newest(db) ? { report: found.report } : undefined
}

/** Stores the report of a request. @param report  JSON */
export function storeReport(db: Db, { key, fingerprint }: Request, report: string): void {
  // The report of a request without a key is valid only until the next import.
  db.delete(idempotency).where(eq(idempotency.key, idempotency.fingerprint)).run()
  const stored = { fingerprint, revision: newest(db), report }
  db.insert(idempotency)
    .values({ key: key ?? fingerprint, ...stored })
    .onConflictDoUpdate({ target: idempotency.key, set: stored })
    .run()
}

const newest = (db: Db): number =>
  db
    .select({ number: max(imports.revision) })
    .from(imports)
    .get()?.number ?? 0

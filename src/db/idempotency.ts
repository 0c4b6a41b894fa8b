import { eq, max } from 'drizzle-orm'
import type { Db } from './open.js'
import { answeredRequests, imports } from './schema.js'

export interface Request {
  /** The client's own name of it, where it gave one. */
  readonly key: string | undefined
  /** SHA-256 of all that was asked. */
  readonly fingerprint: string
}

/**
 * What was answered to the same request before: with its key at any time, without one only while nothing else has been
 * imported since.
 * @returns the report as JSON; 'another' where the key was used for another request; undefined for a new request
 */
export function answeredBefore(
  db: Db,
  { key, fingerprint }: Request,
): { report: string } | 'another' | undefined {
  const found = db
    .select()
    .from(answeredRequests)
    .where(eq(answeredRequests.key, key ?? fingerprint))
    .get()
  if (found === undefined) return undefined
  if (found.fingerprint !== fingerprint) return 'another'
  return key !== undefined || found.revision === newest(db) ? { report: found.report } : undefined
}

/** Keeps what was answered to a request. @param report  JSON */
export function rememberAnswer(db: Db, { key, fingerprint }: Request, report: string): void {
  // What was answered to a request without a key serves only until the next import.
  db.delete(answeredRequests).where(eq(answeredRequests.key, answeredRequests.fingerprint)).run()
  const answered = { fingerprint, revision: newest(db), report }
  db.insert(answeredRequests)
    .values({ key: key ?? fingerprint, ...answered })
    .onConflictDoUpdate({ target: answeredRequests.key, set: answered })
    .run()
}

const newest = (db: Db): number =>
  db
    .select({ number: max(imports.revision) })
    .from(imports)
    .get()?.number ?? 0

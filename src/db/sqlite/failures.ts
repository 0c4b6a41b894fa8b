/** What each error code of SQLite or the file system means. The first entry that the code starts with counts. */
const reasons: readonly (readonly [code: string, reason: string])[] = [
  ['SQLITE_NOTADB', 'is no SQLite database'],
  ['SQLITE_CORRUPT', 'is damaged: stop all programs that use it, and restore a backup'],
  ['SQLITE_CANTOPEN', 'cannot be opened: it or its folder is not there, or may not be used'],
  ['SQLITE_READONLY', 'is read-only'],
  ['SQLITE_BUSY', 'is locked by another process: try again'],
  ['SQLITE_LOCKED', 'is locked by another process: try again'],
  ['SQLITE_FULL', 'has no room left: the disk is full, and nothing was written'],
  ['ENOENT', 'is not there'],
  ['ENOSPC', 'has no room left: the disk is full, and nothing was written'],
  ['SQLITE_IOERR', 'cannot be read or written: the disk fails or is full, and nothing was written'],
  ['ENOTDIR', 'cannot be opened: its folder is no folder'],
  ['EEXIST', 'cannot be opened: its folder is no folder'],
  ['EACCES', 'may not be used by this user'],
  ['EPERM', 'may not be used by this user'],
  ['EROFS', 'is read-only'],
]

/** A database that cannot be used, and why. */
export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused'

  constructor(database: string, reason: string, cause?: unknown) {
    super(`${database} ${reason}`, { cause })
  }
}

/** Why the database failed; undefined for a bug of ours. */
export function failureReason(error: unknown): string | undefined {
  const code = errorCode(error)
  return code === undefined ? undefined : reasons.find(([begin]) => code.startsWith(begin))?.[1]
}

/** Runs `use`. @throws DatabaseRefused if the database or its disk fails */
export function refusing<T>(database: string, use: () => T): T {
  try {
    return use()
  } catch (error) {
    throw toRefusal(database, error)
  }
}

/** Turns a failure of the database into a DatabaseRefused; returns any other error unchanged. */
export function toRefusal(database: string, error: unknown): unknown {
  if (error instanceof DatabaseRefused) return error
  const reason = failureReason(error)
  return reason === undefined ? error : new DatabaseRefused(database, reason, error)
}

/** Whether the file is corrupt, or not a database. */
export const isDamaged = (error: unknown): boolean =>
  ['SQLITE_NOTADB', 'SQLITE_CORRUPT'].includes(errorCode(error) ?? '')

/** Whether the file, or one that SQLite needs beside it, cannot be opened. */
export const cannotBeOpened = (error: unknown): boolean =>
  errorCode(error)?.startsWith('SQLITE_CANTOPEN') ?? false

/** Whether another process or thread held the write lock until the busy timeout. */
export const isBusy = (error: unknown): boolean => errorCode(error)?.startsWith('SQLITE_BUSY') ?? false

/**
 * Whether the transaction is worth a retry: another process may have made the same change at the same time, or the
 * libSQL server aborted it after its limit of five seconds.
 */
export const isOvertaken = (error: unknown): boolean =>
  /^(SQLITE_(ERROR|CONSTRAINT|BUSY|INTERRUPT|UNKNOWN)|STREAM_EXPIRED)/.test(errorCode(error) ?? '')

/** drizzle wraps some errors of the driver in its own. Errors of a libSQL server give the code only in the message. */
function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const [, codeInMessage] = /^Hrana\b.*\bcode\W+(\w+)/s.exec(error.message) ?? []
  return codeInMessage ?? ('code' in error ? String(error.code) : errorCode(error.cause))
}

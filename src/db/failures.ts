/** What SQLite and the file system refuse, in words: of the first of these that the code begins with. */
const reasons: readonly (readonly [code: string, reason: string])[] = [
  ['SQLITE_NOTADB', 'is no SQLite database'],
  ['SQLITE_CORRUPT', 'is damaged: stop whatever uses it, and restore a backup'],
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

/** Why the database could not do what was asked; undefined for a fault of ours. */
export function reasonOf(error: unknown): string | undefined {
  const code = codeOf(error)
  return code === undefined ? undefined : reasons.find(([begin]) => code.startsWith(begin))?.[1]
}

/** Does something with a database. @throws DatabaseRefused where it or its disk does not let it */
export function refusing<T>(database: string, use: () => T): T {
  try {
    return use()
  } catch (error) {
    throw refusal(database, error)
  }
}

/** What is to be thrown where a database could not do what was asked: why it could not, or what is a fault of ours. */
export function refusal(database: string, error: unknown): unknown {
  const reason = reasonOf(error)
  return reason === undefined ? error : new DatabaseRefused(database, reason, error)
}

/** Whether the file is no database, or a broken one. */
export const isDamaged = (error: unknown): boolean =>
  ['SQLITE_NOTADB', 'SQLITE_CORRUPT'].includes(codeOf(error) ?? '')

/** Whether another process or thread was writing, for longer than was waited. */
export const isBusy = (error: unknown): boolean => codeOf(error)?.startsWith('SQLITE_BUSY') ?? false

/**
 * Whether another process may have done the same at the same time; or whether a libSQL server, which gives a transaction
 * five seconds, broke it off.
 */
export const isOvertaken = (error: unknown): boolean =>
  /^(SQLITE_(ERROR|CONSTRAINT|BUSY|INTERRUPT|UNKNOWN)|STREAM_EXPIRED)/.test(codeOf(error) ?? '')

/** drizzle wraps some errors of the driver in its own; those of a libSQL server name their code in their words alone. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const [, inWords] = /^Hrana\b.*\bcode\W+(\w+)/s.exec(error.message) ?? []
  return inWords ?? ('code' in error ? String(error.code) : codeOf(error.cause))
}

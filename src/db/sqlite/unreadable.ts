import { statSync } from 'node:fs'
import { Database } from './driver.js'
import { failureReason } from './failures.js'
import type { Db } from './open.js'

/**
 * Opens the database file afresh to check that it can still be read. The open connection may go on reading from its
 * page cache, or from a file that was removed.
 * @returns a function that says why the file cannot be read; null if it can
 */
export function unreadableQuery({ $client: { name, memory } }: Db): () => string | null {
  // A connection to a libSQL server has no name and no local file.
  if (memory || name === '') return () => null
  const opened = statSync(name).ino
  return () => {
    try {
      if (statSync(name).ino !== opened) return 'was replaced by another file: start the server again'
      const fresh = new Database(name, { readonly: true, fileMustExist: true, timeout: 200 })
      try {
        fresh.prepare('SELECT max(revision) FROM imports').get()
      } finally {
        fresh.close()
      }
      return null
    } catch (error) {
      const reason = failureReason(error)
      if (reason === undefined) throw error
      return reason
    }
  }
}

import { statSync } from 'node:fs'
import { Database } from './driver.js'
import { reasonOf } from './failures.js'
import type { Db } from './open.js'

/**
 * Looks at the file of the database as whoever opened it now would: the connection that is open may read on from memory, or from
 * a file that has been removed, for as long as it lives.
 * @returns a question that answers why it cannot be read; null where it can
 */
export function unreadableQuery({ $client: { name, memory } }: Db): () => string | null {
  // A connection to a libSQL server has no name: there is no file here.
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
      const reason = reasonOf(error)
      if (reason === undefined) throw error
      return reason
    }
  }
}

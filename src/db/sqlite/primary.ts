import { createRequire } from 'node:module'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import * as schema from '../schema.js'
import type { Database } from './driver.js'
import type { Db } from './open.js'

/** The libSQL server that holds the record. Each node reads its own replica of it. */
export interface Primary {
  /** `libsql://…`, `https://…` or `http://…` */
  readonly url: string
  readonly authToken: string | undefined
}

type Libsql = new (
  path: string,
  options: Readonly<Record<string, string>>,
) => Database.Database & { sync(): unknown }

// Loaded only with a primary: it is a native library of 10 MB.
const libsql = (): Libsql => createRequire(import.meta.url)('libsql') as Libsql

const authorised = ({ authToken }: Primary): Record<string, string> => (authToken ? { authToken } : {})

/** Opens the record on the primary for writes. Every statement is a round trip. */
export function openPrimary(primary: Primary): Db {
  const client = new (libsql())(primary.url, authorised(primary))
  client.transaction = nestable(client)
  return drizzle(client, { schema })
}

/** Opens a replica of the primary in a file. `sync` fetches new frames, and blocks the thread until it is result. */
export function openReplica(path: string, primary: Primary): { sync: () => void; close: () => void } {
  const client = new (libsql())(path, { syncUrl: primary.url, ...authorised(primary) })
  return { sync: () => void client.sync(), close: () => client.close() }
}

/** A nested transaction becomes a savepoint, as in better-sqlite3. */
function nestable(client: Database.Database): Database.Database['transaction'] {
  const run =
    (mode: string, work: (...args: unknown[]) => unknown) =>
    (...args: unknown[]) => {
      const [begin, commit, rollback] = client.inTransaction
        ? ['SAVEPOINT inner_work', 'RELEASE inner_work', 'ROLLBACK TO inner_work']
        : [`BEGIN ${mode}`, 'COMMIT', 'ROLLBACK']
      client.exec(begin)
      try {
        const result = work(...args)
        client.exec(commit)
        return result
      } catch (error) {
        client.exec(rollback)
        throw error
      }
    }
  const transaction = (work: (...args: unknown[]) => unknown) =>
    Object.assign(run('', work), {
      deferred: run('DEFERRED', work),
      immediate: run('IMMEDIATE', work),
      exclusive: run('EXCLUSIVE', work),
    })
  return transaction as unknown as Database.Database['transaction']
}

/** Whether the primary cannot be reached, or closed the connection. */
export const isUnreachable = (error: unknown): boolean =>
  error instanceof Error &&
  /^Hrana\((Http|StreamClosed)|error trying to connect|connection (closed|reset)/i.test(error.message)

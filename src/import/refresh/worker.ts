import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../../db/sqlite/open.js'
import { openPrimary } from '../../db/sqlite/primary.js'
import { pace } from '../fetch/pace.js'
import type { WriteTarget } from '../worker.js'
import { type DueOptions, refreshDue } from './due.js'

/** The `workerData` of the looks of one moment. */
export interface RefreshTask
  extends WriteTarget,
    Pick<DueOptions, 'moment' | 'holder' | 'from' | 'userAgent' | 'version' | 'folder'> {}

/** What the worker sends: each look that failed or brought something, then how it ended. */
export type RefreshMessage =
  | { readonly look: { readonly instrument: string; readonly outcome: string; readonly why: string | null } }
  | { readonly heldUntil: string | null }

// The worker has its own connection and its own network, so that no request waits for it.
const { database, primary, ...task } = workerData as RefreshTask
const db = primary ? openPrimary(primary) : openDatabase(database)
const send = (message: RefreshMessage): void => parentPort?.postMessage(message)
const heldUntil = await refreshDue(db, {
  ...task,
  turn: pace(),
  now: () => new Date(),
  dryRun: false,
  listed: 0,
  onLook: ({ instrument, outcome, why }) => send({ look: { instrument, outcome, why } }),
})
send({ heldUntil })
db.$client.close()

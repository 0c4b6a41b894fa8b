import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../db/sqlite/open.js'
import { openPrimary, type Primary } from '../db/sqlite/primary.js'
import { type CommitGate, mayRecord } from './commit-gate.js'
import type { Upload } from './importer.js'
import { importUpload } from './upload.js'

/** Where the record is written: to the primary, or to the database file. */
export interface WriteTarget {
  readonly database: string
  readonly primary: Primary | null
}

/** The `workerData` of one import. */
export interface WorkerTask extends WriteTarget {
  readonly upload: Upload
  readonly now: string
  readonly gate: CommitGate
}

// The worker has its own connection, so that reads are not blocked.
const { database, primary, upload, now, gate } = workerData as WorkerTask
const db = primary ? openPrimary(primary) : openDatabase(database)
parentPort?.postMessage(await importUpload(db, upload, now, () => mayRecord(gate)))
db.$client.close()

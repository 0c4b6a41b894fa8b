import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../db/open.js'
import { openPrimary, type Primary } from '../db/primary.js'
import { type Fate, mayRecord } from './commit-gate.js'
import type { Upload } from './importer.js'
import { importUpload } from './upload.js'

/** Where the record is written: on its primary, or in its file. */
export interface Where {
  readonly database: string
  readonly primary: Primary | null
}

/** What the worker is told: one upload, and where the record is. */
export interface WorkerTask extends Where {
  readonly upload: Upload
  readonly now: string
  readonly fate: Fate
}

// A thread of its own, with a connection of its own: whoever reads meanwhile is answered.
const { database, primary, upload, now, fate } = workerData as WorkerTask
const db = primary ? openPrimary(primary) : openDatabase(database)
parentPort?.postMessage(await importUpload(db, upload, now, () => mayRecord(fate)))
db.$client.close()

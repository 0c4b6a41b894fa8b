import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../../db/open.js'
import type { Upload } from '../../http/importing/importer.js'
import { importUpload } from './upload.js'

/** What the worker is told: one upload, and where the record is. */
export interface WorkerTask {
  readonly database: string
  readonly upload: Upload
  readonly now: string
}

// A thread of its own, with a connection of its own: whoever reads meanwhile is answered.
const { database, upload, now } = workerData as WorkerTask
const db = openDatabase(database)
parentPort?.postMessage(await importUpload(db, upload, now))
db.$client.close()

import { Worker } from 'node:worker_threads'
import type { Importer, UploadOutcome } from '../../http/importing/importer.js'
import { packageFile } from '../package-files.js'
import type { WorkerTask } from './worker.js'

/** So many uploads may wait for their turn. */
const mostWaiting = 8

/** Imports uploads one after another, each in a worker thread, so that reading goes on meanwhile. */
export function createImporter(database: string, token: string, now: () => Date): Importer {
  let waiting = 0
  let turn: Promise<unknown> = Promise.resolve()
  return {
    token,
    run: async (upload) => {
      if (waiting >= mostWaiting) return { outcome: 'busy' }
      waiting++
      const mine = turn.then(() => inWorker({ database, upload, now: now().toISOString() }))
      // The next one's turn comes however this one ends; its own failure reaches whoever asked for it.
      turn = mine.catch(() => {})
      try {
        return await mine
      } finally {
        waiting--
      }
    },
  }
}

const inWorker = (workerData: WorkerTask): Promise<UploadOutcome> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(packageFile('dist/cli/import/worker.js'), {
      workerData,
      execArgv: [],
      // A table of any length is read in less; the server's own memory is not touched.
      resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 },
    })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the import stopped with ${code}`)))
  })

import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type Fate, mayStop, openFate } from './commit-gate.js'
import type { Admission, Importer, Upload, UploadOutcome } from './importer.js'
import type { Where, WorkerTask } from './worker.js'

/** So many uploads may wait for their turn. */
const mostWaiting = 8

/** `worker.ts` as it is run here: from the sources, or from the build. */
export interface WorkerProgram {
  readonly path: string
  readonly execArgv: string[]
}

/**
 * Imports uploads one after another, each in a worker thread, so that reading goes on meanwhile.
 * @param isSeen  whether readers here see the import of that number
 * @param longestWait  for its turn, in milliseconds: who sends a table has little more patience
 */
export function createImporter(
  where: Where,
  admission: Admission,
  now: () => Date,
  isSeen: (revision: number) => boolean,
  program: WorkerProgram,
  longestWait = 30_000,
): Importer {
  let waiting = 0
  let turn: Promise<unknown> = Promise.resolve()
  let running: { worker: Worker; fate: Fate; outcome: Promise<UploadOutcome | null> } | null = null
  let isStopping = false
  const inTurn = async (upload: Upload): Promise<UploadOutcome> => {
    if (isStopping) return { outcome: 'busy' }
    const fate = openFate()
    const workerData: WorkerTask = { ...where, upload, now: now().toISOString(), fate }
    const worker = new Worker(program.path, {
      workerData,
      execArgv: program.execArgv,
      // A table of any length is read in less; the server's own memory is not touched.
      resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 },
    })
    running = { worker, fate, outcome: outcomeOf(worker) }
    try {
      return await seen((await running.outcome) ?? { outcome: 'busy' }, isSeen)
    } finally {
      running = null
    }
  }
  return {
    admission,
    run: async (upload) => {
      if (waiting >= mostWaiting) return { outcome: 'busy' }
      waiting++
      const before = turn
      const isMyTurn = Promise.race([before.then(() => true), pause(longestWait, false, { ref: false })])
      const mine = isMyTurn.then((came): Promise<UploadOutcome> | UploadOutcome =>
        came ? inTurn(upload) : { outcome: 'busy' },
      )
      // The next one's turn comes however these end; a failure reaches whoever asked for it.
      turn = Promise.allSettled([before, mine])
      try {
        return await mine
      } finally {
        waiting--
      }
    },
    stop: async () => {
      isStopping = true
      if (running === null) return
      // What is being committed cannot be stopped: whoever sent it is to hear that it went in.
      if (mayStop(running.fate)) await running.worker.terminate()
      // That it failed, whoever sent it hears.
      else await running.outcome.catch(() => {})
    },
  }
}

/** Milliseconds that readers may take to see an import, and between two looks whether they do. */
const [patience, look] = [10_000, 20]

/** Waits until readers here see what was imported, so that whoever imported it can read it. */
async function seen(outcome: UploadOutcome, isSeen: (revision: number) => boolean): Promise<UploadOutcome> {
  const revision = outcome.outcome === 'done' ? outcome.report.revision : null
  for (let waited = 0; revision !== null && !isSeen(revision); waited += look) {
    if (waited >= patience) return { outcome: 'not-seen-yet', revision }
    await pause(look)
  }
  return outcome
}

/** @returns null where the worker was stopped */
const outcomeOf = (worker: Worker): Promise<UploadOutcome | null> =>
  new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => resolve(null))
  })

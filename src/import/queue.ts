import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type CommitGate, mayStop, openCommitGate } from './commit-gate.js'
import type { Admission, Importer, Upload, UploadOutcome } from './importer.js'
import { createTurns, type Turns } from './turns.js'
import type { WorkerTask, WriteTarget } from './worker.js'

/** A program to start in its own thread or process. */
export interface WorkerProgram {
  readonly path: string
  /** The flags that Node needs to run it. */
  readonly execArgv: string[]
}

/**
 * Imports uploads one at a time, each in a worker thread, so that reads are never blocked.
 * @param isSeen  whether readers on this node see a revision
 * @param turns  the queue: by default, that of this process
 */
export function createImporter(
  where: WriteTarget,
  admission: Admission,
  now: () => Date,
  isSeen: (revision: number) => boolean,
  program: WorkerProgram,
  turns: Turns = createTurns(),
): Importer {
  let running: { worker: Worker; gate: CommitGate; outcome: Promise<UploadOutcome | null> } | null = null
  let isStopping = false
  const inTurn = async (upload: Upload): Promise<UploadOutcome> => {
    if (isStopping) return { outcome: 'busy' }
    const gate = openCommitGate()
    const workerData: WorkerTask = { ...where, upload, now: now().toISOString(), gate }
    const worker = new Worker(program.path, {
      workerData,
      execArgv: program.execArgv,
      // Enough for a table of any length, since rows are streamed. It caps the worker's heap, not the server's.
      resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 },
    })
    running = { worker, gate, outcome: outcomeOf(worker) }
    try {
      return await whenSeen((await running.outcome) ?? { outcome: 'busy' }, isSeen)
    } finally {
      running = null
    }
  }
  return {
    admission,
    run: async (upload) => {
      const end = await turns.take()
      if (end === null) return { outcome: 'busy' }
      // Run the next import whether or not this one failed; its caller gets the error.
      try {
        return await inTurn(upload)
      } finally {
        end()
      }
    },
    stop: async () => {
      isStopping = true
      if (running === null) return
      // A commit that has begun cannot be stopped: wait, so that its client gets the report.
      if (mayStop(running.gate)) await running.worker.terminate()
      // Its caller gets the error.
      else await running.outcome.catch(() => {})
    },
  }
}

/** In milliseconds: how long to wait for the replica to see an import, and how often to check. */
const [seenTimeout, pollInterval] = [10_000, 20]

/** Waits until readers on this node see the import, so that the client can read its own write. */
async function whenSeen(
  outcome: UploadOutcome,
  isSeen: (revision: number) => boolean,
): Promise<UploadOutcome> {
  const revision = outcome.outcome === 'done' ? outcome.report.revision : null
  for (let waited = 0; revision !== null && !isSeen(revision); waited += pollInterval) {
    if (waited >= seenTimeout) return { outcome: 'not-seen-yet', revision }
    await pause(pollInterval)
  }
  return outcome
}

/** @returns null if the worker was stopped */
const outcomeOf = (worker: Worker): Promise<UploadOutcome | null> =>
  new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => resolve(null))
  })

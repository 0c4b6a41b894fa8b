import cluster, { type Worker } from 'node:cluster'
import closeWithGrace from 'close-with-grace'
import { counted } from '../../domain/wording.js'
import type { Counts } from '../../http/metrics.js'
import type { World } from '../world.js'
import { keepLimits } from './shared-limits.js'
import { gatherMetrics, ignoreSendError } from './worker-metrics.js'

/** A message from the supervisor to a worker. */
export type WorkerMessage<T> = { readonly replica: T } | 'stop'

/** The worker processes, which share a port. */
export interface Workers {
  /** Sends a message to every worker, and to every later one when it starts to listen. */
  readonly broadcast: (message: unknown) => void
}

/**
 * Runs worker processes that share one port. A worker that dies is replaced. If one dies before any has served, none can,
 * and all are stopped.
 * @param ownMetrics  those of this process
 * @param stop  called once all workers are gone
 */
export function superviseWorkers(
  count: number,
  { print, note, fail }: Pick<World, 'print' | 'note' | 'fail'>,
  ownMetrics: () => Promise<Counts>,
  stop: () => Promise<void>,
): Workers {
  let lastMessage: unknown
  let isStopping = false
  const served = new WeakSet<Worker>()
  const grace = closeWithGrace({ delay: 12_000 }, async () => {
    isStopping = true
    await Promise.all(
      Object.values(cluster.workers ?? {}).map((worker) => worker && stopWorker(worker, served.has(worker))),
    )
    await stop()
  })
  gatherMetrics((worker) => served.has(worker), ownMetrics)
  keepLimits()
  let serving = 0
  cluster.on('listening', (worker, { address, port }) => {
    served.add(worker)
    if (lastMessage !== undefined) worker.send(lastMessage as object, ignoreSendError)
    const at = `http://${address}:${port}`
    if (++serving === count)
      print(`Serving ${at}/v1 by ${counted(count, 'worker')}, documented at ${at}/docs`)
  })
  cluster.on('exit', (worker, code, signal) => {
    if (isStopping) return
    if (serving > 0) {
      note(`A worker ended (${signal ?? code}) and is replaced`)
      // A worker that failed to start would fail again at once, so wait.
      setTimeout(() => isStopping || cluster.fork(), served.has(worker) ? 0 : 1000)
    } else {
      isStopping = true
      grace.uninstall()
      fail()
      for (const other of Object.values(cluster.workers ?? {})) other?.kill('SIGKILL')
      void stop()
    }
  })
  for (let number = 0; number < count; number++) cluster.fork()
  return {
    broadcast: (message) => {
      lastMessage = message
      for (const worker of Object.values(cluster.workers ?? {}))
        worker?.send(message as object, ignoreSendError)
    },
  }
}

/** @param listens  whether it already serves, and must finish requests in flight first */
const stopWorker = (worker: Worker, listens: boolean): Promise<void> =>
  new Promise((resolve) => {
    worker.once('exit', () => resolve())
    if (listens) worker.send('stop', ignoreSendError)
    else worker.kill('SIGKILL')
  })

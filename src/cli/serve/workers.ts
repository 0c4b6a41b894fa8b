import cluster, { type Worker } from 'node:cluster'
import closeWithGrace from 'close-with-grace'
import type { World } from '../world.js'
import { gatherCounts, whoMayBeGone } from './worker-metrics.js'

/** What a worker is told. */
export type WordToWorker<T> = { readonly replica: T } | 'stop'

/** The processes that share a port. */
export interface Workers {
  /** Says something to each of them, and to each that comes. */
  readonly tell: (word: unknown) => void
}

/**
 * Lets so many processes serve one port. One that dies is replaced; where one dies before any has served, none can, and
 * all end.
 * @param stop  is run once they all are gone
 */
export function superviseWorkers(
  count: number,
  { print, note, fail }: Pick<World, 'print' | 'note' | 'fail'>,
  stop: () => void,
): Workers {
  let last: unknown
  let isStopping = false
  const served = new WeakSet<Worker>()
  const grace = closeWithGrace({ delay: 12_000 }, async () => {
    isStopping = true
    await Promise.all(
      Object.values(cluster.workers ?? {}).map((worker) => worker && stopped(worker, served.has(worker))),
    )
    stop()
  })
  gatherCounts((worker) => served.has(worker))
  let serving = 0
  cluster.on('listening', (worker, { address, port }) => {
    served.add(worker)
    if (last !== undefined) worker.send(last as object, whoMayBeGone)
    const at = `http://${address}:${port}`
    if (++serving === count) print(`Serving ${at}/v1 by ${count} workers, documented at ${at}/docs`)
  })
  cluster.on('exit', (worker, code, signal) => {
    if (isStopping) return
    if (serving > 0) {
      note(`A worker ended (${signal ?? code}) and is replaced`)
      // One that could not begin would not fare better at once.
      setTimeout(() => isStopping || cluster.fork(), served.has(worker) ? 0 : 1000)
    } else {
      isStopping = true
      grace.uninstall()
      fail()
      for (const other of Object.values(cluster.workers ?? {})) other?.kill('SIGKILL')
      stop()
    }
  })
  for (let number = 0; number < count; number++) cluster.fork()
  return {
    tell: (word) => {
      last = word
      for (const worker of Object.values(cluster.workers ?? {})) worker?.send(word as object, whoMayBeGone)
    },
  }
}

/** @param listens  whether it serves already, and answers what is in flight before it ends */
const stopped = (worker: Worker, listens: boolean): Promise<void> =>
  new Promise((resolve) => {
    worker.once('exit', () => resolve())
    if (listens) worker.send('stop', whoMayBeGone)
    else worker.kill('SIGKILL')
  })

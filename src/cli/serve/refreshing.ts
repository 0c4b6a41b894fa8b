import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { version } from '../../http/version.js'
import { jitter, type Schedule } from '../../import/refresh/schedule.js'
import type { RefreshMessage, RefreshTask } from '../../import/refresh/worker.js'
import type { Config } from '../config.js'
import { userAgentFor } from '../import/refresh-settings.js'
import { packageProgram } from '../package-files.js'
import type { World } from '../world.js'

/** Looks at the depositary's pages when it is time. */
export interface Refreshing {
  /** Stops at once. What a look has not recorded by then is looked at again by the next process. */
  readonly stop: () => Promise<void>
}

/** Makes the looks of one moment. @returns when to ask again for the same moment; null if there is no need */
type Attempt = (moment: Date, signal: AbortSignal) => Promise<Date | null>

/** Starts the schedule of the configuration, if it has one. */
export function startRefreshing(config: Config, world: Pick<World, 'now' | 'note'>): Refreshing | null {
  const { refresh } = config
  return refresh === null
    ? null
    : followSchedule(refresh.schedule, attemptWith(config, world), world.now, Math.random)
}

/**
 * Makes an attempt at the start for the last moment, in case it was missed, and then for every moment, a while after it.
 * @param sleep  until an instant, or until it is stopped
 */
export function followSchedule(
  schedule: Schedule,
  attempt: Attempt,
  now: () => Date,
  random: () => number,
  sleep: (until: Date, signal: AbortSignal) => Promise<void> = sleepUntil(now),
): Refreshing {
  const stopping = new AbortController()
  const { signal } = stopping
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      const moment = schedule.last(now())
      const again = moment === null ? null : await attempt(moment, signal)
      const next = schedule.next(now())
      const wakes = [again, next && new Date(next.getTime() + jitter(schedule, next, random()))]
      const soonest = wakes.flatMap((wake) => wake?.getTime() ?? []).sort((a, b) => a - b)[0]
      if (soonest === undefined) return
      await sleep(new Date(soonest), signal)
    }
  }
  const ended = run()
  return {
    stop: () => {
      stopping.abort()
      return ended
    },
  }
}

/** In milliseconds: timers cannot run for months, and do not notice that the machine slept. */
const longestSleep = 600_000

const sleepUntil = (now: () => Date) => async (until: Date, signal: AbortSignal) => {
  for (let left = 1; left > 0 && !signal.aborted; ) {
    left = until.getTime() - now().getTime()
    // Aborting the pause rejects it.
    await pause(Math.min(Math.max(left, 0), longestSleep), undefined, { signal, ref: false }).catch(() => {})
  }
}

/** In milliseconds: how long to wait after looks that came to nothing because of a fault here. */
const retryAfter = 600_000

function attemptWith(config: Config, { now, note }: Pick<World, 'now' | 'note'>): Attempt {
  const holder = randomUUID()
  return async (moment, signal) => {
    const folder = await mkdtemp(join(tmpdir(), 'ratification-looks-'))
    const looks = new Map<string, number>()
    const take = ({ instrument, outcome, why }: Looked): void => {
      looks.set(outcome, (looks.get(outcome) ?? 0) + 1)
      if (why !== null) note(`Looked at the page of ${instrument}: ${outcome}: ${why}`)
    }
    try {
      const { database, primary, refresh } = config
      const from = refresh?.from ?? null
      const workerData = { database, primary, moment: moment.toISOString(), holder, from, folder }
      const heldUntil = await inWorker(
        { ...workerData, version, userAgent: userAgentFor(config.refreshContact) },
        take,
        signal,
      )
      if (looks.size > 0) note(`Looked at the depositary’s pages: ${inWords(looks)}`)
      return heldUntil === null ? null : new Date(heldUntil)
    } catch (error) {
      note(`The depositary’s pages could not be looked at: ${error instanceof Error ? error.message : error}`)
      return new Date(now().getTime() + retryAfter)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}

type Looked = Extract<RefreshMessage, { look: unknown }>['look']

const inWords = (looks: ReadonlyMap<string, number>): string =>
  [...looks].map(([outcome, count]) => `${count} ${outcome}`).join(', ')

/** @returns until when another process has the looks in hand; null if they are done, or the worker was stopped */
function inWorker(
  workerData: RefreshTask,
  take: (look: Looked) => void,
  signal: AbortSignal,
): Promise<string | null> {
  const { path, execArgv } = packageProgram('import/refresh/worker')
  const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 }
  const worker = new Worker(path, { workerData, execArgv, resourceLimits })
  const stop = () => void worker.terminate()
  signal.addEventListener('abort', stop)
  return new Promise<string | null>((resolve, reject) => {
    let heldUntil: string | null = null
    worker.on('message', (message: RefreshMessage) => {
      if ('look' in message) take(message.look)
      else heldUntil = message.heldUntil
    })
    worker.once('error', reject)
    worker.once('exit', () => resolve(heldUntil))
  }).finally(() => signal.removeEventListener('abort', stop))
}

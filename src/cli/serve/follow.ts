import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { holdsRecord } from '../../db/sqlite/open.js'
import type { ReplicaStatus } from '../../http/replica-status.js'
import { packageProgram } from '../package-files.js'
import type { Attempt, FollowTask } from './follower.js'
import { ignoreSendError } from './worker-metrics.js'

export interface Following {
  /** The state of replication. */
  readonly state: () => ReplicaStatus
  /** Resolves once there is a replica to read. */
  readonly ready: Promise<void>
  readonly stop: () => void
}

/**
 * Syncs the replica in a child process, because a sync blocks its thread, for seconds while the primary is away. A
 * child that dies is replaced.
 * @param log       logs when the primary goes away and when it is back
 * @param onChange  called with the state after every sync
 */
export function follow(
  task: FollowTask,
  now: () => Date,
  log: (line: string) => void,
  onChange: (state: ReplicaStatus) => void = () => {},
): Following {
  mkdirSync(dirname(task.replica), { recursive: true })
  let state: ReplicaStatus = { syncedAt: null, awaySince: null }
  let follower: ChildProcess
  let isStopping = false
  let resolveReady = (): void => {}
  const ready = new Promise<void>((resolve) => {
    resolveReady = resolve
  })
  // An earlier replica can be read while the primary is away.
  if (holdsRecord(task.replica)) resolveReady()
  const update = ({ fault }: Attempt): void => {
    const before = state
    state = nextStatus(before, fault, now().toISOString())
    if (state.awaySince !== null && before.awaySince === null) log(`The primary is away: ${fault}`)
    if (state.awaySince === null && before.awaySince !== null) log('The primary is back')
    onChange(state)
    if (fault === null) resolveReady()
  }
  const start = (): void => {
    if (isStopping) return
    let hasEnded = false
    // A failed fork emits `error` and may never emit `exit`.
    const onEnd = (): void => {
      if (hasEnded || isStopping) return
      hasEnded = true
      update({ fault: 'the process that follows it ended, and is started again' })
      setTimeout(start, 1000)
    }
    const { path, execArgv } = packageProgram('cli/serve/follower')
    follower = fork(path, { execArgv })
    follower.on('message', update)
    follower.once('exit', onEnd).once('error', onEnd)
    follower.send(task, ignoreSendError)
  }
  start()
  return {
    state: () => state,
    ready,
    stop: () => {
      isStopping = true
      follower.kill('SIGKILL')
    },
  }
}

const nextStatus = (
  { syncedAt, awaySince }: ReplicaStatus,
  fault: string | null,
  instant: string,
): ReplicaStatus =>
  fault === null ? { syncedAt: instant, awaySince: null } : { syncedAt, awaySince: awaySince ?? instant }

import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { holdsRecord } from '../../db/open.js'
import type { ReplicaStatus } from '../../http/replica-status.js'
import { ownProgram } from '../package-files.js'
import type { Attempt, FollowTask } from './follower.js'
import { whoMayBeGone } from './worker-metrics.js'

export interface Following {
  /** How it stands with the primary. */
  readonly state: () => ReplicaStatus
  /** Settles once there is a replica to read. */
  readonly begun: Promise<void>
  readonly stop: () => void
}

/**
 * Lets the replica follow the primary, in a process beside the readers: fetching blocks, for seconds while the primary is
 * away. A follower that dies is replaced.
 * @param say       takes a line for whoever runs the server, when the primary goes away and when it is back
 * @param onChange  is told how it stands after every attempt to fetch
 */
export function follow(
  task: FollowTask,
  now: () => Date,
  say: (line: string) => void,
  onChange: (state: ReplicaStatus) => void = () => {},
): Following {
  mkdirSync(dirname(task.replica), { recursive: true })
  let state: ReplicaStatus = { syncedAt: null, awaySince: null }
  let follower: ChildProcess
  let isStopping = false
  let begin = (): void => {}
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  // What was followed before can be read while the primary is away.
  if (holdsRecord(task.replica)) begin()
  const take = ({ fault }: Attempt): void => {
    const before = state
    state = after(before, fault, now().toISOString())
    if (state.awaySince !== null && before.awaySince === null) say(`The primary is away: ${fault}`)
    if (state.awaySince === null && before.awaySince !== null) say('The primary is back')
    onChange(state)
    if (fault === null) begin()
  }
  const start = (): void => {
    if (isStopping) return
    let isOver = false
    // One that could not be started says so by an error, and perhaps by no end.
    const over = (): void => {
      if (isOver || isStopping) return
      isOver = true
      take({ fault: 'the process that follows it ended, and is started again' })
      setTimeout(start, 1000)
    }
    const { path, execArgv } = ownProgram('cli/serve/follower')
    follower = fork(path, { execArgv })
    follower.on('message', take)
    follower.once('exit', over).once('error', over)
    follower.send(task, whoMayBeGone)
  }
  start()
  return {
    state: () => state,
    begun,
    stop: () => {
      isStopping = true
      follower.kill('SIGKILL')
    },
  }
}

const after = (
  { syncedAt, awaySince }: ReplicaStatus,
  fault: string | null,
  instant: string,
): ReplicaStatus =>
  fault === null ? { syncedAt: instant, awaySince: null } : { syncedAt, awaySince: awaySince ?? instant }

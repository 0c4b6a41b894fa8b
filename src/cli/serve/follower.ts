import { openReplica, type Primary } from '../../db/sqlite/primary.js'

/** The task of the child process: the primary to sync from, and the replica file. */
export interface FollowTask {
  readonly primary: Primary
  readonly replica: string
}

/** The result of one sync; `fault` is null if it succeeded. */
export interface Attempt {
  readonly fault: string | null
}

type Replica = ReturnType<typeof openReplica>

/** Milliseconds between two syncs, so that other nodes see an import within a second. */
const pause = 400

function attempt({ primary, replica }: FollowTask, opened: Replica | null): Replica | null {
  let open = opened
  try {
    open ??= openReplica(replica, primary)
    open.sync()
    report({ fault: null })
  } catch (error) {
    report({ fault: error instanceof Error ? error.message : String(error) })
  }
  return open
}

const report = (result: Attempt): void => void process.send?.(result)

process.once('message', async (task: FollowTask) => {
  for (let opened: Replica | null = null; process.connected; ) {
    opened = attempt(task, opened)
    await new Promise((resume) => setTimeout(resume, pause))
  }
})

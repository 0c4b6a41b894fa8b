import { openReplica, type Primary } from '../../db/primary.js'

/** What the process is told: whom to follow, and into which file. */
export interface FollowTask {
  readonly primary: Primary
  readonly replica: string
}

/** What came of one attempt to fetch what is new; null where it was fetched. */
export interface Attempt {
  readonly fault: string | null
}

type Replica = ReturnType<typeof openReplica>

/** Milliseconds between two attempts: what one node imports is seen by another within a second. */
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

const report = (made: Attempt): void => void process.send?.(made)

process.once('message', async (task: FollowTask) => {
  for (let opened: Replica | null = null; process.connected; ) {
    opened = attempt(task, opened)
    await new Promise((resume) => setTimeout(resume, pause))
  }
})

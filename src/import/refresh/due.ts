import { claim, release, renew } from '../../db/looks/leases.js'
import type { Db } from '../../db/sqlite/open.js'
import { openTarget, type Target } from '../import-file.js'
import type { LookOptions, LookReport } from './look.js'
import { refresh } from './refresh.js'

export interface DueOptions extends LookOptions {
  /** The moment at which the looks were due, RFC 3339 in UTC. */
  readonly moment: string
  /** Names this process: no other has the name. */
  readonly holder: string
  /** Gets every look as it is made. */
  readonly onLook: (look: LookReport) => void
}

/** In milliseconds: longer than the longest look. A process that dies is replaced after so long. */
export const leaseTime = 10 * 60_000

const task = 'refresh'

/**
 * Looks at the pages of all instruments for one moment, unless another process does or has done so. After one that died, it
 * goes on where that stopped.
 * @returns until when another process has it in hand; null if the looks of the moment are done
 */
export async function refreshDue(db: Db, options: DueOptions): Promise<string | null> {
  const { moment, holder, now } = options
  const until = () => new Date(now().getTime() + leaseTime).toISOString()
  const claimed = claim(db, { task, moment, holder, now: now().toISOString(), until: until() })
  if (!claimed.isMine) return claimed.heldUntil
  const target = openTarget(db)
  for await (const look of refresh(target, dueSince(target, moment), options)) {
    options.onLook(look)
    // A process that was suspended for long may have been replaced.
    if (!renew(db, { task, holder, until: until() })) return null
  }
  release(db, { task, holder })
  return null
}

function dueSince({ store }: Target, moment: string) {
  const looked = store.looks.lookedAtSince(moment)
  const revision = store.imports.newest()?.number ?? 0
  return store.instruments.all(revision).filter(({ code }) => !looked.has(code))
}

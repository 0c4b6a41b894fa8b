import type { LastLooks } from '../db/looks/looks.js'
import type { Reading } from './reading.js'

const none: LastLooks = { lookedAt: null, isMirror: false, failed: null, failures: 0 }

/**
 * What the looks at the depositary's page of an instrument have come to. A reading that names its revision knows of none:
 * its answer never changes, and looks go on.
 */
export const looksAt = ({ store, namesRevision }: Reading, code: string): LastLooks =>
  namesRevision ? none : (store.looks.last().get(code) ?? none)

/** What the looks at all instruments have come to. */
export interface LooksSummary {
  /** When the page of any instrument was last read; null if none ever was. */
  readonly lookedAt: string | null
  /** The number of instruments whose newest look failed. */
  readonly failing: number
}

export function looksSummary({ store }: Pick<Reading, 'store'>): LooksSummary {
  const all = [...store.looks.last().values()]
  const days = all.flatMap(({ lookedAt }) => lookedAt ?? []).sort()
  return { lookedAt: days.at(-1) ?? null, failing: all.filter(({ failed }) => failed !== null).length }
}

import { type Digest, digestOf } from '../../api/digest/digest.js'
import { openStore, type Store } from '../../db/store.js'
import { utcDay } from '../../domain/calendar.js'
import { Day } from '../../domain/vocabulary.js'
import { linkFrom } from '../../http/links.js'
import { invalid } from '../invalid.js'
import { openExisting } from '../ready.js'
import type { World } from '../world.js'
import { toFilter } from './filter.js'
import { isRevision, toRevision } from './revision.js'

/** From and until when changes are asked about: days, or revisions. */
export interface Period {
  readonly since: string
  readonly until?: string
}

/**
 * The digest of a period.
 * @param options  those of `filter-options.ts`
 * @throws DomainError
 */
export function digestOfPeriod(world: World, { since, until }: Period, options: object): Digest {
  const store = openStore(openExisting(world))
  const today = utcDay(world.now())
  const after = revisionAt('since', since, store, today)
  const upTo = until === undefined ? newestOf(store) : revisionAt('until', until, store, today)
  const [from, to] = [since, until].map((one) => (one !== undefined && isDay(one) ? one : undefined))
  if (upTo < after || (from !== undefined && to !== undefined && to < from))
    throw invalid(`--until ${until} lies before --since ${since}`)
  if (upTo === 0) throw invalid(`--until ${until} lies before the first import`)
  const link = linkFrom(world.config().publicUrl)
  return digestOf({ store, today: () => today }, toFilter(options), { after, upTo, from, to }, link)
}

const isDay = (text: string): boolean => Day.safeParse(text).success

const newestOf = (store: Store): number => store.version()?.revision ?? 0

/**
 * The import after which, or up to which, changes are asked about.
 * @throws DomainError for what is neither a day up to today nor a revision of the record
 */
function revisionAt(name: 'since' | 'until', text: string, store: Store, today: Day): number {
  const newest = newestOf(store)
  if (isRevision(text)) return toRevision(`--${name}`, text, newest)
  if (!isDay(text))
    throw invalid(`--${name} “${text}” is neither a day like 2026-11-20 nor a revision from 0 to ${newest}`)
  if (text > today) throw invalid(`--${name} ${text} lies ahead: today is ${today} (UTC)`)
  return name === 'since' ? store.imports.lastBefore(text) : store.imports.lastBy(text)
}

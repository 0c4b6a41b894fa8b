import type { RecordedChange } from '../db/changes.js'
import type { Day } from '../domain/vocabulary.js'
import { type ActionFilter, choiceOf, type Part } from './actions.js'
import type { Reading } from './reading.js'

export interface ChangesFilter extends ActionFilter {
  /** Only the changes of later imports. */
  readonly sinceRevision?: number | undefined
}

/**
 * What imports added, corrected or removed, oldest first. `since` and `until` are days of import.
 * @returns `instruments`: those that the answer covers
 */
export function changesIn(reading: Reading, filter: ChangesFilter) {
  const { imports, changes } = reading.store
  const { choice, instruments } = choiceOf(reading, filter)
  const earlier = filter.since === undefined ? 0 : imports.lastBefore(filter.since)
  const after = Math.max(filter.sinceRevision ?? 0, earlier)
  const last = filter.until === undefined ? Infinity : imports.lastBy(filter.until)
  const chosen = { ...choice, after, upTo: Math.min(reading.revision, last), asOf: reading.asOf }
  return {
    instruments,
    total: changes.count(chosen),
    rows: (part: Part): RecordedChange[] => changes.page(chosen, part),
  }
}

/**
 * The same changes for feeds, newest first. Here `since` and `until` are the days from which actions count.
 * @returns `importedAt`: the instant of an import (RFC 3339, UTC)
 */
export function changesNewestFirst(reading: Reading, filter: ActionFilter, part: Part) {
  const { imports, changes } = reading.store
  const last: Day = filter.until !== undefined && filter.until < reading.asOf ? filter.until : reading.asOf
  const { choice } = choiceOf(reading, filter)
  const chosen = { ...choice, after: 0, upTo: reading.revision, since: filter.since, asOf: last }
  const news = changes.page(chosen, { ...part, newestFirst: true })
  const end = part.offset + news.length
  return {
    news,
    isMore: news.length > 0 && end < changes.count(chosen),
    importedAt: (revision: number): string => imports.importedAt(revision) ?? '',
  }
}

import type { StatementChange, StatementChangeFilter } from '../../db/statements/changes.js'
import type { StatementEventKind, StatementKind } from '../../domain/statements/vocabulary.js'
import type { Day } from '../../domain/vocabulary.js'
import { choiceOf, type Part } from '../actions.js'
import type { Reading } from '../reading.js'
import type { StateFilter } from '../states.js'

/** Selects changes of statements, by whose they are, by instrument, kind, what happened and day. */
export interface StatementChangesFilter extends Omit<StateFilter, 'q' | 'kind'> {
  readonly instrument?: readonly string[] | undefined
  readonly kind?: readonly StatementKind[] | undefined
  readonly event?: readonly StatementEventKind[] | undefined
  readonly since?: Day | undefined
  readonly until?: Day | undefined
  /** Only the changes of later imports. */
  readonly sinceRevision?: number | undefined
}

/**
 * What imports added, corrected or removed in statements, oldest first. `since` and `until` are days of import.
 * @returns `instruments`: those that the answer covers
 */
export function statementChangesIn(reading: Reading, filter: StatementChangesFilter) {
  const { imports } = reading.store
  const earlier = filter.since === undefined ? 0 : imports.lastBefore(filter.since)
  const last = filter.until === undefined ? Infinity : imports.lastBy(filter.until)
  return chosen(reading, filter, {
    after: Math.max(filter.sinceRevision ?? 0, earlier),
    upTo: Math.min(reading.revision, last),
    asOf: reading.asOf,
  })
}

/**
 * The same changes for feeds, newest first: a withdrawn reservation is news. Here `since` and `until` are the days from which
 * events count.
 * @returns `importedAt`: the instant of an import (RFC 3339, UTC)
 */
export function statementChangesNewestFirst(
  reading: Reading,
  filter: StatementChangesFilter,
  { offset, limit }: Part,
) {
  const { store, revision, asOf } = reading
  const last = filter.until !== undefined && filter.until < asOf ? filter.until : asOf
  const of = { after: filter.sinceRevision ?? 0, upTo: revision, since: filter.since, asOf: last }
  const all = chosen(reading, filter, of).changes.sort(fromTheNewest)
  return {
    total: all.length,
    news: all.slice(offset, offset + limit),
    isMore: offset + limit < all.length,
    importedAt: (number: number): string => store.imports.importedAt(number) ?? '',
  }
}

/** By import; within one, by day. */
function fromTheNewest(a: StatementChange, b: StatementChange): number {
  const [left, right] = [a, b].map(({ before, after }) => (after ?? before)?.latest ?? '')
  return b.revision - a.revision || (right ?? '').localeCompare(left ?? '')
}

function chosen(reading: Reading, filter: StatementChangesFilter, of: StatementChangeFilter) {
  const { state, group, region, instrument, since, until, kind, event } = filter
  const { choice, instruments } = choiceOf(reading, { state, group, region, instrument, since, until })
  const { participants, instruments: codes } = choice
  const changes = reading.store.statements
    .changes({ ...of, participants, instruments: codes })
    .filter(({ statement }) => !kind || kind.includes(statement.kind))
    .filter(({ before, after }) => !event || [before, after].some((one) => one && event.includes(one.event)))
  return { instruments, changes }
}

/** Finds toward whom the statement of a change is, by code. */
export function towardOf({ store, revision }: Reading): (change: StatementChange) => string[] {
  return ({ statement: { id, instrument } }) => {
    const found = store.statements.ofInstrument(instrument, revision).find((one) => one.id === id)
    return [...new Set((found?.targets ?? []).map(({ toward }) => toward))]
  }
}

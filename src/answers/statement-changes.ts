import type { StatementChange } from '../db/statements/changes.js'
import { type ActionFilter, choiceOf, type Part } from './actions.js'
import type { Reading } from './reading.js'

/**
 * What imports added, corrected or removed in statements, newest import first: a withdrawn reservation is news. `since` and
 * `until` are the days from which its events count.
 * @returns `importedAt`: the instant of an import (RFC 3339, UTC)
 */
export function statementChangesNewestFirst(
  reading: Reading,
  filter: Omit<ActionFilter, 'action'> & { readonly sinceRevision?: number | undefined },
  { offset, limit }: Part,
) {
  const { store, revision, asOf } = reading
  const { choice } = choiceOf(reading, filter)
  const { participants, instruments } = choice
  const last = filter.until !== undefined && filter.until < asOf ? filter.until : asOf
  const after = filter.sinceRevision ?? 0
  const of = { after, upTo: revision, participants, instruments, since: filter.since, asOf: last }
  const all: readonly StatementChange[] = store.statements.changes(of).reverse()
  return {
    total: all.length,
    news: all.slice(offset, offset + limit),
    importedAt: (number: number): string => store.imports.importedAt(number) ?? '',
  }
}

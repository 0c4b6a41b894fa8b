import { asc } from 'drizzle-orm'
import { grouped } from '../../domain/grouped.js'
import type { Statement, StatementEvent } from '../../domain/statements/statement.js'
import type { Day } from '../../domain/vocabulary.js'
import type { Memo } from '../sqlite/memo.js'
import type { Db } from '../sqlite/open.js'
import { statementEvents, statements } from './schema.js'

/** What an import did to one event of a statement: `before` is null if it was added, `after` if it was removed. */
export interface StatementChange {
  readonly revision: number
  readonly kind: 'added' | 'corrected' | 'removed'
  /** The statement as that import, or an earlier one, has it. */
  readonly statement: Statement
  readonly before: StatementEvent | null
  readonly after: StatementEvent | null
}

/** Selects changes of the imports after one revision, up to another. Absent lists do not filter. */
export interface StatementChangeFilter {
  readonly after: number
  readonly upTo: number
  readonly participants?: readonly string[] | undefined
  readonly instruments?: readonly string[] | undefined
  /** Only events that count from this day or later. */
  readonly since?: Day | undefined
  /** Only events that count by this day. */
  readonly asOf?: Day | undefined
}

type StoredEvent = typeof statementEvents.$inferSelect

export const statementChangeQueries = (db: Db, memo: Memo) => {
  // In the order of an index: all rows are read, once for each version of the record.
  const events = db.select().from(statementEvents).orderBy(asc(statementEvents.knownFrom)).prepare()
  const versions = db.select().from(statements).orderBy(asc(statements.id), asc(statements.row)).prepare()
  const all = memo((): readonly StatementChange[] => {
    const versionsOf = grouped(versions.all(), ({ id }) => id)
    return changesAmong(events.all())
      .flatMap((change) => named(change, versionsOf))
      .sort(inOrder)
  })
  return {
    /** What imports changed in statements, oldest import first, and within one by statement and day. */
    changes: (filter: StatementChangeFilter): StatementChange[] => all().filter(isChosen(filter)),
  }
}

interface EventChange {
  readonly revision: number
  readonly before: StoredEvent | null
  readonly after: StoredEvent | null
}

/** Events that an import added or corrected, and events that it removed without a replacement. */
function changesAmong(rows: readonly StoredEvent[]): EventChange[] {
  const byRow = new Map(rows.map((one) => [one.row, one]))
  const replaced = new Set(rows.map(({ replaces }) => replaces))
  return rows.flatMap((one) => [
    { revision: one.knownFrom, before: byRow.get(one.replaces ?? 0) ?? null, after: one },
    ...(one.knownUntil === null || replaced.has(one.row)
      ? []
      : [{ revision: one.knownUntil, before: one, after: null }]),
  ])
}

/** A change with its statement as that import had it. */
function named(
  { revision, before, after }: EventChange,
  versionsOf: ReadonlyMap<string, readonly (typeof statements.$inferSelect)[]>,
): StatementChange[] {
  const id = (after ?? before)?.statement ?? ''
  const statement = versionsOf.get(id)?.findLast(({ knownFrom }) => knownFrom <= revision)
  if (statement === undefined) return []
  const kind = before === null ? 'added' : after === null ? 'removed' : 'corrected'
  return [{ revision, kind, statement, before, after }]
}

function isChosen({ after, upTo, participants, instruments, since, asOf }: StatementChangeFilter) {
  const [who, what] = [participants && new Set(participants), instruments && new Set(instruments)]
  const isOnDays = (one: StatementEvent | null): boolean =>
    one !== null && (since === undefined || one.latest >= since) && (asOf === undefined || one.latest <= asOf)
  return ({ revision, statement, ...change }: StatementChange): boolean =>
    revision > after &&
    revision <= upTo &&
    (!who || who.has(statement.participant) || who.has(statement.performedBy ?? '')) &&
    (!what || what.has(statement.instrument)) &&
    (isOnDays(change.before) || isOnDays(change.after))
}

function inOrder(a: StatementChange, b: StatementChange): number {
  const [left, right] = [sortKey(a), sortKey(b)]
  return a.revision - b.revision || (left < right ? -1 : left > right ? 1 : 0)
}

const sortKey = ({ statement, before, after }: StatementChange): string =>
  [statement.instrument, statement.participant, (after ?? before)?.latest, statement.id].join(' ')

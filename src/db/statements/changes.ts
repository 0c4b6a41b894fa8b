import { and, gt, inArray, lte, or, type SQL } from 'drizzle-orm'
import { grouped } from '../../domain/grouped.js'
import type { Statement, StatementEvent } from '../../domain/statements/statement.js'
import type { Day } from '../../domain/vocabulary.js'
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

/** What imports changed in statements, oldest import first, and within one by statement and day. */
export const statementChangeQueries = (db: Db) => ({
  changes: (filter: StatementChangeFilter): StatementChange[] => {
    const rows = touched(db, filter)
    const byRow = new Map(rows.map((one) => [one.row, one]))
    const corrected = new Set(rows.map(({ replaces }) => replaces))
    const isWithin = (revision: number | null): revision is number =>
      revision !== null && revision > filter.after && revision <= filter.upTo
    const arrivals = rows
      .filter(({ knownFrom }) => isWithin(knownFrom))
      .map((one) => ({ revision: one.knownFrom, before: byRow.get(one.replaces ?? 0) ?? null, after: one }))
    const departures = rows.flatMap((one) =>
      isWithin(one.knownUntil) && !corrected.has(one.row)
        ? [{ revision: one.knownUntil, before: one, after: null }]
        : [],
    )
    const found = [...arrivals, ...departures].filter(({ before, after }) =>
      [before, after].some((one) => one !== null && isOnDays(one, filter)),
    )
    return named(db, found, filter).sort(inOrder)
  },
})

/** The events that the imports added or ended, and those that they corrected. */
function touched(db: Db, { after, upTo }: StatementChangeFilter): StoredEvent[] {
  const within = (revision: typeof statementEvents.knownFrom | typeof statementEvents.knownUntil) =>
    and(gt(revision, after), lte(revision, upTo)) as SQL
  const isTouched = or(within(statementEvents.knownFrom), within(statementEvents.knownUntil))
  return db.select().from(statementEvents).where(isTouched).all()
}

const isOnDays = ({ latest }: StatementEvent, { since, asOf }: StatementChangeFilter): boolean =>
  (since === undefined || latest >= since) && (asOf === undefined || latest <= asOf)

interface Found {
  readonly revision: number
  readonly before: StoredEvent | null
  readonly after: StoredEvent | null
}

/** The changes with their statements, of the States and instruments that were chosen. */
function named(
  db: Db,
  found: readonly Found[],
  { participants, instruments }: StatementChangeFilter,
): StatementChange[] {
  const isChosen = and(
    participants &&
      or(
        inArray(statements.participant, [...participants]),
        inArray(statements.performedBy, [...participants]),
      ),
    instruments && inArray(statements.instrument, [...instruments]),
  )
  const versions = grouped(db.select().from(statements).where(isChosen).all(), ({ id }) => id)
  return found.flatMap(({ revision, before, after }) => {
    const id = (after ?? before)?.statement ?? ''
    const statement = versions.get(id)?.findLast(({ knownFrom }) => knownFrom <= revision)
    if (statement === undefined) return []
    const kind = before === null ? 'added' : after === null ? 'removed' : 'corrected'
    return [{ revision, kind, statement, before, after }]
  })
}

function inOrder(a: StatementChange, b: StatementChange): number {
  const [left, right] = [sortKey(a), sortKey(b)]
  return a.revision - b.revision || (left < right ? -1 : left > right ? 1 : 0)
}

const sortKey = ({ statement, before, after }: StatementChange): string =>
  [statement.instrument, statement.participant, (after ?? before)?.latest, statement.id].join(' ')

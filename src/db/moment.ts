import { and, gt, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Day } from '../domain/vocabulary.js'

/** Which answer is asked for: as it stood at the end of the day `asOf`, as it was known after import `revision`. */
export interface Moment {
  readonly asOf: Day
  readonly revision: number
}

/** `from <= :moment < until`, where an open `until` is null. */
export const covers = (
  from: SQLiteColumn,
  until: SQLiteColumn,
  moment: 'asOf' | 'revision',
): SQL | undefined =>
  and(lte(from, sql.placeholder(moment)), or(isNull(until), gt(until, sql.placeholder(moment))))

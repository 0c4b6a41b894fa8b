import { and, gt, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Day } from '../domain/vocabulary.js'

/** The two times of a query: valid at the end of the day `asOf`, known after the import `revision`. */
export interface Moment {
  readonly asOf: Day
  readonly revision: number
}

/** `from <= :moment < until`; a null `until` is open-ended. */
export const covers = (
  from: SQLiteColumn,
  until: SQLiteColumn,
  moment: 'asOf' | 'revision',
): SQL | undefined =>
  and(lte(from, sql.placeholder(moment)), or(isNull(until), gt(until, sql.placeholder(moment))))

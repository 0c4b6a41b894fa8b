import { asc, lte } from 'drizzle-orm'
import { knownDay } from '../../domain/action.js'
import { articlesInCell } from '../../domain/statements/articles.js'
import type { BulkSource } from '../../tables/datapackage/tables.js'
import type { Db } from '../sqlite/open.js'
import { type FactName, factTables, type StoredFact } from './facts.js'
import { statementCoverage, territories } from './schema.js'

type Source = Pick<
  BulkSource,
  | 'territories'
  | 'statement-coverage'
  | 'statements'
  | 'statement-events'
  | 'statement-targets'
  | 'territorial-events'
>

/** The bulk data of statements and territories at a revision. */
export const factSource = (db: Db, revision: number): Source => ({
  territories: () =>
    db.select().from(territories).orderBy(asc(territories.code), asc(territories.responsible)).all(),
  'statement-coverage': () =>
    db
      .select()
      .from(statementCoverage)
      .where(lte(statementCoverage.knownFrom, revision))
      .orderBy(asc(statementCoverage.instrument), asc(statementCoverage.knownFrom))
      .all()
      .map((row) => endedBy(revision, row)),
  statements: () => rowsOf(db, 'statements', revision),
  'statement-events': () =>
    rowsOf(db, 'statementEvents', revision).map((row) => ({
      ...inDays(row),
      articles: articlesInCell(row.articles),
    })),
  'statement-targets': () => rowsOf(db, 'statementTargets', revision),
  'territorial-events': () => rowsOf(db, 'territorialEvents', revision).map(inDays),
})

function rowsOf<Name extends FactName>(db: Db, name: Name, revision: number): StoredFact<Name>[] {
  const table = factTables[name]
  const rows = db.select().from(table).where(lte(table.knownFrom, revision)).orderBy(asc(table.row)).all()
  return (rows as StoredFact<Name>[]).map((row) => endedBy(revision, row))
}

/** A row as it was known at a revision: what ended it later is not yet there. */
const endedBy = <R extends { readonly knownUntil: number | null }>(revision: number, row: R): R =>
  row.knownUntil !== null && row.knownUntil > revision ? { ...row, knownUntil: null } : row

/** A known day stands alone; else its bounds do. */
const inDays = <R extends { readonly earliest: string; readonly latest: string }>(row: R) => {
  const on = knownDay(row)
  return on === null ? { ...row, on } : { ...row, on, earliest: null, latest: null }
}

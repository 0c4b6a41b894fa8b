import type { z } from 'zod'
import { derivedTables, recordTables } from './record-tables.js'
import { referenceTables } from './reference-tables.js'
import { statementTables } from './statement-tables.js'

/** All tables of the bulk data by file name. Each refers only to earlier ones. */
export const bulkTables = { ...referenceTables, ...recordTables, ...statementTables, ...derivedTables }

export type BulkName = keyof typeof bulkTables

export const bulkNames = Object.keys(bulkTables) as [BulkName, ...BulkName[]]

/** A row of a table after validation. */
export type BulkRow<Name extends BulkName> = z.infer<(typeof bulkTables)[Name]['row']>

/** The rows of each bulk file. A null value is an empty cell. */
export type BulkSource = {
  readonly [Name in BulkName]: () => Iterable<{ readonly [Key in keyof BulkRow<Name>]: Cell }>
}

export type Cell = string | number | boolean | null

import type { z } from 'zod'
import { derivedTables, recordTables } from './record-tables.js'
import { referenceTables } from './reference-tables.js'

/** Every table of the bulk data, by the name of its file, in an order in which each refers to earlier ones. */
export const bulkTables = { ...referenceTables, ...recordTables, ...derivedTables }

export type BulkName = keyof typeof bulkTables

export const bulkNames = Object.keys(bulkTables) as [BulkName, ...BulkName[]]

/** A row of a table, as it is read. */
export type BulkRow<Name extends BulkName> = z.infer<(typeof bulkTables)[Name]['row']>

/** What a file of the bulk data is read from: rows whose values are null where a cell is empty. */
export type BulkSource = {
  readonly [Name in BulkName]: () => Iterable<{ readonly [Column in keyof BulkRow<Name>]: Cell }>
}

export type Cell = string | number | boolean | null

import { type ReadFile, readBulkTables, type TablesRead } from './read.js'
import { referenceTables } from './reference-tables.js'

/** All tables of a record beside its actions. */
export type Reference = TablesRead<keyof typeof referenceTables>

export const referenceNames = Object.keys(referenceTables) as (keyof typeof referenceTables)[]

/**
 * Reads the tables beside the actions.
 * @throws FileRefused with every fault of the first faulty file, else of all keys
 */
export const readReference = (read: ReadFile): Reference => readBulkTables(referenceNames, read)

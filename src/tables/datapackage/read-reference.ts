import { readBulkTables, type TablesRead } from './read.js'
import { referenceTables } from './reference-tables.js'

/** Everything that a record needs beside actions. */
export type Reference = TablesRead<keyof typeof referenceTables>

export const referenceNames = Object.keys(referenceTables) as (keyof typeof referenceTables)[]

/**
 * Reads the tables that a record needs beside actions.
 * @param read  gives the text of a file of the folder, by its name
 * @throws FileRefused with every fault of the first file that has any, or else of all keys
 */
export const readReference = (read: (file: string) => string): Reference =>
  readBulkTables(referenceNames, read)

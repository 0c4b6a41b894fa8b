import { pipeline, Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { safeCell } from './cells.js'
import { type BulkName, type BulkSource, bulkTables } from './tables.js'

/**
 * Streams a table of the bulk data as CSV (RFC 4180, but lines end in LF, as in `seed/`).
 * @param bom  whether it begins with a byte order mark
 */
export function bulkCsv(name: BulkName, source: BulkSource, bom = false): Readable {
  const columns = Object.keys(bulkTables[name].row.shape)
  const cells = stringify({
    bom,
    header: true,
    columns,
    cast: { string: safeCell, boolean: String },
  })
  // An error of the source destroys the stream, so that a truncated table is not taken for a complete one.
  return pipeline(Readable.from(source[name]()), cells, () => {})
}

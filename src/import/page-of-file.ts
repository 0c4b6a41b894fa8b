import type { Store } from '../db/store.js'
import type { PrintedPage } from '../domain/statements/page.js'
import { readStatements } from '../tables/collection/statements/read-statements.js'
import type { ReadingTerms } from '../tables/format.js'
import type { TableFile } from '../tables/open-table.js'
import { printedPage } from './page-statements.js'
import type { StatementReading } from './statement-readings.js'

/** What a depositary's page prints beside its table; undefined for any other file. */
export function pageOf(
  { sections, treaty }: TableFile,
  code: string | undefined,
  {
    readings = new Map(),
    store,
    ...terms
  }: ReadingTerms & {
    readonly store: Store
    readonly readings: ReadonlyMap<string, StatementReading> | undefined
  },
): PrintedPage | undefined {
  if (sections === null || code === undefined) return undefined
  const read = readStatements(sections, { names: terms.names, title: treaty?.title ?? null })
  const territories = store.territories.all()
  return printedPage(read, { ...terms, instrument: code, territories, readings })
}

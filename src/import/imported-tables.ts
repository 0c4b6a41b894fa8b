import type { ImportedTable } from '../db/write/record.js'
import type { StagedActions } from '../db/write/staged-actions.js'
import { isConsent } from '../domain/action.js'
import type { TableFile } from '../tables/open-table.js'
import type { AsAt } from './as-at.js'

/** The staged actions of each instrument, read back lazily. A table without a column of acts gives none. */
export function tablesOf(
  staged: StagedActions,
  { table: { speaksOf, isByRows }, isOfOneInstrument }: TableFile,
  code: string | undefined,
  asAt: AsAt,
): ImportedTable[] {
  const found = staged.instruments()
  const instruments = isOfOneInstrument && code !== undefined ? [code] : found
  if (speaksOf.length === 0) return []
  return instruments.map((instrument) => ({
    instrument,
    asAt: asAt.day,
    // A day up to which nothing is missing: a table of signatures alone vouches for none.
    isAsAtStated:
      asAt.from !== 'today' &&
      speaksOf.includes('binds') &&
      !(isByRows && !staged.ofInstrument(instrument).some(isConsent)),
    speaksOf,
    mayOmitFormerStates: isOfOneInstrument,
    get actions() {
      return staged.ofInstrument(instrument)
    },
  }))
}

import type { Coverage } from '../db/statements.js'
import type { Reading } from './reading.js'

/** The coverage of an instrument whose statements the record does not hold. */
export const nothingHeld: Coverage = { coverage: 'none', asAt: null, what: null }

/** How much the record holds of what States said of an instrument. */
export const coverageOf = ({ store, revision }: Reading, instrument: string): Coverage =>
  store.statements.coverage(revision).get(instrument) ?? nothingHeld

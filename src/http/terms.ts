import type { Instrument } from '../db/instruments.js'
import type { Reading } from './reading.js'
import { type RefOf, toInstrumentRef } from './shapes/instrument.js'

/** The instruments of a reading by their codes, and how an answer refers to each. */
export function termsOf({ instruments }: Reading): { byCode: ReadonlyMap<string, Instrument>; refOf: RefOf } {
  const byCode = new Map(instruments.map((instrument) => [instrument.code, instrument]))
  const refOf: RefOf = (code) => toInstrumentRef(byCode.get(code) ?? { code, shortName: code })
  return { byCode, refOf }
}

import { type RefOf, toInstrumentRef } from '../api/shapes/instrument.js'
import { type StateRef, toStateRef } from '../api/shapes/participant.js'
import type { Instrument } from '../db/instruments.js'
import { required } from '../domain/errors.js'
import type { Reading } from './reading.js'

/** The instruments of a reading by their codes, and how an answer refers to each. */
export function termsOf({ instruments }: Pick<Reading, 'instruments'>): {
  byCode: ReadonlyMap<string, Instrument>
  refOf: RefOf
} {
  const byCode = new Map(instruments.map((instrument) => [instrument.code, instrument]))
  const refOf: RefOf = (code) => toInstrumentRef(byCode.get(code) ?? { code, shortName: code })
  return { byCode, refOf }
}

/** How an answer refers to participants, by their codes. */
export function stateRefs({ store, asOf }: Pick<Reading, 'store' | 'asOf'>): (code: string) => StateRef {
  const refs = new Map(store.participants.all().map((one) => [one.code, toStateRef(one, asOf)]))
  return (code) => required(refs.get(code), `The participant ${code}`)
}

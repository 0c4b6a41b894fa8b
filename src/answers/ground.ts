import type { RefOf } from '../api/shapes/instrument.js'
import type { Instrument } from '../db/instruments.js'
import { type Urge, type Urged, urgedOn } from '../domain/outstanding.js'
import type { Reading } from './reading.js'
import { termsOf } from './refs.js'
import { instrumentsUrged, withRequired } from './urges.js'

/** What an answer about urges rests on, whichever State it is about. */
export interface Ground {
  readonly urged: readonly Urged[]
  /** The instruments that are urged. */
  readonly instruments: readonly Instrument[]
  /** Those, and the ones that their preconditions are about. */
  readonly concerned: readonly Instrument[]
  readonly refOf: RefOf
}

const known = new WeakMap<readonly Instrument[], WeakMap<readonly Urge[], Ground>>()

/** Works out once what is the same on all days on which the same instruments exist and the same is urged. */
export function groundOf(reading: Reading, urges: readonly Urge[]): Ground {
  const those = known.get(reading.instruments) ?? new WeakMap<readonly Urge[], Ground>()
  known.set(reading.instruments, those)
  const ground = those.get(urges) ?? groundAnew(reading, urges)
  those.set(urges, ground)
  return ground
}

function groundAnew(reading: Reading, urges: readonly Urge[]): Ground {
  const instruments = instrumentsUrged(reading, urges)
  const concerned = withRequired(reading, instruments)
  const { byCode, refOf } = termsOf({ instruments: concerned })
  return { urged: urgedOn(reading.asOf, urges, byCode), instruments, concerned, refOf }
}

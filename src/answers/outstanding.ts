import { type OutstandingEntry, toOutstanding } from '../api/shapes/outstanding.js'
import { toStateRef } from '../api/shapes/participant.js'
import type { Participant } from '../db/participants.js'
import { outstanding } from '../domain/outstanding.js'
import { briefStandings } from './brief-standings.js'
import { groundOf } from './ground.js'
import type { Reading } from './reading.js'
import { urgesAsked } from './urges.js'

/** What every resolution of the record urges on the day of the reading, and the instruments that this is about. */
export const groundOfAll = (reading: Reading) => groundOf(reading, urgesAsked(reading, {}))

/** What one State still has to ratify. */
export function stateOutstanding(reading: Reading, state: Participant): OutstandingEntry {
  const { urged, concerned, refOf } = groundOfAll(reading)
  const standingTo = briefStandings(reading, concerned)(state.code)
  const left = outstanding(reading.asOf, state, urged, standingTo)
  return toOutstanding(toStateRef(state, reading.asOf), left, refOf)
}

import type { Participant } from '../db/participants.js'
import { outstanding } from '../domain/outstanding.js'
import { type Asking, answer, metaOf } from './answer.js'
import { briefStandings } from './brief-standings.js'
import { groundOf } from './ground.js'
import type { Reading } from './reading.js'
import { toOutstanding } from './shapes/outstanding.js'
import { toStateRef } from './shapes/participant.js'
import { urgesAsked } from './urged.js'

/** What one State still has to ratify, as it is answered. */
export function stateOutstanding(asking: Asking, reading: Reading, state: Participant) {
  const { urged, instruments, concerned, refOf } = groundOf(reading, urgesAsked(reading, {}))
  const standingTo = briefStandings(reading, concerned)(state.code)
  const left = outstanding(reading.asOf, state, urged, standingTo)
  return answer(
    asking,
    metaOf(reading, instruments),
    toOutstanding(toStateRef(state, reading.asOf), left, refOf),
  )
}

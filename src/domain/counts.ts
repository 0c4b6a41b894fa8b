import { existsOn, isMemberOn, isState, type Membership } from './participant.js'
import type { BriefStanding } from './status.js'
import type { Day } from './vocabulary.js'

export interface InstrumentCounts {
  readonly parties: number
  readonly stateParties: number
  readonly signatories: number
  readonly signedNotParty: number
  readonly outstanding: number
}

/** A participant's standing to the counted instrument. */
export interface CountedStanding extends BriefStanding {
  readonly participant: string
}

/**
 * Counts the parties and signatories of an instrument on `day`, and the Members still outstanding.
 * Like the depositary, it counts a party that has signed as a signatory, too.
 * @param standings  all standings to it; a participant without one is neither a party nor a signatory
 * @param urged      whether a resolution in force on that day urges Member States to consider ratifying or acceding to it
 */
export function countsOn(
  day: Day,
  participants: ReadonlyMap<string, Membership>,
  standings: readonly CountedStanding[],
  urged: boolean,
): InstrumentCounts {
  const present = standings.filter(({ participant }) => {
    const found = participants.get(participant)
    return found !== undefined && existsOn(day, found)
  })
  const parties = present.filter(({ status }) => status === 'party')
  const partiesThat = (holds: (participant: Membership) => boolean): number =>
    parties.flatMap(({ participant }) => participants.get(participant) ?? []).filter(holds).length
  const isMember = (participant: Membership) => isMemberOn(day, participant)
  const members = [...participants.values()].filter(isMember).length
  return {
    parties: parties.length,
    stateParties: partiesThat(isState),
    signatories: present.filter(({ signature }) => signature !== null).length,
    signedNotParty: present.filter(({ status }) => status === 'signatory').length,
    outstanding: urged ? members - partiesThat(isMember) : 0,
  }
}

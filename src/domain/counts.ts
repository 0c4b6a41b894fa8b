import type { Addressed } from './outstanding.js'
import { existsOn, isMemberOn, isState } from './participant.js'
import type { BriefStanding } from './status.js'
import type { Day } from './vocabulary.js'

export interface InstrumentCounts {
  readonly parties: number
  readonly stateParties: number
  readonly signatories: number
  readonly signedNotParty: number
  readonly outstanding: number
}

/** How somebody stands to the instrument that is counted. */
export interface CountedStanding extends BriefStanding {
  readonly participant: string
}

/**
 * How many have joined an instrument on `day`, and how many have not.
 * The depositary counts as signatories all who have signed, those who became parties later included.
 * @param standings  everyone's standing to it; nobody without one has signed or joined
 * @param urged      whether a resolution in force on that day urges Member States to join it
 */
export function countsOn(
  day: Day,
  participants: ReadonlyMap<string, Addressed>,
  standings: readonly CountedStanding[],
  urged: boolean,
): InstrumentCounts {
  const present = standings.filter(({ participant }) => {
    const found = participants.get(participant)
    return found !== undefined && existsOn(day, found)
  })
  const parties = present.filter(({ status }) => status === 'party')
  const partiesThat = (holds: (participant: Addressed) => boolean): number =>
    parties.flatMap(({ participant }) => participants.get(participant) ?? []).filter(holds).length
  const isMember = (participant: Addressed) => isMemberOn(day, participant)
  const members = [...participants.values()].filter(isMember).length
  return {
    parties: parties.length,
    stateParties: partiesThat(isState),
    signatories: present.filter(({ signature }) => signature !== null).length,
    signedNotParty: present.filter(({ status }) => status === 'signatory').length,
    outstanding: urged ? members - partiesThat(isMember) : 0,
  }
}

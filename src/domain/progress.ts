import { grouped } from './grouped.js'
import type { Addressed } from './outstanding.js'
import { existsOn, isMemberOn } from './participant.js'
import type { Period } from './status.js'
import { type Day, type RegionalGroup, regionalGroups } from './vocabulary.js'

export interface ProgressParticipant extends Addressed {
  readonly code: string
  readonly group: RegionalGroup | null
}

/** Parties on a day: all of them, and those that are Members of the United Nations on that day. */
export interface PartyCount {
  readonly on: Day
  readonly parties: number
  readonly memberParties: number
  readonly members: number
}

export interface GroupCount {
  readonly group: RegionalGroup
  readonly atAdoption: GroupParties
  readonly now: GroupParties
}

/** Of the Members in a regional group on a day, how many are parties. */
export interface GroupParties {
  readonly members: number
  readonly parties: number
}

export type PeriodOf = Period & { readonly participant: string }

export interface InstrumentProgress {
  readonly atAdoption: PartyCount
  readonly yearEnds: readonly PartyCount[]
  readonly now: PartyCount
  readonly groups: readonly GroupCount[]
  /** The period with which each participant that was not a party at adoption, and is one now, became it. */
  readonly joinedSince: readonly PeriodOf[]
}

/**
 * How the parties to one instrument grew from the adoption of a resolution that urges it to `day`.
 * @param periods  every period of status to that instrument
 */
export function progress(
  adoptedOn: Day,
  day: Day,
  participants: readonly ProgressParticipant[],
  periods: readonly PeriodOf[],
): InstrumentProgress {
  const byCode = new Map(participants.map((participant) => [participant.code, participant]))
  const partiesOn = (on: Day): ProgressParticipant[] =>
    periods
      .filter((period) => isPartyPeriodOn(on, period))
      .flatMap(({ participant }) => byCode.get(participant) ?? [])
      .filter((participant) => existsOn(on, participant))
  const countOn = (on: Day): PartyCount => {
    const parties = partiesOn(on)
    return { on, parties: parties.length, ...membersOn(on, participants, parties) }
  }
  const groupThen = groupOn(adoptedOn, participants, partiesOn(adoptedOn))
  const groupNow = groupOn(day, participants, partiesOn(day))
  return {
    atAdoption: countOn(adoptedOn),
    yearEnds: yearEndsBetween(adoptedOn, day).map(countOn),
    now: countOn(day),
    groups: regionalGroups.map((group) => ({ group, atAdoption: groupThen(group), now: groupNow(group) })),
    joinedSince: joinedBetween(adoptedOn, day, periods),
  }
}

const isPartyPeriodOn = (day: Day, { status, from, until }: Period): boolean =>
  status === 'party' && from <= day && (until === null || day < until)

function membersOn(
  on: Day,
  participants: readonly ProgressParticipant[],
  parties: readonly ProgressParticipant[],
) {
  return {
    memberParties: parties.filter((party) => isMemberOn(on, party)).length,
    members: participants.filter((participant) => isMemberOn(on, participant)).length,
  }
}

function groupOn(
  day: Day,
  participants: readonly ProgressParticipant[],
  parties: readonly ProgressParticipant[],
) {
  return (group: RegionalGroup): GroupParties => {
    const members = participants.filter((one) => one.group === group && isMemberOn(day, one))
    return { members: members.length, parties: members.filter((member) => parties.includes(member)).length }
  }
}

function joinedBetween(adoptedOn: Day, day: Day, periods: readonly PeriodOf[]): PeriodOf[] {
  return [...grouped(periods, ({ participant }) => participant).values()]
    .flatMap((own) => {
      const wasParty = own.some((period) => isPartyPeriodOn(adoptedOn, period))
      const joined = own.filter(({ status, from }) => status === 'party' && from > adoptedOn && from <= day)
      const isParty = own.some((period) => isPartyPeriodOn(day, period))
      return isParty && !wasParty ? joined.slice(0, 1) : []
    })
    .sort((a, b) => (a.from === b.from ? (a.participant < b.participant ? -1 : 1) : a.from < b.from ? -1 : 1))
}

function yearEndsBetween(from: Day, until: Day): Day[] {
  const firstYear = Number(from.slice(0, 4))
  const years = Number(until.slice(0, 4)) - firstYear + 1
  return Array.from({ length: years }, (_, index) => `${firstYear + index}-12-31`).filter(
    (end) => end <= until,
  )
}

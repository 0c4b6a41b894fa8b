import { holdsOn } from './calendar.js'
import { grouped } from './grouped.js'
import { existsOn, isMemberOn, type Membership } from './participant.js'
import type { Period } from './status.js'
import { type Day, type RegionalGroup, regionalGroups } from './vocabulary.js'

export interface ProgressParticipant extends Membership {
  readonly code: string
  readonly group: RegionalGroup | null
}

/** The count of parties on a day, and of those that are then Members of the United Nations. */
export interface PartyCount {
  readonly on: Day
  readonly parties: number
  readonly memberParties: number
  readonly members: number
  /** Members that are not parties yet. */
  readonly remaining: number
  /** The share of Members that are parties, from 0 to 1. */
  readonly share: number | null
  readonly groups: readonly GroupParties[]
}

/** The Members and the parties of a regional group on a day. */
export interface GroupParties {
  readonly group: RegionalGroup
  readonly members: number
  readonly parties: number
  readonly share: number | null
}

/** A regional group's rank by the share of its Members that are parties, the greatest first. */
export interface GroupRank extends GroupParties {
  readonly rank: number
}

export type PeriodOf = Period & { readonly participant: string }

/** A participant that became a party. `ordinal` holds its lowest and highest possible place in the order of parties. */
export interface Joined {
  readonly period: PeriodOf
  readonly ordinal: readonly [number, number]
}

export interface InstrumentProgress {
  readonly atAdoption: PartyCount
  readonly yearEnds: readonly PartyCount[]
  readonly now: PartyCount
  readonly ranking: readonly GroupRank[]
  /** The participants that were not parties at adoption and are now. */
  readonly joinedSince: readonly Joined[]
}

/**
 * The growth in parties to one instrument, from the adoption of a resolution that urges it to `day`.
 * @param periods  all periods of status to that instrument
 */
export function progress(
  adoptedOn: Day,
  day: Day,
  participants: readonly ProgressParticipant[],
  periods: readonly PeriodOf[],
): InstrumentProgress {
  const byCode = new Map(participants.map((participant) => [participant.code, participant]))
  const parties = periods.filter(({ status, participant }) => status === 'party' && byCode.has(participant))
  const existsAt =
    (on: Day) =>
    ({ participant }: PeriodOf) =>
      existsOn(on, byCode.get(participant) as ProgressParticipant)
  const countOn = (on: Day): PartyCount => {
    const then = parties.filter((period) => holdsOn(on, period)).filter(existsAt(on))
    return count(on, participants, new Set(then.map(({ participant }) => participant)))
  }
  const now = countOn(day)
  return {
    atAdoption: countOn(adoptedOn),
    yearEnds: yearEndsBetween(adoptedOn, day).map(countOn),
    now,
    ranking: ranked(now.groups),
    joinedSince: joinedBetween(adoptedOn, day, parties).map((period) => ({
      period,
      ordinal: ordinalOf(period, parties.filter(existsAt(period.from))),
    })),
  }
}

/**
 * Ranks the regional groups over several instruments together, by the parties among their Members over all instruments.
 */
export function groupsOverall(counts: readonly PartyCount[]): GroupRank[] {
  const byGroup = grouped(
    counts.flatMap(({ groups }) => groups),
    ({ group }) => group,
  )
  const sum = (of: readonly GroupParties[], number: 'members' | 'parties') =>
    of.reduce((total, one) => total + one[number], 0)
  return ranked(
    [...byGroup].map(([group, of]) => groupParties(group, sum(of, 'members'), sum(of, 'parties'))),
  )
}

function count(
  on: Day,
  participants: readonly ProgressParticipant[],
  parties: ReadonlySet<string>,
): PartyCount {
  const members = participants.filter((participant) => isMemberOn(on, participant))
  const partiesOf = (of: readonly ProgressParticipant[]) => of.filter(({ code }) => parties.has(code)).length
  const memberParties = partiesOf(members)
  return {
    on,
    parties: parties.size,
    memberParties,
    members: members.length,
    remaining: members.length - memberParties,
    share: shareOf(memberParties, members.length),
    groups: regionalGroups.map((group) => {
      const own = members.filter((member) => member.group === group)
      return groupParties(group, own.length, partiesOf(own))
    }),
  }
}

const groupParties = (group: RegionalGroup, members: number, parties: number): GroupParties => ({
  group,
  members,
  parties,
  share: shareOf(parties, members),
})

/** To four decimal places; null if `whole` is 0. */
const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000

/** By share, the greatest first; equal shares have the same rank. */
function ranked(groups: readonly GroupParties[]): GroupRank[] {
  const shareIn = ({ share }: GroupParties) => share ?? -1
  return groups
    .map((one) => ({ ...one, rank: 1 + groups.filter((other) => shareIn(other) > shareIn(one)).length }))
    .sort((a, b) => a.rank - b.rank)
}

/**
 * The place in the order of parties: the number of earlier parties plus one. If others became parties on the same day, or within
 * overlapping bounds, it lies between a lowest and a highest number.
 */
function ordinalOf(joining: PeriodOf, parties: readonly PeriodOf[]): [number, number] {
  const { earliest, latest } = boundsOf(joining)
  const others = parties.filter(({ participant }) => participant !== joining.participant)
  const surely = others.filter(
    (one) => boundsOf(one).latest < earliest && (one.until === null || one.until > latest),
  )
  const possibly = others.filter(
    (one) => boundsOf(one).earliest <= latest && (one.until === null || one.until > earliest),
  )
  const howMany = (of: readonly PeriodOf[]) => new Set(of.map(({ participant }) => participant)).size
  return [howMany(surely) + 1, howMany(possibly) + 1]
}

const boundsOf = ({ consent, from }: PeriodOf) => consent ?? { earliest: from, latest: from }

function joinedBetween(adoptedOn: Day, day: Day, periods: readonly PeriodOf[]): PeriodOf[] {
  return [...grouped(periods, ({ participant }) => participant).values()]
    .flatMap((own) => {
      const wasParty = own.some((period) => holdsOn(adoptedOn, period))
      const joined = own.filter(({ from }) => from > adoptedOn && from <= day)
      const isParty = own.some((period) => holdsOn(day, period))
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

import type { Group, GroupPeriod } from '../../db/groups/groups.js'
import type { Instrument } from '../../db/instruments.js'
import type { Participant } from '../../db/participants.js'
import { required } from '../../domain/errors.js'
import { countsFrom, periodOn } from '../../domain/groups/membership.js'
import { existsOn, isState } from '../../domain/participant.js'
import type { GroupKind } from '../../domain/vocabulary.js'
import type { Reading } from '../reading.js'
import { instrumentsUrged, urgesEver } from '../resolutions.js'
import { everyone, statesIn } from '../states.js'
import { type StatusRow, statusesIn } from '../statuses.js'
import { inGroups } from './membership.js'

export interface GroupFilter {
  readonly kind?: readonly GroupKind[] | undefined
  /** Only groups with at least one of these participants as a member. */
  readonly state?: readonly string[] | undefined
}

/** A group, and how many members it has on the day of the reading. */
export interface CountedGroup {
  readonly group: Group
  readonly members: number
}

/** A member of a group, or a former one, with the period of its membership. */
export interface GroupMember {
  readonly state: Participant
  readonly period: GroupPeriod
}

/** How the States of a group stand to one instrument on the day of the reading. */
export interface GroupStanding {
  readonly instrument: Instrument
  /** Members that are States, and how many of them are parties. */
  readonly states: number
  readonly parties: number
  /** The others, save those of whose actions the record does not claim to know. */
  readonly missing: readonly StatusRow[]
}

/** A group on the day of the reading. */
export interface GroupOnDay {
  readonly group: Group
  readonly members: readonly GroupMember[]
  /** The memberships that had ended by then, the last first. */
  readonly past: readonly GroupMember[]
  /** For each instrument that any resolution urges. */
  readonly standings: readonly GroupStanding[]
}

/**
 * The groups that match a filter, those of the United Nations’ regions first.
 * @throws DomainError for a State that is not in the record
 */
export function groupsIn(reading: Reading, { kind, state }: GroupFilter): CountedGroup[] {
  const present = everyone(reading).filter((one) => existsOn(reading.asOf, one))
  const sought = state && statesIn(reading, { state })
  return reading.store.groups
    .all()
    .filter((group) => !kind || kind.includes(group.kind))
    .map((group) => ({ group, isMember: inGroups(reading, [group.code]) }))
    .filter(({ isMember }) => !sought || sought.some(isMember))
    .map(({ group, isMember }) => ({ group, members: present.filter(isMember).length }))
}

/** The States of a group, and how many of them are parties to an instrument. */
export interface GroupShare {
  readonly members: number
  readonly parties: number
}

/** How many States of each group are parties to each instrument, with one query for all of them. */
export function partiesIn(
  reading: Reading,
  groups: readonly Group[],
  instruments: readonly Instrument[],
): (group: Group, instrument: Instrument) => GroupShare {
  const codes = instruments.map(({ code }) => code)
  const parties = new Set(
    reading.store.statuses
      .briefOfInstruments(codes, reading)
      .filter(({ status }) => status === 'party')
      .map(({ participant, instrument }) => `${participant} ${instrument}`),
  )
  const present = everyone(reading).filter((one) => isState(one) && existsOn(reading.asOf, one))
  const statesOf = new Map(groups.map((group) => [group, present.filter(inGroups(reading, [group.code]))]))
  return (group, { code }) => {
    const states = statesOf.get(group) ?? []
    return {
      members: states.length,
      parties: states.filter((state) => parties.has(`${state.code} ${code}`)).length,
    }
  }
}

/** @throws DomainError `not-found` */
export const groupAt = ({ store }: Pick<Reading, 'store'>, code: string): Group =>
  required(
    store.groups.all().find((group) => group.code === code),
    `The group “${code}”`,
  )

/** A group with its members, and how they stand to the instruments that resolutions urge. */
export function groupOnDay(reading: Reading, group: Group): GroupOnDay {
  const members = membersOf(reading, group)
  return {
    group,
    members,
    past: pastMembersOf(reading, group),
    standings: standingsOf(reading, group, members.filter(({ state }) => isState(state)).length),
  }
}

/** In the order of their names. */
const membersOf = (reading: Reading, { members }: Group): GroupMember[] =>
  everyone(reading)
    .filter((state) => existsOn(reading.asOf, state))
    .flatMap((state) => {
      const period = members.get(state.code)?.find((one) => periodOn(reading.asOf, one))
      return period === undefined ? [] : [{ state, period }]
    })

function pastMembersOf(reading: Reading, { members }: Group): GroupMember[] {
  const ended = everyone(reading).flatMap((state) =>
    (members.get(state.code) ?? []).flatMap((period) =>
      period.until !== null && countsFrom(period.until) <= reading.asOf
        ? [{ state, period, on: countsFrom(period.until) }]
        : [],
    ),
  )
  return ended.sort((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : 0))
}

function standingsOf(reading: Reading, { code }: Group, states: number): GroupStanding[] {
  const instruments = instrumentsUrged(reading, urgesEver(reading, {}))
  const rows = statusesIn(reading, instruments, { group: [code] }).filter(({ state }) => isState(state))
  return instruments.map((instrument) => {
    const own = rows.filter((row) => row.instrument === instrument)
    const missing = own.filter(({ status }) => status !== 'party')
    return { instrument, states, parties: own.length - missing.length, missing }
  })
}

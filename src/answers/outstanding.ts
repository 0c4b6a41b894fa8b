import type { Instrument } from '../db/instruments.js'
import type { Participant } from '../db/participants.js'
import {
  type Outstanding,
  type OutstandingItem,
  outstanding,
  type StandingTo,
  type Urged,
  urgedOn,
} from '../domain/outstanding.js'
import type { NextStep, StatusKind } from '../domain/vocabulary.js'
import { instrumentsNamed } from './instruments.js'
import type { Reading } from './reading.js'
import { instrumentsUrged, type UrgeFilter, urgesIn } from './resolutions.js'
import { type StateFilter, statesIn } from './states.js'

export interface OutstandingFilter extends StateFilter, UrgeFilter {
  readonly status?: readonly StatusKind[] | undefined
  readonly nextStep?: readonly NextStep[] | undefined
  /** The fewest items that a listed State has left. */
  readonly minimum?: number | undefined
  /** Also lists States with nothing left. */
  readonly complete?: boolean
  readonly sort?: 'name' | '-count'
}

/** What one State still has to ratify. */
export interface StateOutstanding {
  readonly state: Participant
  readonly left: Outstanding
  /** The items that match the filters. */
  readonly shown: readonly OutstandingItem[]
}

/**
 * What one State still has to ratify under the resolutions that the filter names; by default, all of them.
 * @returns `instruments`: those that States are urged to join
 */
export function leftFor(
  reading: Reading,
  state: Participant,
  filter: UrgeFilter = {},
): StateOutstanding & { instruments: readonly Instrument[] } {
  const { instruments, urged, standingsOf } = urgedIn(reading, filter)
  const left = outstanding(reading.asOf, state, urged, standingsOf(state.code))
  return { state, left, shown: left.items, instruments }
}

/** What each State that matches the filters still has to ratify, and the instruments that the answer covers. */
export function leftForEach(
  reading: Reading,
  filter: OutstandingFilter,
): { rows: StateOutstanding[]; instruments: readonly Instrument[] } {
  const instrument = filter.instrument && instrumentsNamed(reading, filter.instrument).map(({ code }) => code)
  const { instruments, urged, standingsOf } = urgedIn(reading, { ...filter, instrument })
  const least = Math.max(filter.minimum ?? 0, filter.complete ? 0 : 1)
  const rows = statesIn(reading, filter).flatMap((state) => {
    const left = outstanding(reading.asOf, state, urged, standingsOf(state.code))
    const shown = left.items.filter((item) => isShown(item, filter))
    return shown.length < least ? [] : [{ state, left, shown }]
  })
  if (filter.sort === '-count') rows.sort((a, b) => b.shown.length - a.shown.length)
  return { rows, instruments }
}

const isShown = (item: OutstandingItem, { status, nextStep }: OutstandingFilter): boolean =>
  (!status || status.includes(item.status)) && (!nextStep || nextStep.includes(item.nextStep))

/** What is urged on the day of the reading, and every participant's standing to it. */
function urgedIn(
  reading: Reading,
  filter: UrgeFilter,
): { instruments: Instrument[]; urged: Urged[]; standingsOf: (participant: string) => StandingTo } {
  const urges = urgesIn(reading, filter)
  const instruments = instrumentsUrged(reading, urges)
  const byCode = new Map(instruments.map((instrument) => [instrument.code, instrument]))
  return {
    instruments,
    urged: urgedOn(reading.asOf, urges, byCode),
    standingsOf: briefStandings(reading, withRequired(reading, instruments)),
  }
}

/** Adds the instruments that the preconditions of the given ones require. */
function withRequired({ instruments }: Reading, some: readonly Instrument[]): Instrument[] {
  const codes = new Set(
    some.flatMap(({ code, preconditions }) => [
      code,
      ...preconditions.flatMap(({ required }) => required ?? []),
    ]),
  )
  return instruments.filter(({ code }) => codes.has(code))
}

/**
 * Every participant's standing to a few instruments on the day of the reading, without its actions. One query serves all
 * days of a revision, because the store memoises the periods.
 */
function briefStandings(
  { store, asOf, revision }: Reading,
  instruments: readonly Instrument[],
): (participant: string) => StandingTo {
  const periods = store.statuses.briefPeriods(revision, ...instruments.map(({ code }) => code))
  return (participant) => {
    const own = periods.get(participant) ?? []
    return (code) =>
      own.find(
        ({ instrument, from, until }) =>
          instrument === code && from <= asOf && (until === null || asOf < until),
      )
  }
}

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
  /** How many items a State must have left to be listed. */
  readonly minimum?: number | undefined
  /** Whether States with nothing left are listed as well. */
  readonly complete?: boolean
  readonly sort?: 'name' | '-count'
}

/** What one State still has to ratify. */
export interface StateOutstanding {
  readonly state: Participant
  readonly left: Outstanding
  /** The items that the filters leave. */
  readonly shown: readonly OutstandingItem[]
}

/**
 * What one State still has to ratify, under every resolution or those that the filter names.
 * @returns `about`: the instruments that are urged
 */
export function leftFor(
  reading: Reading,
  state: Participant,
  filter: UrgeFilter = {},
): StateOutstanding & { about: readonly Instrument[] } {
  const { about, urged, standingsOf } = urgedIn(reading, filter)
  const left = outstanding(reading.asOf, state, urged, standingsOf(state.code))
  return { state, left, shown: left.items, about }
}

/** What every State that the filters leave still has to ratify, and the instruments that this is about. */
export function leftForEach(
  reading: Reading,
  filter: OutstandingFilter,
): { rows: StateOutstanding[]; about: readonly Instrument[] } {
  const instrument = filter.instrument && instrumentsNamed(reading, filter.instrument).map(({ code }) => code)
  const { about, urged, standingsOf } = urgedIn(reading, { ...filter, instrument })
  const least = Math.max(filter.minimum ?? 0, filter.complete ? 0 : 1)
  const rows = statesIn(reading, filter).flatMap((state) => {
    const left = outstanding(reading.asOf, state, urged, standingsOf(state.code))
    const shown = left.items.filter((item) => isShown(item, filter))
    return shown.length < least ? [] : [{ state, left, shown }]
  })
  if (filter.sort === '-count') rows.sort((a, b) => b.shown.length - a.shown.length)
  return { rows, about }
}

const isShown = (item: OutstandingItem, { status, nextStep }: OutstandingFilter): boolean =>
  (!status || status.includes(item.status)) && (!nextStep || nextStep.includes(item.nextStep))

/** What is urged on the day of the reading, and everyone's standing to it. */
function urgedIn(
  reading: Reading,
  filter: UrgeFilter,
): { about: Instrument[]; urged: Urged[]; standingsOf: (participant: string) => StandingTo } {
  const urges = urgesIn(reading, filter)
  const about = instrumentsUrged(reading, urges)
  const byCode = new Map(about.map((instrument) => [instrument.code, instrument]))
  return {
    about,
    urged: urgedOn(reading.asOf, urges, byCode),
    standingsOf: briefStandings(reading, withRequired(reading, about)),
  }
}

/** The instruments, and those of the reading that their preconditions are about. */
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
 * Everyone's standing to a few instruments on the day of the reading, as much of it as says what is left to do. The periods
 * of a revision are looked up once, whatever the day.
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

import type { Instrument } from '../db/instruments.js'
import type { Participant } from '../db/participants.js'
import { holdsOn } from '../domain/calendar.js'
import { DomainError } from '../domain/errors.js'
import {
  type Covered,
  everyOn,
  isCoveredOn,
  type Outstanding,
  type OutstandingItem,
  outstanding,
  type StandingTo,
  urgedOn,
} from '../domain/outstanding.js'
import type { NextStep, Scope, StatusKind } from '../domain/vocabulary.js'
import { instrumentsNamed } from './instruments.js'
import type { Reading } from './reading.js'
import { checkUrged, instrumentsUrged, type UrgeFilter, urgesIn } from './resolutions.js'
import { type StateFilter, statesIn } from './states.js'

export interface OutstandingFilter extends StateFilter, UrgeFilter {
  /** `urged` (the default): what the resolutions urge. `all`: every instrument, or those named. */
  readonly scope?: Scope | undefined
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
 * @returns `instruments`: those that are urged
 */
export function leftFor(
  reading: Reading,
  state: Participant,
  filter: UrgeFilter = {},
): StateOutstanding & { instruments: readonly Instrument[] } {
  const { instruments, covered, standingsOf } = urgedIn(reading, filter)
  const left = outstanding(reading.asOf, state, covered, standingsOf(state.code))
  return { state, left, shown: left.items, instruments }
}

/**
 * What each State that matches the filters still has to ratify, and the instruments that the answer covers.
 * @throws DomainError for a named instrument that is not urged, unless the scope is `all`; for a resolution or paragraph if
 *         it is
 */
export function leftForEach(
  reading: Reading,
  filter: OutstandingFilter,
): { rows: StateOutstanding[]; instruments: readonly Instrument[] } {
  const { scope = 'urged' } = filter
  const { instruments, covered, standingsOf } = coveredIn(reading, filter)
  const least = Math.max(filter.minimum ?? 0, filter.complete ? 0 : 1)
  const rows = statesIn(reading, filter).flatMap((state) => {
    if (scope === 'all' && !isCoveredOn(reading.asOf, state, scope)) return []
    const left = outstanding(reading.asOf, state, covered, standingsOf(state.code), scope)
    const shown = left.items.filter((item) => isShown(item, filter))
    return shown.length < least ? [] : [{ state, left, shown }]
  })
  if (filter.sort === '-count') rows.sort((a, b) => b.shown.length - a.shown.length)
  return { rows, instruments }
}

const isShown = (item: OutstandingItem, { status, nextStep }: OutstandingFilter): boolean =>
  (!status || status.includes(item.status)) && (!nextStep || nextStep.includes(item.nextStep))

interface CoveredInstruments {
  readonly instruments: readonly Instrument[]
  readonly covered: readonly Covered[]
  /** Every participant's standing to them. */
  readonly standingsOf: (participant: string) => StandingTo
}

/** The instruments that an answer covers on the day of the reading. */
function coveredIn(reading: Reading, filter: OutstandingFilter): CoveredInstruments {
  const named = instrumentsNamed(reading, filter.instrument)
  if (filter.scope === 'all') return everyIn(reading, named, filter)
  const instrument = filter.instrument && named.map(({ code }) => code)
  if (instrument) checkUrged(reading, instrument, filter)
  return urgedIn(reading, { ...filter, instrument })
}

/** What the resolutions of the filter urge on the day of the reading. */
function urgedIn(reading: Reading, filter: UrgeFilter): CoveredInstruments {
  const urges = urgesIn(reading, filter)
  const instruments = instrumentsUrged(reading, urges)
  const byCode = new Map(instruments.map((instrument) => [instrument.code, instrument]))
  return withStandings(reading, instruments, urgedOn(reading.asOf, urges, byCode))
}

/** The instruments themselves, whether or not a resolution urges them. */
function everyIn(
  reading: Reading,
  instruments: readonly Instrument[],
  { resolution, paragraph }: UrgeFilter,
): CoveredInstruments {
  const other = resolution ? 'resolution' : paragraph && 'paragraph'
  if (other) {
    const detail = `“scope=all” and “${other}” exclude each other: “${other}” asks for what is urged, “scope=all” for every instrument`
    throw new DomainError('invalid-parameter', detail, 'scope')
  }
  return withStandings(reading, instruments, everyOn(reading.asOf, urgesIn(reading, {}), instruments))
}

const withStandings = (
  reading: Reading,
  instruments: readonly Instrument[],
  covered: readonly Covered[],
): CoveredInstruments => ({
  instruments,
  covered,
  standingsOf: briefStandings(reading, withRequired(reading, instruments)),
})

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
    return (code) => own.find((period) => period.instrument === code && holdsOn(asOf, period))
  }
}

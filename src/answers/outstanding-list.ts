import { type OutstandingEntry, toOutstanding } from '../api/shapes/outstanding.js'
import { toStateRef } from '../api/shapes/participant.js'
import type { Instrument } from '../db/instruments.js'
import { type OutstandingItem, outstanding } from '../domain/outstanding.js'
import type { NextStep, StatusKind } from '../domain/vocabulary.js'
import { briefStandings } from './brief-standings.js'
import { groundOf } from './ground.js'
import { instrumentsNamed, type Reading } from './reading.js'
import { type ParticipantFilter, participantsAsked } from './states.js'
import { urgesAsked } from './urges.js'

export interface OutstandingFilter extends ParticipantFilter {
  readonly instrument?: readonly string[] | undefined
  readonly resolution?: readonly string[] | undefined
  readonly paragraph?: readonly number[] | undefined
  readonly status?: readonly StatusKind[] | undefined
  readonly nextStep?: readonly NextStep[] | undefined
  readonly minimum?: number | undefined
  readonly complete?: boolean
  readonly sort?: 'name' | '-count'
}

/** What every State that the filters leave still has to ratify, and the instruments that this is about. */
export function outstandingEntries(
  reading: Reading,
  filter: OutstandingFilter,
): { entries: OutstandingEntry[]; urged: readonly Instrument[] } {
  const instrument = filter.instrument && instrumentsNamed(reading, filter.instrument).map(({ code }) => code)
  const { urged, instruments, concerned, refOf } = groundOf(
    reading,
    urgesAsked(reading, { ...filter, instrument }),
  )
  const standingsOf = briefStandings(reading, concerned)
  const least = Math.max(filter.minimum ?? 0, filter.complete ? 0 : 1)
  const entries = participantsAsked(reading, filter).flatMap((state) => {
    const left = outstanding(reading.asOf, state, urged, standingsOf(state.code))
    const shown = left.items.filter((item) => isShown(item, filter))
    return shown.length < least ? [] : [toOutstanding(toStateRef(state, reading.asOf), left, refOf, shown)]
  })
  if (filter.sort === '-count') entries.sort((a, b) => b.outstanding.length - a.outstanding.length)
  return { entries, urged: instruments }
}

const isShown = (item: OutstandingItem, { status, nextStep }: OutstandingFilter): boolean =>
  (!status || status.includes(item.status)) && (!nextStep || nextStep.includes(item.nextStep))

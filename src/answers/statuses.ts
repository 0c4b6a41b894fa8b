import { toInstrumentRef } from '../api/shapes/instrument.js'
import { toStateRef } from '../api/shapes/participant.js'
import { type Status, toStatus } from '../api/shapes/status.js'
import type { Instrument } from '../db/instruments.js'
import type { Participant } from '../db/participants.js'
import type { StoredStanding } from '../db/statuses.js'
import { isExpectedOn } from '../domain/participant.js'
import type { StatusKind } from '../domain/vocabulary.js'
import type { Reading } from './reading.js'
import { type ParticipantFilter, participantsAsked } from './states.js'

interface MatrixFilter extends ParticipantFilter {
  readonly status?: readonly StatusKind[] | undefined
}

/** Everyone's standing to the instruments given, found by participant and instrument. */
export function standingsOf(reading: Reading, instruments: readonly string[]) {
  const found = new Map<string, StoredStanding>()
  for (const standing of reading.store.statuses.ofInstruments(instruments, reading))
    found.set(`${standing.participant} ${standing.instrument}`, standing)
  return (participant: string, instrument: string) => found.get(`${participant} ${instrument}`)
}

/**
 * A row for each participant and instrument that the filters leave, participants in the order of their names.
 * Whoever is not expected to act has a row only where it has acted.
 */
export function matrix(
  reading: Reading,
  instruments: readonly Instrument[],
  filter: MatrixFilter,
  participants: readonly Participant[] = participantsAsked(reading, filter),
): Status[] {
  const codes = instruments.map(({ code }) => code)
  const standingOf = standingsOf(reading, codes)
  const refs = instruments.map(toInstrumentRef)
  return participants.flatMap((participant) => {
    const state = toStateRef(participant, reading.asOf)
    const isExpected = isExpectedOn(reading.asOf, participant)
    return refs.flatMap((instrument) => {
      const standing = standingOf(participant.code, instrument.code)
      if (!standing && !isExpected) return []
      if (filter.status && !filter.status.includes(standing?.status ?? 'none')) return []
      return [toStatus(state, instrument, standing)]
    })
  })
}

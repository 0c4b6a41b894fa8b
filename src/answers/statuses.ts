import type { Instrument } from '../db/instruments.js'
import type { Participant } from '../db/participants.js'
import type { StoredConsent, StoredStanding } from '../db/statuses.js'
import { existsOn, isExpectedOn } from '../domain/participant.js'
import type { StatusKind } from '../domain/vocabulary.js'
import type { Reading } from './reading.js'
import { type StateFilter, statesIn } from './states.js'

export interface StatusFilter extends StateFilter {
  readonly status?: readonly StatusKind[] | undefined
}

/** A participant's status to an instrument. `standing` is undefined if it took no action. */
export interface StatusRow {
  readonly state: Participant
  readonly instrument: Instrument
  readonly standing: StoredStanding | undefined
  readonly status: StatusKind
}

/**
 * A row for each participant and instrument that matches the filters, participants in the order of their names. A
 * participant that is not expected to act has rows only for the instruments on which it acted.
 */
export function statusesIn(
  reading: Reading,
  instruments: readonly Instrument[],
  filter: StatusFilter,
): StatusRow[] {
  const codes = instruments.map(({ code }) => code)
  const standingTo = standingsTo(reading, codes)
  return statesIn(reading, filter).flatMap((state) => rowsOf(reading, state, instruments, standingTo, filter))
}

/** The rows of one participant. */
export function statusesOf(
  reading: Reading,
  state: Participant,
  instruments: readonly Instrument[],
  filter: Pick<StatusFilter, 'status'> = {},
): StatusRow[] {
  const standingTo = standingsBy(reading.store.statuses.ofParticipant(state.code, reading))
  return rowsOf(reading, state, instruments, standingTo, filter)
}

/** Every participant's standing to the given instruments. */
export const standingsTo = (reading: Reading, codes: readonly string[]): FindStanding =>
  standingsBy(reading.store.statuses.ofInstruments(codes, reading))

type FindStanding = (participant: string, instrument: string) => StoredStanding | undefined

function standingsBy(standings: readonly StoredStanding[]): FindStanding {
  const found = new Map(standings.map((one) => [`${one.participant} ${one.instrument}`, one]))
  return (participant, instrument) => found.get(`${participant} ${instrument}`)
}

/** Every participant's consent to the given instruments, with one query for all of them. */
export function consentsTo(
  reading: Reading,
  instruments: readonly Instrument[],
): (participant: string, instrument: string) => StoredConsent | undefined {
  const codes = instruments.map(({ code }) => code)
  const consents = codes.length === 0 ? [] : reading.store.statuses.consentsTo(codes, reading)
  const found = new Map(consents.map((one) => [`${one.participant} ${one.instrument}`, one]))
  return (participant, instrument) => found.get(`${participant} ${instrument}`)
}

function rowsOf(
  { asOf }: Reading,
  state: Participant,
  instruments: readonly Instrument[],
  standingTo: FindStanding,
  { status: statuses }: Pick<StatusFilter, 'status'>,
): StatusRow[] {
  if (!existsOn(asOf, state)) return []
  const isExpected = isExpectedOn(asOf, state)
  return instruments.flatMap((instrument) => {
    const standing = standingTo(state.code, instrument.code)
    const status = standing?.status ?? 'none'
    const hasRow = (isExpected || standing !== undefined) && (!statuses || statuses.includes(status))
    return hasRow ? [{ state, instrument, standing, status }] : []
  })
}

import type { Instrument } from '../db/instruments.js'
import type { Participant } from '../db/participants.js'
import type { StoredStanding } from '../db/statuses.js'
import { holdsOn, laterOf } from '../domain/calendar.js'
import { type InstrumentProgress as Growth, type PartyCount, progress } from '../domain/progress.js'
import type { Day, RegionalGroup } from '../domain/vocabulary.js'
import type { Reading } from './reading.js'
import { membersIn } from './states.js'

/** How the number of parties to an instrument grew since a day. */
export interface InstrumentGrowth {
  readonly instrument: Instrument
  readonly progress: Growth
}

/** How the number of parties to each instrument grew from `from` to the day of the reading. */
export function growthSince(
  reading: Reading,
  instruments: readonly Instrument[],
  from: Day,
): InstrumentGrowth[] {
  const participants = participantsOf(reading)
  const periodsOf = periodsBy(reading, instruments)
  return instruments.map((instrument) => ({
    instrument,
    progress: progress(from, reading.asOf, participants, periodsOf(instrument)),
  }))
}

/** How many are parties to an instrument: over the years, at the resolution, and on the day of the reading. */
export interface InstrumentProgress {
  readonly instrument: Instrument
  /** On its adoption, at the end of every year since, and on the day of the reading. */
  readonly history: readonly PartyCount[]
  readonly now: PartyCount
  /** Null if the resolution was adopted after the day of the reading, or before the instrument. */
  readonly atResolution: PartyCount | null
  /** Members that have signed and are not bound. */
  readonly signedOnly: number
  readonly withdrawn: number
}

/**
 * The progress of each instrument since its adoption.
 * @param since  the day on which the resolution was adopted
 */
export function progressOf(
  reading: Reading,
  instruments: readonly Instrument[],
  since: Day,
): InstrumentProgress[] {
  const { asOf } = reading
  const participants = participantsOf(reading)
  const isMember = membersOn(reading)
  const periodsOf = periodsBy(reading, instruments)
  return instruments.map((instrument) => {
    const own = periodsOf(instrument)
    const standing = own.filter((one) => holdsOn(asOf, one))
    const from = instrument.adoptedOn ?? own.map((one) => one.from).sort()[0] ?? asOf
    const { atAdoption, yearEnds, now } = progress(from, asOf, participants, own)
    const isAfter = laterOf(since, from) === since && since <= asOf
    return {
      instrument,
      history: [atAdoption, ...yearEnds.filter(({ on }) => on < asOf), now],
      now,
      atResolution: isAfter ? progress(since, since, participants, own).now : null,
      signedOnly: signedOnly(standing, isMember),
      withdrawn: standing.filter(({ status }) => status === 'withdrawn').length,
    }
  })
}

/** Counts the parties to each instrument on the day of the reading, without history: enough for a card or a comparison. */
export function partyCounts(
  reading: Reading,
  instruments: readonly Instrument[],
): Pick<InstrumentProgress, 'instrument' | 'now' | 'signedOnly'>[] {
  const { asOf } = reading
  const participants = participantsOf(reading)
  const isMember = membersOn(reading)
  const codes = instruments.map(({ code }) => code)
  const standings = reading.store.statuses.ofInstruments(codes, reading)
  return instruments.map((instrument) => {
    const own = standings.filter((one) => one.instrument === instrument.code)
    const { now } = progress(asOf, asOf, participants, own)
    return { instrument, now, signedOnly: signedOnly(own, isMember) }
  })
}

const participantsOf = ({ store }: Reading): (Participant & { group: RegionalGroup | null })[] =>
  store.participants.all().map((one) => ({ ...one, group: one.regionalGroup }))

function membersOn(reading: Reading): (code: string) => boolean {
  const members = new Set(membersIn(reading).map(({ code }) => code))
  return (code) => members.has(code)
}

function periodsBy(reading: Reading, instruments: readonly Instrument[]) {
  const codes = instruments.map(({ code }) => code)
  const periods = reading.store.statuses.periods(codes, reading)
  return ({ code }: Instrument) => periods.filter(({ instrument }) => instrument === code)
}

const signedOnly = (standings: readonly StoredStanding[], isMember: (code: string) => boolean): number =>
  standings.filter(({ status, participant }) => status === 'signatory' && isMember(participant)).length

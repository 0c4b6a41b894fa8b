import type { Instrument } from '../db/instruments.js'
import { laterOf } from '../domain/calendar.js'
import { isMemberOn } from '../domain/participant.js'
import { type PartyCount, progress } from '../domain/progress.js'
import type { Followed } from '../pages/parts/instrument-progress.js'
import type { Reading } from './reading.js'

/**
 * How far each instrument has come: at every year's end since its adoption, on the day of the resolution, and now.
 * @param since  the day on which the resolution was adopted
 */
export function followed(reading: Reading, instruments: readonly Instrument[], since: string): Followed[] {
  const { store, asOf } = reading
  const participants = store.participants.all().map((one) => ({ ...one, group: one.regionalGroup }))
  const members = new Set(participants.filter((one) => isMemberOn(asOf, one)).map(({ code }) => code))
  const codes = instruments.map(({ code }) => code)
  const periods = store.statuses.periods(codes, reading)
  return instruments.map((instrument) => {
    const own = periods.filter((period) => period.instrument === instrument.code)
    const standing = own.filter(({ until }) => until === null || until > asOf)
    const from = instrument.adoptedOn ?? own.map((one) => one.from).sort()[0] ?? asOf
    const { atAdoption, yearEnds, now } = progress(from, asOf, participants, own)
    const isAfter = laterOf(since, from) === since && since <= asOf
    return {
      instrument,
      history: [atAdoption, ...yearEnds.filter(({ on }) => on < asOf), now],
      now,
      atResolution: isAfter ? progress(since, since, participants, own).now : null,
      signedOnly: standing.filter((one) => one.status === 'signatory' && members.has(one.participant)).length,
      withdrawn: standing.filter(({ status }) => status === 'withdrawn').length,
    }
  })
}

/** How many have joined each instrument on the day of the reading: all that a card or a comparison needs. */
export function partyCounts(
  { store, asOf, revision }: Reading,
  instruments: readonly Instrument[],
): { instrument: Instrument; now: PartyCount; signedOnly: number }[] {
  const participants = store.participants.all().map((one) => ({ ...one, group: one.regionalGroup }))
  const members = new Set(participants.filter((one) => isMemberOn(asOf, one)).map(({ code }) => code))
  const standings = store.statuses.ofInstruments(
    instruments.map(({ code }) => code),
    { asOf, revision },
  )
  return instruments.map((instrument) => {
    const own = standings.filter((one) => one.instrument === instrument.code)
    const signed = own.filter(({ status, participant }) => status === 'signatory' && members.has(participant))
    return { instrument, now: progress(asOf, asOf, participants, own).now, signedOnly: signed.length }
  })
}

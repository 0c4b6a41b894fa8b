import type { Instrument } from '../db/instruments.js'
import type { StandingTo } from '../domain/outstanding.js'
import type { Reading } from './reading.js'

/**
 * Everyone's standing to a few instruments on the day of the reading, as much of it as says what is left to do. The periods
 * are those of a revision, looked up once whatever the days that are asked for.
 */
export function briefStandings(
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

import type { Instrument } from '../db/instruments.js'
import { countsOn, type InstrumentCounts } from '../domain/counts.js'
import { DomainError, notAmong, required } from '../domain/errors.js'
import { grouped } from '../domain/grouped.js'
import type { Urge } from '../domain/outstanding.js'
import type { Reading } from './reading.js'
import { urgesIn } from './resolutions.js'
import { type Found, search } from './search.js'

/**
 * The instrument with a code, as of the day of the reading.
 * @throws DomainError `not-found`, or `not-yet-adopted` if it did not exist on that day
 */
export function instrumentAt(reading: Reading, code: string): Instrument {
  const found = reading.instruments.find((instrument) => instrument.code === code)
  if (found) return found
  const later = required(
    reading.store.instruments.all(reading.revision).find((instrument) => instrument.code === code),
    `The instrument “${code}”`,
  )
  const detail = `${later.shortName} did not exist on ${reading.asOf}: it was adopted on ${later.adoptedOn}`
  throw new DomainError('not-yet-adopted', detail)
}

/**
 * The instruments that a filter names; all instruments without a filter.
 * @param named  codes or MTDSG numbers
 * @throws DomainError for an unknown name, or an instrument that did not exist on the day of the reading
 */
export function instrumentsNamed(
  reading: Reading,
  named: readonly string[] | undefined,
): readonly Instrument[] {
  if (named === undefined) return reading.instruments
  const codes = named.map((name) => {
    const code = reading.store.instruments.codeOf(name)
    if (code !== undefined) return code
    const known = reading.store.instruments.all(reading.revision).map((instrument) => instrument.code)
    throw notAmong('instrument', name, 'an instrument in the record', known)
  })
  const found = new Set(codes.map((code) => instrumentAt(reading, code)))
  return reading.instruments.filter((instrument) => found.has(instrument))
}

/** Instruments by code, number, short name or title, in English and the language of the reading: best first. */
export const instrumentsLike = ({ instruments }: Reading, q: string): Found<Instrument>[] =>
  search(instruments, q, ({ code, number, shortName, title, titles }) => ({
    name: title,
    codes: [code, number].filter((one) => one !== null),
    names: [shortName, title, ...Object.values(titles.get('en') ?? {})],
  }))

/** Looks up the short name of an instrument by its code. An unknown code is returned unchanged. */
export function shortNamesOf({ instruments }: Pick<Reading, 'instruments'>): (code: string) => string {
  const names = new Map(instruments.map(({ code, shortName }) => [code, shortName]))
  return (code) => names.get(code) ?? code
}

/** An instrument with its counts on the day of the reading, and the paragraphs that urge it. */
export interface CountedInstrument {
  readonly instrument: Instrument
  readonly counts: InstrumentCounts
  readonly urgedBy: readonly Urge[]
}

/** Counts the parties to each instrument, with one query for all of them. */
export function countedInstruments(
  reading: Reading,
  instruments: readonly Instrument[],
): CountedInstrument[] {
  const codes = instruments.map(({ code }) => code)
  const standings = grouped(
    reading.store.statuses.briefOfInstruments(codes, reading),
    ({ instrument }) => instrument,
  )
  const participants = new Map(reading.store.participants.all().map((one) => [one.code, one]))
  const urges = grouped(urgesIn(reading, {}), ({ instrument }) => instrument)
  return instruments.map((instrument) => {
    const urgedBy = urges.get(instrument.code) ?? []
    const own = standings.get(instrument.code) ?? []
    return { instrument, counts: countsOn(reading.asOf, participants, own, urgedBy.length > 0), urgedBy }
  })
}

import type { Instrument } from '../db/instruments.js'
import type { Moment } from '../db/moment.js'
import type { Store } from '../db/store.js'
import { DomainError, required } from '../domain/errors.js'
import { isAdoptedBy } from '../domain/outstanding.js'
import type { Day } from '../domain/vocabulary.js'
import { decodeCursor, notOurs } from '../http/cursor.js'
import { ProblemError } from '../http/problems.js'
import type { Importer } from '../import/importer.js'

/** What every route needs: the questions that the record answers, and the clock. */
export interface Context {
  readonly store: Store
  /** Today, as a UTC calendar day. */
  readonly today: () => Day
  /** null where no imports are taken over HTTP. */
  readonly importer: Importer | null
}

/** One reading of the record, at a day and a revision, with the instruments that existed on that day. */
export interface Reading extends Moment {
  readonly store: Store
  readonly instruments: readonly Instrument[]
  /** Where the page asked for starts. */
  readonly offset: number
}

interface Asked {
  readonly asOf?: Day | undefined
  readonly cursor?: string | undefined
  /** The import after which the record is to be as answered; the newest where it is absent. */
  readonly revision?: number | undefined
}

/**
 * Opens a reading for what was asked. A cursor holds the day and the revision of the page it came from, so that
 * turning pages neither skips nor repeats anything when an import or midnight falls between them.
 * @throws DomainError for a day later than today, a revision not yet made, or a cursor of another moment; ProblemError while the record is empty
 */
export function openReading(
  { store, today }: Pick<Context, 'store' | 'today'>,
  { asOf, cursor, revision }: Asked,
): Reading {
  const newest = store.version()?.revision
  if (newest === undefined)
    throw new ProblemError('record-unavailable', 'The record has not been seeded yet.')
  const turned = cursor === undefined ? undefined : decodeCursor(cursor)
  if (turned !== undefined && turned.revision > newest) throw notOurs(String(cursor))
  if (revision !== undefined && revision > newest) {
    const detail = `“${revision}” is not a revision of the record; allowed: 1 to ${newest}`
    throw new DomainError('invalid-parameter', detail, 'revision')
  }
  if (turned && (asOf ?? turned.asOf) !== turned.asOf) throw otherMoment('asOf', asOf, turned.asOf)
  if (turned && (revision ?? turned.revision) !== turned.revision)
    throw otherMoment('revision', revision, turned.revision)
  const moment = {
    asOf: turned?.asOf ?? asOf ?? today(),
    revision: turned?.revision ?? revision ?? newest,
    store,
  }
  if (moment.asOf > today()) {
    const detail = `“${moment.asOf}” lies ahead: the record speaks of days up to today, ${today()} (UTC)`
    throw new DomainError('invalid-parameter', detail, 'asOf')
  }
  const instruments = kept(store.instruments.all(moment.revision), (one) => isAdoptedBy(moment.asOf, one))
  return { ...moment, instruments, offset: turned?.offset ?? 0 }
}

/** The items that pass, as the list itself where all do: what was worked out from it then need not be again. */
export const kept = <T>(list: readonly T[], passes: (item: T) => boolean): readonly T[] =>
  list.every(passes) ? list : list.filter(passes)

/** Pages are turned at one moment: a cursor does not go with another. */
const otherMoment = (parameter: string, given: unknown, turned: unknown): DomainError =>
  new DomainError(
    'invalid-parameter',
    `“${given}” is not the “${parameter}” of the cursor, which is ${turned}`,
    parameter,
  )

/**
 * The instrument at an address, as of the day of the reading.
 * @throws DomainError `not-found`, or `not-yet-adopted` where it did not exist on that day
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
 * The instruments that a filter names, or all of them where it names none.
 * @param named  codes or MTDSG numbers
 * @throws DomainError for a name that is unknown, or an instrument that did not exist on the day of the reading
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
    throw unknownValue('instrument', name, 'an instrument in the record', known)
  })
  const found = new Set(codes.map((code) => instrumentAt(reading, code)))
  return reading.instruments.filter((instrument) => found.has(instrument))
}

/** A filter's value that names nothing in the record. */
export function unknownValue(
  parameter: string,
  value: string,
  what: string,
  allowed: readonly string[],
): DomainError {
  const shown = allowed.slice(0, 40).join(', ') + (allowed.length > 40 ? ', …' : '')
  return new DomainError('invalid-parameter', `“${value}” is not ${what}; allowed: ${shown}`, parameter)
}

import type { Instrument } from '../db/instruments.js'
import type { Moment } from '../db/moment.js'
import type { Store } from '../db/store.js'
import { DomainError } from '../domain/errors.js'
import { compareNames } from '../domain/name.js'
import { isAdoptedBy } from '../domain/outstanding.js'
import type { Day, Language } from '../domain/vocabulary.js'
import { shortNameIn, titleIn } from './names.js'

/** What opens a reading: the record's prepared queries, and the clock. */
export interface RecordSource {
  readonly store: Store
  /** Today, as a UTC calendar day. */
  readonly today: () => Day
  /** Today where the day begins first, at UTC+14, which a query may ask about; `today` if absent. */
  readonly todayAnywhere?: () => Day
}

/** The language in which an answer names States and instruments, and the order of names in it. */
export interface Naming {
  readonly lang: Language
  readonly compare: (one: string, other: string) => number
}

const english: Naming = { lang: 'en', compare: compareNames }

/** The record at a day and a revision, with the instruments that existed on that day. */
export interface Reading extends Moment {
  readonly store: Store
  readonly naming: Naming
  /** Under their titles in the language of the reading; in English where the record holds none. */
  readonly instruments: readonly Instrument[]
  /** Whether the question names its revision: then the answer must not tell what comes later, such as a look at a page. */
  readonly namesRevision: boolean
}

/** The two times that a query may name. */
export interface Times {
  readonly asOf?: Day | undefined
  /** Reads the record as it was after this import; after the newest if absent. */
  readonly revision?: number | undefined
}

/**
 * Opens a reading of the record. Its names, and the order of its lists, are in the language of `naming`.
 * @throws DomainError for a day that has begun nowhere yet, an unknown revision, or an empty record
 */
export function openReading(
  { store, today, todayAnywhere = today }: RecordSource,
  times: Times,
  naming: Naming = english,
): Reading {
  const newest = store.version()?.revision
  if (newest === undefined) throw new DomainError('record-unavailable', 'The record has not been seeded yet.')
  const { asOf = today(), revision = newest } = times
  if (revision > newest) {
    const detail = `“${revision}” is not a revision of the record; allowed: 1 to ${newest}`
    throw new DomainError('invalid-parameter', detail, 'revision')
  }
  if (asOf > todayAnywhere()) {
    const detail = `“${asOf}” lies ahead: the record speaks of days up to today, ${today()} (UTC)`
    throw new DomainError('invalid-parameter', detail, 'asOf')
  }
  const instruments = store.instruments
    .all(revision)
    .filter((one) => isAdoptedBy(asOf, one))
    .map(titledIn(naming))
  return { store, naming, asOf, revision, instruments, namesRevision: times.revision !== undefined }
}

/** Gives an instrument its title and short name in a language. */
const titledIn =
  ({ lang }: Naming) =>
  (one: Instrument): Instrument =>
    lang === 'en' ? one : { ...one, title: titleIn(lang, one).text, shortName: shortNameIn(lang, one) }

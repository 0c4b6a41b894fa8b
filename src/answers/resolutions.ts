import type { Instrument } from '../db/instruments.js'
import type { Resolution } from '../db/resolutions.js'
import { DomainError, notAmong, required } from '../domain/errors.js'
import type { Urge } from '../domain/outstanding.js'
import type { Reading } from './reading.js'

/** The resolution that an answer covers by default. */
export const defaultResolution = 'a-res-63-194'

/** The codes of the instruments that the default resolution names; pages of States show them, before its day as well. */
export const namedByDefault = ({ store }: Pick<Reading, 'store'>): ReadonlySet<string> =>
  new Set(
    store.resolutions
      .urges()
      .filter(({ resolution }) => resolution === defaultResolution)
      .map(({ instrument }) => instrument),
  )

export interface UrgeFilter {
  readonly resolution?: readonly string[] | undefined
  readonly paragraph?: readonly number[] | undefined
  /** Codes of instruments. */
  readonly instrument?: readonly string[] | undefined
}

/** The resolutions adopted by the day of the reading, oldest first. */
export const resolutionsIn = ({ store, asOf }: Reading): Resolution[] =>
  store.resolutions.all().filter(({ adoptedOn }) => adoptedOn <= asOf)

/** @throws DomainError `not-found`, or `not-yet-adopted` if it was adopted after the day of the reading */
export function resolutionAt({ store, asOf }: Reading, code: string): Resolution {
  const found = store.resolutions.all().find((resolution) => resolution.code === code)
  const resolution = required(found, `The resolution “${code}”`)
  if (resolution.adoptedOn <= asOf) return resolution
  const detail = `${resolution.symbol} did not exist on ${asOf}: it was adopted on ${resolution.adoptedOn}`
  throw new DomainError('not-yet-adopted', detail)
}

/**
 * What the resolutions adopted by the day of the reading urge, filtered.
 * @throws DomainError for a resolution or paragraph that is not in the record
 */
export function urgesIn(reading: Reading, { instrument, ...filter }: UrgeFilter): Urge[] {
  const instruments = instrument && new Set(instrument)
  return urgesEver(reading, filter).filter(
    (urge) => urge.adoptedOn <= reading.asOf && (!instruments || instruments.has(urge.instrument)),
  )
}

/**
 * Checks that these resolutions and paragraphs urge each of the instruments on any day. Otherwise an empty answer
 * would read as “nobody is left”.
 * @param named  codes of instruments
 * @throws DomainError for the first instrument that they do not urge
 */
export function checkUrged(
  reading: Reading,
  named: readonly string[],
  filter: Omit<UrgeFilter, 'instrument'>,
): void {
  const urged = new Set(urgesEver(reading, filter).map(({ instrument }) => instrument))
  const other = named.find((code) => !urged.has(code))
  if (other === undefined) return
  const symbols = resolutionsNamed(reading, filter.resolution).map(({ symbol }) => symbol)
  const paragraphs = filter.paragraph ? ` in paragraph ${filter.paragraph.join(' or ')}` : ''
  const those = `the instruments that ${symbols.join(' or ')} urges States${paragraphs} to consider ratifying or acceding to: ${[...urged].join(', ') || 'none'}`
  const detail = `“${other}” is not among ${those}. Ask /v1/outstanding with “scope=all” for who is not a party to it`
  throw new DomainError('invalid-parameter', detail, 'instrument')
}

/** What the resolutions and paragraphs urge, those adopted after the day of the reading included. */
export function urgesEver(
  reading: Reading,
  { resolution, paragraph }: Omit<UrgeFilter, 'instrument'>,
): Urge[] {
  const resolutions = resolutionsNamed(reading, resolution)
  const codes = resolution && new Set(resolutions.map(({ code }) => code))
  checkParagraphs(resolutions, paragraph)
  return reading.store.resolutions
    .urges()
    .filter(
      (urge) => (!codes || codes.has(urge.resolution)) && (!paragraph || paragraph.includes(urge.paragraph)),
    )
}

/** The instruments of a reading that these urges name. */
export function instrumentsUrged(
  { instruments }: Pick<Reading, 'instruments'>,
  urges: readonly Urge[],
): Instrument[] {
  const urged = new Set(urges.map(({ instrument }) => instrument))
  return instruments.filter(({ code }) => urged.has(code))
}

function resolutionsNamed({ store }: Reading, named: readonly string[] | undefined): readonly Resolution[] {
  const all = store.resolutions.all()
  if (named === undefined) return all
  return named.map((name) => {
    const found = all.find(({ code, symbol }) => code === name || symbol.toLowerCase() === name)
    if (found) return found
    const known = all.map(({ code }) => code)
    throw notAmong('resolution', name, 'a resolution in the record', known)
  })
}

function checkParagraphs(resolutions: readonly Resolution[], named: readonly number[] | undefined): void {
  if (named === undefined) return
  const known = resolutions.flatMap(({ paragraphs }) => paragraphs.map(({ paragraph }) => paragraph))
  const unknown = named.find((paragraph) => !known.includes(paragraph))
  if (unknown === undefined) return
  const detail = `There is no paragraph ${unknown}; allowed: ${[...new Set(known)].sort((a, b) => a - b).join(', ')}`
  throw new DomainError('invalid-parameter', detail, 'paragraph')
}

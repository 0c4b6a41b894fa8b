import type { Instrument } from '../db/instruments.js'
import type { Resolution } from '../db/resolutions.js'
import { DomainError } from '../domain/errors.js'
import type { Urge } from '../domain/outstanding.js'
import { kept, type Reading, unknownValue } from './reading.js'

/** The resolution that an answer is about where none is named. */
export const defaultResolution = 'a-res-63-194'

export interface UrgeFilter {
  readonly resolution?: readonly string[] | undefined
  readonly paragraph?: readonly number[] | undefined
  readonly instrument?: readonly string[] | undefined
}

/**
 * What the resolutions in force on the day of the reading urge, as far as the filters leave it.
 * @throws DomainError for a resolution, or a paragraph of one, that is not in the record
 */
export function urgesAsked(
  reading: Reading,
  { resolution, paragraph, instrument }: UrgeFilter,
): readonly Urge[] {
  const resolutions = resolutionsNamed(reading, resolution)
  const codes = resolution && new Set(resolutions.map(({ code }) => code))
  const instruments = instrument && new Set(instrument)
  checkParagraphs(resolutions, paragraph)
  return kept(
    reading.store.resolutions.urges(),
    (urge) =>
      urge.adoptedOn <= reading.asOf &&
      (!codes || codes.has(urge.resolution)) &&
      (!paragraph || paragraph.includes(urge.paragraph)) &&
      (!instruments || instruments.has(urge.instrument)),
  )
}

/** The instruments of a reading that these urges are about. */
export function instrumentsUrged(
  { instruments }: Pick<Reading, 'instruments'>,
  urges: readonly Urge[],
): Instrument[] {
  const urged = new Set(urges.map(({ instrument }) => instrument))
  return instruments.filter(({ code }) => urged.has(code))
}

/** The instruments, and those of the reading that their preconditions are about. */
export function withRequired(
  { instruments }: Pick<Reading, 'instruments'>,
  some: readonly Instrument[],
): Instrument[] {
  const codes = new Set(
    some.flatMap(({ code, preconditions }) => [
      code,
      ...preconditions.flatMap(({ required }) => required ?? []),
    ]),
  )
  return instruments.filter(({ code }) => codes.has(code))
}

function resolutionsNamed({ store }: Reading, named: readonly string[] | undefined): readonly Resolution[] {
  const all = store.resolutions.all()
  if (named === undefined) return all
  return named.map((name) => {
    const found = all.find(({ code, symbol }) => code === name || symbol.toLowerCase() === name)
    if (found) return found
    throw unknownValue(
      'resolution',
      name,
      'a resolution in the record',
      all.map(({ code }) => code),
    )
  })
}

function checkParagraphs(resolutions: readonly Resolution[], asked: readonly number[] | undefined): void {
  if (asked === undefined) return
  const known = resolutions.flatMap(({ paragraphs }) => paragraphs.map(({ paragraph }) => paragraph))
  const unknown = asked.find((paragraph) => !known.includes(paragraph))
  if (unknown === undefined) return
  const detail = `There is no paragraph ${unknown}; allowed: ${[...new Set(known)].sort((a, b) => a - b).join(', ')}`
  throw new DomainError('invalid-parameter', detail, 'paragraph')
}

import type { Readable } from 'node:stream'
import { parse, stringify } from 'fast-querystring'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Reading } from '../answers/reading.js'
import type { Instrument } from '../db/instruments.js'
import { gapsOn } from '../domain/instruments/gap.js'
import { Day } from '../domain/vocabulary.js'
import { dayInWords } from '../domain/wording.js'
import { pathOf, searchOf } from './permanent-address.js'

export const Meta = z
  .object({
    asOf: Day,
    revision: z
      .int()
      .min(1)
      .meta({ description: 'The number of the import after which the record was as answered' }),
    source: z.string().meta({ description: 'Whose record this was compiled from, and as at which day' }),
    asAt: z
      .array(
        z
          .object({ instrument: z.string(), asAt: Day.nullable() })
          .meta({ id: 'InstrumentAsAt', description: 'The day up to which one instrument is vouched for' }),
      )
      .meta({
        description:
          'For each instrument concerned: the day up to which the record of it is vouched for, by a table, a list or a printed total; null where no source states one. Of later days, actions may be missing.',
      }),
    gaps: z
      .array(
        z
          .object({
            instrument: z.string(),
            from: Day,
            until: Day.meta({ description: 'The first day on which nothing is missing any more' }),
            what: z.string(),
          })
          .meta({ id: 'Gap', description: 'What the record is known not to hold' }),
      )
      .meta({ description: 'What it is known not to hold of these instruments on the day asked about' }),
    cite: z
      .string()
      .meta({ description: 'A line to cite this answer by: what it is, of which day, and where' }),
  })
  .meta({ id: 'Meta', description: 'Which reading of the record this is' })

const ownLinks = {
  self: z.string().meta({ format: 'uri-reference' }),
  permalink: z.string().meta({
    format: 'uri-reference',
    description:
      'The address to cite: it names the day and the revision, and its answer never changes (save that a treaty entered by its number alone may get a title)',
  }),
}

const Links = z.object(ownLinks).meta({ id: 'Links', description: 'Addresses that belong to this answer' })

export const PageLinks = z
  .object({
    ...ownLinks,
    next: z
      .string()
      .nullable()
      .meta({ format: 'uri-reference', description: 'The next page; null on the last' }),
  })
  .meta({ id: 'PageLinks', description: 'Addresses that belong to this page' })

/**
 * The shape of one resource: its own fields, with `meta` and `links` beside them.
 * @param meta  its `meta`, if that has more than others
 */
export const single = <S extends z.ZodRawShape>(shape: S, meta: MetaShape = Meta) =>
  z.object({ ...shape, meta, links: Links })

/** The shape of one page of a collection. */
export const collection = <T extends z.ZodType>(item: T, id: string, meta: MetaShape = Meta) =>
  z
    .object({ data: z.array(item), meta, links: PageLinks })
    .meta({ id, description: 'One page of a collection' })

/** `Meta`, or what has more fields. */
export type MetaShape = z.ZodObject<typeof Meta.shape>

export const Csv = z.custom<Readable>().meta({
  id: 'Csv',
  description:
    'CSV (RFC 4180). Of a collection: the whole of it, or what “limit” and “cursor” leave; the fields of an entry by their paths (“state.code”); of several values, all, with “; ” between them (“, ” where these are lists themselves). A cell that a spreadsheet would take for a formula begins with an apostrophe.',
  override: { type: 'string' },
})

/** A status of an operation, for its schema: JSON of this shape. */
export const ok = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

/** `meta` without `cite`, which needs the address of the answer. */
export type MetaOf = Omit<z.infer<typeof Meta>, 'cite'>

/** The `meta` of an answer that covers these instruments. */
export const metaOf = (
  reading: Reading,
  instruments: readonly Instrument[] = reading.instruments,
): MetaOf => ({
  asOf: reading.asOf,
  revision: reading.revision,
  source: citation('Participation in', instruments),
  asAt: instruments.map(({ code, asAt }) => ({ instrument: code, asAt })),
  gaps: instruments.flatMap(({ code, gaps }) =>
    gapsOn(reading.asOf, gaps).map((gap) => ({ instrument: code, ...gap })),
  ),
})

/**
 * The `source` of an answer, in English: its instruments, their depositaries, and the “as at” days.
 * @param what  what the answer tells of them
 */
export function citation(
  what: string,
  instruments: readonly Pick<Instrument, 'shortName' | 'titles' | 'depositary' | 'asAt'>[],
): string {
  const depositaries = [...new Set(instruments.map(({ depositary }) => depositary))].join('; ')
  const days = [...new Set(instruments.flatMap(({ asAt }) => asAt ?? []))].sort()
  const [first, last] = [days.at(0), days.at(-1)]
  const asAt = first === last ? `as at ${first}` : `as at days from ${first} to ${last}, by instrument`
  const english = instruments.map(({ shortName, titles }) => titles.get('en')?.shortName ?? shortName)
  const names = instruments.length <= 6 ? english.join(', ') : 'treaties'
  if (instruments.length === 0) return 'No instrument is concerned'
  return `${what} ${names}; depositary: ${depositaries}; ${first === undefined ? 'as at no day that a source states' : asAt}`
}

/** The part of a request that links need. */
export interface RequestLike {
  readonly url: string
  readonly server: Pick<FastifyInstance, 'linkTo'>
}

/**
 * One resource, with `meta` and `links`.
 * @param at  its address, if that is not the address of the request
 */
export const answer = <T extends object>(request: RequestLike, meta: MetaOf, thing: T, at?: string) => ({
  ...thing,
  ...metaAndLinks(request, meta, at),
})

/** The `meta` and `links` of an answer. */
export const metaAndLinks = (request: RequestLike, meta: MetaOf, at?: string) => {
  const links = linksOf(request, meta, at)
  return { meta: { ...meta, cite: citationOf(meta, links.permalink) }, links }
}

/** A line to cite an answer by. */
export const citationOf = ({ asOf, revision, source }: MetaOf, permalink: string): string =>
  `Treaty ratification status, as of ${dayInWords(asOf)} (revision ${revision}), ${permalink}. ${source}.`

/** The address of an answer, and its permalink: the address with the day and the revision. */
const linksOf = (
  request: RequestLike,
  { asOf, revision }: Pick<MetaOf, 'asOf' | 'revision'>,
  at: string = request.url,
) => ({
  self: request.server.linkTo(request.url),
  permalink: withParameters(request, at, { asOf, revision: String(revision) }),
})

/** Sets some parameters of an address. */
export function withParameters(
  request: RequestLike,
  at: string,
  set: Readonly<Record<string, string>>,
): string {
  const [path, query] = [pathOf({ url: at }), searchOf({ url: at }).slice(1)]
  return request.server.linkTo(`${path}?${stringify(query === '' ? set : { ...parse(query), ...set })}`)
}

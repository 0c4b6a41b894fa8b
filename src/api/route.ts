import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi'
import type { z } from 'zod'
import { type Naming, openReading, type Reading, type RecordSource, type Times } from '../answers/reading.js'
import type { Instrument } from '../db/instruments.js'
import { type Language, languages } from '../domain/vocabulary.js'
import { answer, type collection, type MetaOf, type MetaShape, metaOf, single } from '../http/envelope.js'
import { answerCsv, columnsOf, fileNameOf } from '../http/lists/csv.js'
import { pageStart } from '../http/lists/cursor.js'
import { type List, listOf } from '../http/lists/list.js'
import { answerPage } from '../http/lists/paging.js'
import { isCsvRequest } from '../http/negotiation.js'
import { ofReading, paging } from '../http/parameters.js'
import type { Importer } from '../import/importer.js'
import { orderOf } from '../messages/order.js'
import { type Operation, register } from './operation.js'

/** What every route needs: the record, the clock and the importer. */
export interface Context extends RecordSource {
  /** Null if the server accepts no imports over HTTP, as with a read-only record. */
  readonly importer: Importer | null
}

/** The routes of one noun. */
export type Routes<C extends Context = Context> = FastifyPluginAsyncZodOpenApi<C>

/** The validated parameters of a request, with the request and its reply. */
interface RouteInput<Query, Params> {
  readonly query: Query
  readonly params: Params
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** The instruments that an answer covers, which its `source` cites; by default, all of the reading. */
interface Covered {
  readonly instruments?: readonly Instrument[]
  /** The `meta` of the answer, if it has more than others. */
  readonly meta?: MetaOf
}

/** The CSV of one resource: its rows, made from what the JSON holds. */
interface Table<Fields extends z.ZodRawShape> {
  readonly row: z.ZodObject
  readonly rowsOf: (value: Output<Fields>) => readonly object[]
}

type Output<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>>

/**
 * Registers a route that answers one resource, with `meta` and `links` beside its fields; the same at the path with `.json`,
 * and with a `table` as CSV.
 *
 *     one(app, context, { path: '/states/:state', id: 'getState', …, fields: stateFields, name: 'StateAnswer', says: 'The participant' },
 *       (reading, { params }) => ({ value: toState(stateAt(reading, params.state), reading.asOf) }))
 */
export function one<Query extends z.ZodRawShape, Params extends z.ZodRawShape, Fields extends z.ZodRawShape>(
  app: FastifyInstance,
  context: Context,
  operation: Operation<Query, Params> & {
    readonly fields: Fields
    /** The name of the component in the OpenAPI document, and its description. */
    readonly name: string
    readonly is: string
    /** The shape of its `meta`, if that has more than others. */
    readonly meta?: MetaShape
    readonly table?: Table<Fields>
  },
  handle: (
    reading: Reading,
    input: RouteInput<Output<Query>, Output<Params>>,
  ) => { readonly value: Output<Fields> } & Covered,
): void {
  const { fields, name, is, query, meta, table } = operation
  const body = single(fields, meta).meta({ id: name, description: is })
  const handler = (request: FastifyRequest, reply: FastifyReply) => {
    const reading = readingIn(context, request.query as Output<typeof ofReading>)
    const { value, instruments, meta } = handle(reading, inputOf(request, reply))
    if (table && isCsvRequest(request))
      return answerCsv(request, reply, listOf(table.rowsOf(value)), fileNameOf(request, reading))
    return answer(request, meta ?? metaOf(reading, instruments), value)
  }
  const columns = table && columnsOf(table.row)
  register(app, operation, { ...ofReading, ...query }, body, columns, handler)
}

/**
 * Registers a route that answers a list: as JSON, page by page; as CSV, whole. CSV is served at the path with `.csv`, or
 * for `Accept: text/csv`; JSON at the path with `.json`, for any `Accept`.
 *
 *     list(app, context, { path: '/outstanding', id: 'listOutstanding', …, page: collection(OutstandingEntry, 'OutstandingList') },
 *       (reading, { query }) => { const { rows, instruments } = leftForEach(reading, query); return { list: listOf(…), instruments } })
 */
export function list<Query extends z.ZodRawShape, Params extends z.ZodRawShape, Item extends z.ZodType>(
  app: FastifyInstance,
  context: Context,
  operation: Operation<Query, Params> & {
    /** A page of the list, made by `collection`. */
    readonly page: PageSchema<Item>
  },
  handle: (
    reading: Reading,
    input: RouteInput<Output<Query>, Output<Params>>,
  ) => { readonly list: List<z.output<Item>> } & Covered,
): void {
  const { page, query } = operation
  const handler = (request: FastifyRequest, reply: FastifyReply) => {
    const reading = openPageReading(context, request.query as ListQuery)
    const { list: rows, instruments, meta } = handle(reading, inputOf(request, reply))
    return answerPage(request, reply, reading, rows, meta ?? metaOf(reading, instruments))
  }
  const columns = columnsOf(page.shape.data.element)
  register(app, operation, { ...query, ...ofReading, ...paging }, page, columns, handler)
}

/** Opens the reading of a page, and says where the page starts. */
export function openPageReading(
  context: RecordSource,
  query: ListQuery,
): Reading & { readonly offset: number } {
  const { offset, ...times } = pageStart(query, context.store.version()?.revision ?? 0)
  const reading = readingIn(context, { ...times, lang: query.lang })
  // A cursor fixes the revision too, but only of the rows.
  return { ...reading, namesRevision: query.revision !== undefined, offset }
}

type PageSchema<Item extends z.ZodType> = ReturnType<typeof collection<Item>>
type ListQuery = Output<typeof ofReading & typeof paging>

/** English has the order of the record. */
const namings = new Map<Language, Naming>(
  languages.filter((lang) => lang !== 'en').map((lang) => [lang, { lang, compare: orderOf(lang) }]),
)

const readingIn = (context: RecordSource, { lang, ...times }: Times & { readonly lang: Language }): Reading =>
  openReading(context, times, namings.get(lang))

/** Types the parameters: Fastify has validated them by the operation's schemas. */
const inputOf = <Query, Params>(request: FastifyRequest, reply: FastifyReply): RouteInput<Query, Params> => ({
  query: request.query as Query,
  params: request.params as Params,
  request,
  reply,
})

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi'
import { z } from 'zod'
import { openReading, type Reading, type RecordSource } from '../answers/reading.js'
import type { Instrument } from '../db/instruments.js'
import {
  answer,
  Csv,
  type collection,
  type MetaOf,
  type MetaShape,
  metaOf,
  ok,
  single,
} from '../http/envelope.js'
import { columnsOf } from '../http/lists/csv.js'
import { pageStart } from '../http/lists/cursor.js'
import type { List } from '../http/lists/list.js'
import { answerPage } from '../http/lists/paging.js'
import { moment, paging } from '../http/parameters.js'
import { problems } from '../http/problems.js'
import type { Importer } from '../import/importer.js'

/** What every route needs: the record, the clock and the importer. */
export interface Context extends RecordSource {
  /** Null if the server accepts no imports over HTTP, as with a read-only record. */
  readonly importer: Importer | null
}

/** The routes of one noun. */
export type Routes<C extends Context = Context> = FastifyPluginAsyncZodOpenApi<C>

interface Operation<Query extends z.ZodRawShape, Params extends z.ZodRawShape> {
  readonly path: string
  /** The operationId, after which generated clients name their method. */
  readonly id: string
  readonly summary: string
  readonly description: string
  readonly tag: string
  /** An address whose answer is the example in the OpenAPI document. */
  readonly example: string
  readonly params?: z.ZodObject<Params>
  /** Its own parameters, beside those for the moment and for paging. */
  readonly query?: Query
  /** Whether a parameter can name something that the record does not hold. */
  readonly mayBeMissing?: boolean
}

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

type Output<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>>

/**
 * Registers a route that answers one resource, with `meta` and `links` beside its fields.
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
    /** The description of status 200. */
    readonly says: string
  },
  handle: (
    reading: Reading,
    input: RouteInput<Output<Query>, Output<Params>>,
  ) => { readonly value: Output<Fields> } & Covered,
): void {
  const { fields, name, is, says, query, meta } = operation
  const shape = single(fields, meta).meta({ id: name, description: is })
  app.get(
    operation.path,
    {
      ...(operation.path === '/' && { prefixTrailingSlash: 'no-slash' as const }),
      config: { example: operation.example },
      schema: {
        ...describe(operation),
        querystring: z.strictObject({ ...moment, ...query }),
        response: { 200: ok(shape, says), ...problemsOf(operation) },
      },
    },
    (request, reply) => {
      const reading = openReading(context, request.query as Output<typeof moment>)
      const { value, instruments, meta } = handle(reading, inputOf(request, reply))
      return answer(request, meta ?? metaOf(reading, instruments), value)
    },
  )
}

/**
 * Registers a route that answers a list: as JSON, page by page; as CSV, whole. CSV is served at the path with `.csv`, or
 * for `Accept: text/csv`.
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
    /** The description of status 200. */
    readonly says: string
  },
  handle: (
    reading: Reading,
    input: RouteInput<Output<Query>, Output<Params>>,
  ) => { readonly list: List<z.output<Item>> } & Covered,
): void {
  const { path, page, says, query, example } = operation
  const columns = columnsOf(page.shape.data.element)
  const schema = (content: Record<string, { schema: z.ZodType }>) => ({
    ...describe(operation),
    querystring: z.strictObject({ ...query, ...moment, ...paging }),
    response: { 200: { description: says, content }, ...problemsOf(operation) },
  })
  const handler = (request: FastifyRequest, reply: FastifyReply) => {
    const reading = openPageReading(context, request.query as ListQuery)
    const { list: rows, instruments, meta } = handle(reading, inputOf(request, reply))
    return answerPage(request, reply, reading, rows, meta ?? metaOf(reading, instruments))
  }
  const json = schema({ 'application/json': { schema: page } })
  app.get(path, { config: { example, columns }, schema: json }, handler)
  const csv = {
    ...schema({ 'text/csv': { schema: Csv } }),
    operationId: `${operation.id}Csv`,
    summary: `${operation.summary}, as CSV`,
  }
  const config = { example: example.replace(/(?=\?|$)/, '.csv'), columns, isCsv: true }
  app.get(`${path}.csv`, { config, schema: csv }, handler)
}

/** Opens the reading of a page, and says where the page starts. */
export function openPageReading(
  context: RecordSource,
  query: ListQuery,
): Reading & { readonly offset: number } {
  const { offset, ...times } = pageStart(query, context.store.version()?.revision ?? 0)
  return { ...openReading(context, times), offset }
}

type PageSchema<Item extends z.ZodType> = ReturnType<typeof collection<Item>>
type ListQuery = Output<typeof moment & typeof paging>

/** Types the parameters: Fastify has validated them by the operation's schemas. */
const inputOf = <Query, Params>(request: FastifyRequest, reply: FastifyReply): RouteInput<Query, Params> => ({
  query: request.query as Query,
  params: request.params as Params,
  request,
  reply,
})

const describe = <Q extends z.ZodRawShape, P extends z.ZodRawShape>({
  id,
  summary,
  description,
  tag,
  params,
}: Operation<Q, P>) => ({
  operationId: id,
  summary,
  description,
  tags: [tag],
  ...(params && { params }),
})

const problemsOf = <Q extends z.ZodRawShape, P extends z.ZodRawShape>({
  mayBeMissing = false,
}: Operation<Q, P>) => (mayBeMissing ? problems(400, 404, 429, 500, 503) : problems(400, 429, 500, 503))

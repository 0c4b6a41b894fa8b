import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  FastifySchema,
  RouteHandlerMethod,
} from 'fastify'
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
import { answerCsv, columnsOf, fileNameOf } from '../http/lists/csv.js'
import { pageStart } from '../http/lists/cursor.js'
import { type List, listOf } from '../http/lists/list.js'
import { answerPage } from '../http/lists/paging.js'
import { isCsvRequest } from '../http/negotiation.js'
import { csvParameters, moment, paging } from '../http/parameters.js'
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
  /** Whether the answer says when the depositary's pages were last looked at. */
  readonly showsLooks?: boolean
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
    /** The description of status 200. */
    readonly says: string
    readonly table?: Table<Fields>
  },
  handle: (
    reading: Reading,
    input: RouteInput<Output<Query>, Output<Params>>,
  ) => { readonly value: Output<Fields> } & Covered,
): void {
  const { path, example, fields, name, is, says, query, meta, table, showsLooks = false } = operation
  const shape = single(fields, meta).meta({ id: name, description: is })
  const taken = { ...moment, ...query }
  const columns = table && columnsOf(table.row)
  const isRoot = path === '/'
  const schema = {
    ...describe(operation),
    querystring: z.strictObject(taken),
    response: { 200: ok(shape, says), ...problemsOf(operation) },
  }
  const handler = (request: FastifyRequest, reply: FastifyReply) => {
    const reading = openReading(context, request.query as Output<typeof moment>)
    const { value, instruments, meta } = handle(reading, inputOf(request, reply))
    if (table && isCsvRequest(request))
      return answerCsv(request, reply, listOf(table.rowsOf(value)), fileNameOf(request, reading))
    return answer(request, meta ?? metaOf(reading, instruments), value)
  }
  app.get(
    path,
    {
      ...(isRoot && { prefixTrailingSlash: 'no-slash' as const }),
      config: { example, ...(columns && { columns }), showsLooks },
      schema,
    },
    handler,
  )
  addJson(app, isRoot ? '' : path, schema, showsLooks, handler)
  if (columns) addCsv(app, operation, taken, columns, handler)
}

/**
 * Registers a route that answers a list: as JSON, page by page; as CSV, whole. CSV is served at the path with `.csv`, or
 * for `Accept: text/csv`; JSON, whatever is accepted, at the path with `.json`.
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
  const { path, page, says, query, example, showsLooks = false } = operation
  const columns = columnsOf(page.shape.data.element)
  const taken = { ...query, ...moment, ...paging }
  const handler = (request: FastifyRequest, reply: FastifyReply) => {
    const reading = openPageReading(context, request.query as ListQuery)
    const { list: rows, instruments, meta } = handle(reading, inputOf(request, reply))
    return answerPage(request, reply, reading, rows, meta ?? metaOf(reading, instruments))
  }
  const schema = {
    ...describe(operation),
    querystring: z.strictObject(taken),
    response: { 200: ok(page, says), ...problemsOf(operation) },
  }
  app.get(path, { config: { example, columns, showsLooks }, schema }, handler)
  addJson(app, path, schema, showsLooks, handler)
  addCsv(app, operation, taken, columns, handler)
}

/** Registers the same answer at the path with `.json`, as a static host has it. The OpenAPI document says so once. */
const addJson = (
  app: FastifyInstance,
  path: string,
  schema: FastifySchema,
  showsLooks: boolean,
  handler: RouteHandlerMethod,
): void =>
  void app.get(`${path}.json`, { config: { showsLooks }, schema: { ...schema, hide: true } }, handler)

/** Registers the same answer as CSV, at the path with `.csv`. */
function addCsv<Query extends z.ZodRawShape, Params extends z.ZodRawShape>(
  app: FastifyInstance,
  operation: Operation<Query, Params> & { readonly says: string },
  taken: z.ZodRawShape,
  columns: ReturnType<typeof columnsOf>,
  handler: RouteHandlerMethod,
): void {
  const { path, id, summary, example, says, showsLooks = false } = operation
  const schema = {
    ...describe(operation),
    operationId: `${id}Csv`,
    summary: `${summary}, as CSV`,
    querystring: z.object({ ...taken, ...csvParameters }),
    response: {
      200: { description: says, content: { 'text/csv': { schema: Csv } } },
      ...problemsOf(operation),
    },
  }
  const config = { example: example.replace(/(?=\?|$)/, '.csv'), columns, showsLooks, isCsv: true }
  app.get(`${path}.csv`, { config, schema }, handler)
}

/** Opens the reading of a page, and says where the page starts. */
export function openPageReading(
  context: RecordSource,
  query: ListQuery,
): Reading & { readonly offset: number } {
  const { offset, ...times } = pageStart(query, context.store.version()?.revision ?? 0)
  // A cursor fixes the revision too, but only of the rows.
  return { ...openReading(context, times), namesRevision: query.revision !== undefined, offset }
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

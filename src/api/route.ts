import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi'
import { z } from 'zod'
import { openReading, type Reading, type RecordSource } from '../answers/reading.js'
import type { Instrument } from '../db/instruments.js'
import { columnsOf } from '../http/csv.js'
import { pageAsked } from '../http/cursor.js'
import { answer, Csv, type collection, metaOf, ok, single } from '../http/envelope.js'
import type { List } from '../http/list.js'
import { answerPage } from '../http/paging.js'
import { moment, paging } from '../http/parameters.js'
import { problems } from '../http/problems.js'
import type { Importer } from '../import/importer.js'

/** What every route needs: the record, the clock, and who imports. */
export interface Context extends RecordSource {
  /** null where no imports are taken over HTTP. */
  readonly importer: Importer | null
}

/** The routes of one noun. */
export type Routes<C extends Context = Context> = FastifyPluginAsyncZodOpenApi<C>

interface Operation<Query extends z.ZodRawShape, Params extends z.ZodRawShape> {
  readonly path: string
  /** The operationId: names the method of generated clients. */
  readonly id: string
  readonly summary: string
  readonly description: string
  readonly tag: string
  /** An address whose answer is the operation's example. */
  readonly example: string
  readonly params?: z.ZodObject<Params>
  /** Its own parameters, beside those of the moment and of paging. */
  readonly query?: Query
  /** Whether it can name something that the record does not hold. */
  readonly mayBeMissing?: boolean
}

interface Asked<Query, Params> {
  readonly query: Query
  readonly params: Params
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** What a question answers, and the instruments that the answer is about; all of the reading where it names none. */
interface About {
  readonly about?: readonly Instrument[]
}

type Output<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>>

/**
 * A route that answers one thing, with `meta` and `links` beside its fields.
 *
 *     one(app, context, { path: '/states/:state', id: 'getState', …, fields: stateFields, name: 'StateAnswer', says: 'The participant' },
 *       (reading, { params }) => ({ value: toState(stateAt(reading, params.state), reading.asOf) }))
 */
export function one<Query extends z.ZodRawShape, Params extends z.ZodRawShape, Fields extends z.ZodRawShape>(
  app: FastifyInstance,
  context: Context,
  operation: Operation<Query, Params> & {
    readonly fields: Fields
    /** The name of the answer's shape, and what it is. */
    readonly name: string
    readonly is: string
    /** What status 200 means. */
    readonly says: string
  },
  ask: (
    reading: Reading,
    asked: Asked<Output<Query>, Output<Params>>,
  ) => { readonly value: Output<Fields> } & About,
): void {
  const { fields, name, is, says, query } = operation
  const shape = single(fields).meta({ id: name, description: is })
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
      const { value, about } = ask(reading, askedBy(request, reply))
      return answer(request, metaOf(reading, about), value)
    },
  )
}

/**
 * A route that answers a list a page at a time, as JSON; whole, as CSV, at its address with `.csv` at the end, or with `Accept: text/csv`.
 *
 *     list(app, context, { path: '/outstanding', id: 'listOutstanding', …, page: collection(OutstandingEntry, 'OutstandingList') },
 *       (reading, { query }) => { const { rows, about } = leftForEach(reading, query); return { list: listOf(rows.map(…)), about } })
 */
export function list<Query extends z.ZodRawShape, Params extends z.ZodRawShape, Item extends z.ZodType>(
  app: FastifyInstance,
  context: Context,
  operation: Operation<Query, Params> & {
    /** A page of the list, made by `collection`. */
    readonly page: PageOf<Item>
    /** What status 200 means. */
    readonly says: string
  },
  ask: (
    reading: Reading,
    asked: Asked<Output<Query>, Output<Params>>,
  ) => { readonly list: List<z.output<Item>> } & About,
): void {
  const { path, page, says, query, example } = operation
  const columns = columnsOf(page.shape.data.element)
  const schema = (content: Record<string, { schema: z.ZodType }>) => ({
    ...describe(operation),
    querystring: z.strictObject({ ...query, ...moment, ...paging }),
    response: { 200: { description: says, content }, ...problemsOf(operation) },
  })
  const handler = (request: FastifyRequest, reply: FastifyReply) => {
    const reading = openPageReading(context, request.query as PageQuery)
    const { list: rows, about } = ask(reading, askedBy(request, reply))
    return answerPage(request, reply, reading, rows, metaOf(reading, about))
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

/** The reading that a page is of, and where the page starts. */
export function openPageReading(
  context: RecordSource,
  query: PageQuery,
): Reading & { readonly offset: number } {
  const { offset, ...times } = pageAsked(query, context.store.version()?.revision ?? 0)
  return { ...openReading(context, times), offset }
}

type PageOf<Item extends z.ZodType> = ReturnType<typeof collection<Item>>
type PageQuery = Output<typeof moment & typeof paging>

/** The parameters of a request, which Fastify has validated by the operation's own schemas. */
const askedBy = <Query, Params>(request: FastifyRequest, reply: FastifyReply): Asked<Query, Params> => ({
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

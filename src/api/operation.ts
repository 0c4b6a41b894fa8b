import type { FastifyInstance, RouteHandlerMethod } from 'fastify'
import { z } from 'zod'
import { Csv, ok } from '../http/envelope.js'
import type { columnsOf } from '../http/lists/csv.js'
import { csvParameters } from '../http/parameters.js'
import { problems } from '../http/problems.js'

/** One operation of the OpenAPI document. */
export interface Operation<Query extends z.ZodRawShape, Params extends z.ZodRawShape> {
  readonly path: string
  /** The operationId, after which generated clients name their method. */
  readonly id: string
  readonly summary: string
  readonly description: string
  readonly tag: string
  /** An address whose answer is the example in the OpenAPI document. */
  readonly example: string
  /** The description of status 200. */
  readonly says: string
  readonly params?: z.ZodObject<Params>
  /** Its own parameters, beside those for the moment and for paging. */
  readonly query?: Query
  /** Whether a parameter can name something that the record does not hold. */
  readonly mayBeMissing?: boolean
  /** Whether the answer says when the depositary's pages were last looked at. */
  readonly showsLooks?: boolean
}

/**
 * Registers an operation at its path; as JSON at the path with `.json`, as a static host has it; and with columns as CSV at the path
 * with `.csv`. The OpenAPI document names `.json` once for all, so that generated clients get no method twice.
 * @param taken  every parameter of the query
 * @param body   the shape of the JSON
 */
export function register<Query extends z.ZodRawShape, Params extends z.ZodRawShape>(
  app: FastifyInstance,
  operation: Operation<Query, Params>,
  taken: z.ZodRawShape,
  body: z.ZodType,
  columns: ReturnType<typeof columnsOf> | undefined,
  handler: RouteHandlerMethod,
): void {
  const { id, summary, says, example, showsLooks = false } = operation
  const described = describe(operation)
  const schema = {
    ...described,
    querystring: z.strictObject(taken),
    response: { 200: ok(body, says), ...problemsOf(operation) },
  }
  const isRoot = operation.path === '/'
  const atRoot = isRoot && { prefixTrailingSlash: 'no-slash' as const }
  const config = { example, showsLooks, ...(columns && { columns }) }
  app.get(operation.path, { ...atRoot, config, schema }, handler)
  const path = isRoot ? '' : operation.path
  app.get(`${path}.json`, { config: { showsLooks }, schema: { ...schema, hide: true } }, handler)
  if (columns === undefined) return
  const csvSchema = {
    ...described,
    operationId: `${id}Csv`,
    summary: `${summary}, as CSV`,
    querystring: z.object({ ...taken, ...csvParameters }),
    response: {
      200: { description: says, content: { 'text/csv': { schema: Csv } } },
      // Not those above: each schema that is registered is changed in place.
      ...problemsOf(operation),
    },
  }
  const csvConfig = { ...config, example: example.replace(/(?=\?|$)/, '.csv'), isCsv: true }
  app.get(`${path}.csv`, { config: csvConfig, schema: csvSchema }, handler)
}

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

import { pipeline, Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import plugin from 'fastify-plugin'
import Negotiator from 'negotiator'
import { z } from 'zod'
import type { List } from './list.js'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The columns of a collection as CSV, as paths into its items. */
    columns?: readonly Column[]
    /** Whether the address answers in CSV alone: it ends in `.csv`. */
    isCsv?: boolean
  }
}

type Column = readonly string[]

/**
 * Every collection registered after it can be had as CSV: with `Accept: text/csv`, or at its address with `.csv` at
 * the end. That address is an operation of its own in the OpenAPI document, so that whoever generates a client gets one
 * type for each answer.
 */
export const collectionsAsCsv = plugin(
  (app, _options, done) => {
    app.addHook('onRoute', function (route) {
      const collection = collectionOf(route)
      if (collection === null) return
      const { item, described, only } = collection
      const config = { ...route.config, columns: columnsOf(item) }
      route.config = config
      route.schema = only('application/json')
      if (route.method !== 'GET') return
      const { exposeHeadRoute: _, ...twin } = route
      this.route({
        ...twin,
        url: `${route.routePath}.csv`,
        config: { ...config, isCsv: true, example: (config.example ?? '').replace(/(?=\?|$)/, '.csv') },
        schema: {
          ...copied(only('text/csv')),
          operationId: `${described.operationId}Csv`,
          summary: `${described.summary}, as CSV`,
        },
      })
    })
    done()
  },
  { name: 'collections-as-csv' },
)

/** A schema of its own: fastify-zod-openapi writes into schemas, and describes one response object but once. */
function copied({ response, ...schema }: Described): Described {
  const responses = Object.entries(response).map(([status, { content, ...one }]) => [
    status,
    { ...one, content: Object.fromEntries(Object.entries(content).map(([type, its]) => [type, { ...its }])) },
  ])
  return {
    ...Object.fromEntries(Object.entries(schema)),
    response: Object.fromEntries(responses),
  } as Described
}

interface Described {
  readonly operationId: string
  readonly summary: string
  readonly response: Readonly<Record<string, { readonly content: Record<string, { schema: unknown }> }>>
}

/** What a route answers a collection of, and its schema with one media type of the answer; null for any other route. */
function collectionOf({ schema }: RouteOptions) {
  const described = schema as Described | undefined
  const ok = described?.response?.[200]
  if (!described || !ok?.content?.['text/csv']) return null
  const page = ok.content['application/json']?.schema
  if (!(page instanceof z.ZodObject)) return null
  const { data } = page.shape
  if (!(data instanceof z.ZodArray)) return null
  const only = (mediaType: string) => ({
    ...described,
    response: {
      ...described.response,
      200: { ...ok, content: { [mediaType]: { schema: ok.content[mediaType]?.schema } } },
    },
  })
  return { item: data.element, described, only }
}

/** Every field that holds a value, by its path: `state.code`. Fields of listed things are lists themselves. */
function columnsOf(schema: unknown, path: Column = []): Column[] {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return columnsOf(schema.unwrap(), path)
  if (schema instanceof z.ZodArray) return columnsOf(schema.element, path)
  if (!(schema instanceof z.ZodObject)) return [path]
  return Object.entries(schema.shape).flatMap(([name, field]) => columnsOf(field, [...path, name]))
}

/** Whether a request for a collection is for CSV. */
export const isCsvAsked = (request: FastifyRequest): boolean => {
  const { columns, isCsv } = request.routeOptions.config
  if (isCsv || columns === undefined) return isCsv ?? false
  return new Negotiator(request).mediaType(['application/json', 'text/csv']) === 'text/csv'
}

/**
 * Answers a collection, or a part of it, as CSV (RFC 4180), a chunk of rows at a time.
 * @param name  of the file that a browser saves it as, without its ending
 */
export function answerCsv(
  request: FastifyRequest,
  reply: FastifyReply,
  list: List<unknown>,
  { offset, limit }: { offset: number; limit: number },
  name: string,
): Readable {
  const columns = request.routeOptions.config.columns ?? []
  reply.type('text/csv; charset=utf-8; header=present')
  reply.header('content-disposition', `attachment; filename="${name.replace(/[^\w.-]+/g, '-')}.csv"`)
  const cells = stringify({
    header: true,
    columns: columns.map((path) => path.join('.')),
    record_delimiter: 'windows',
    escape_formulas: true,
  })
  const source = Readable.from(rows(list, columns, offset, Math.min(offset + limit, list.total)))
  // An error of the source destroys what Fastify sends, so that nobody takes half a table for a whole one.
  return pipeline(source, cells, () => {})
}

const chunk = 500

function* rows(list: List<unknown>, columns: readonly Column[], from: number, until: number) {
  for (let at = from; at < until; at += chunk)
    for (const row of list.rows(at, Math.min(chunk, until - at)))
      yield columns.map((path) => cellAt(row, path))
}

/** What a row has at a path: of listed things all, with “; ” between them, and “, ” where they are listed in a list. */
function cellAt(value: unknown, path: Column, depth = 0): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value))
    return value.map((one) => cellAt(one, path, depth + 1)).join(depth === 0 ? '; ' : ', ')
  const [name, ...rest] = path
  return name === undefined ? String(value) : cellAt((value as Record<string, unknown>)[name], rest, depth)
}

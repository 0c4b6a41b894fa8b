import { pipeline, Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { List } from './list.js'

type Column = readonly string[]

/** Every field that holds a value, by its path: `state.code`. Fields of listed things are lists themselves. */
export function columnsOf(schema: z.ZodType, path: Column = []): Column[] {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return columnsOf(schema.unwrap() as z.ZodType, path)
  if (schema instanceof z.ZodArray) return columnsOf(schema.element as z.ZodType, path)
  if (!(schema instanceof z.ZodObject)) return [path]
  return Object.entries(schema.shape).flatMap(([name, field]) =>
    columnsOf(field as z.ZodType, [...path, name]),
  )
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

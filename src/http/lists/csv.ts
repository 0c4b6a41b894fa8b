import { pipeline, Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Moment } from '../../db/moment.js'
import type { List } from './list.js'

/** The path of a field in an item: `state.code` is `['state', 'code']`. */
type FieldPath = readonly string[]

/** One column for each field that holds a value. Fields within a list share a column. */
export function columnsOf(schema: z.ZodType, path: FieldPath = []): FieldPath[] {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return columnsOf(schema.unwrap() as z.ZodType, path)
  if (schema instanceof z.ZodArray) return columnsOf(schema.element as z.ZodType, path)
  if (!(schema instanceof z.ZodObject)) return [path]
  return Object.entries(schema.shape).flatMap(([name, field]) =>
    columnsOf(field as z.ZodType, [...path, name]),
  )
}

/**
 * Streams a list, or a slice of it, as CSV (RFC 4180).
 * @param name  the file name for downloads, without `.csv`
 */
export function answerCsv(
  request: FastifyRequest,
  reply: FastifyReply,
  list: List<unknown>,
  name: string,
  { offset, limit } = { offset: 0, limit: list.total },
): Readable {
  const columns = request.routeOptions.config.columns ?? []
  const { bom = false } = request.query as { bom?: boolean }
  reply.type('text/csv; charset=utf-8; header=present')
  reply.header('content-disposition', `attachment; filename="${name.replace(/[^\w.-]+/g, '-')}.csv"`)
  const cells = stringify({
    bom,
    header: true,
    columns: columns.map((path) => path.join('.')),
    record_delimiter: 'windows',
    escape_formulas: true,
  })
  const source = Readable.from(rows(list, columns, offset, Math.min(offset + limit, list.total)))
  // `pipeline` destroys the reply if the source fails, so that half a table never looks whole.
  return pipeline(source, cells, () => {})
}

/** `states-USA-statuses-as-of-2026-11-23-revision-1` */
export function fileNameOf({ url }: FastifyRequest, { asOf, revision }: Moment): string {
  const path = url.replace(/\?.*$|\.csv\b/g, '').replace('/v1/', '')
  return [...path.split('/'), 'as-of', asOf, 'revision', revision].join('-')
}

/** Rows per query. */
const chunk = 500

function* rows(list: List<unknown>, columns: readonly FieldPath[], from: number, until: number) {
  for (let at = from; at < until; at += chunk)
    for (const row of list.rows(at, Math.min(chunk, until - at)))
      yield columns.map((path) => cellAt(row, path))
}

/** The value at a path. Values of a list are joined with “; ”, those of a list within a list with “, ”. */
function cellAt(value: unknown, path: FieldPath, depth = 0): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value))
    return value.map((one) => cellAt(one, path, depth + 1)).join(depth === 0 ? '; ' : ', ')
  const [name, ...rest] = path
  return name === undefined ? String(value) : cellAt((value as Record<string, unknown>)[name], rest, depth)
}

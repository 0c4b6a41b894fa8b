import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Reading } from '../../answers/reading.js'
import { type Meta, type MetaOf, metaAndLinks, metaOf, type PageLinks, withParameters } from '../envelope.js'
import { isCsvRequest } from '../negotiation.js'
import { defaultLimit } from '../parameters.js'
import { answerCsv, fileNameOf } from './csv.js'
import { type Cursor, encodeCursor } from './cursor.js'
import type { List } from './list.js'

/** A page of a list, with `meta` and `links`. */
interface Page<T> {
  data: T[]
  meta: z.infer<typeof Meta>
  links: z.infer<typeof PageLinks>
}

/**
 * Answers one page of a list, with `Link` to the next page (RFC 8288) and `X-Total-Count`. CSV has all rows unless the
 * query has a `limit`; so has JSON that becomes a file.
 */
export function answerPage<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  reading: Reading & { offset: number },
  list: List<T>,
  meta: MetaOf = metaOf(reading),
): Page<T> | Readable {
  const isCsv = isCsvRequest(request)
  const isWhole = isCsv || request.server.isStatic
  const { limit = isWhole ? list.total : defaultLimit } = request.query as { limit?: number }
  const offset = Math.min(reading.offset + limit, list.total)
  const next = offset < list.total ? nextPage(request, { ...reading, offset }) : null
  reply.header('x-total-count', list.total)
  if (next !== null) reply.header('link', `<${next}>; rel="next"`)
  if (isCsv)
    return answerCsv(request, reply, list, fileNameOf(request, reading), { offset: reading.offset, limit })
  const { meta: cited, links } = metaAndLinks(request, meta)
  return { data: [...list.rows(reading.offset, limit)], meta: cited, links: { ...links, next } }
}

/** The address of the page that a cursor points to. */
export const nextPage = (request: FastifyRequest, cursor: Cursor): string =>
  withParameters(request, request.url, { cursor: encodeCursor(cursor) })

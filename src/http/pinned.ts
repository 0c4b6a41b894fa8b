import type { FastifyRequest } from 'fastify'
import { z } from 'zod'

/** Whether an address takes a day: provenance, such as that of imports, has none. */
export function takesDay(request: FastifyRequest): boolean {
  const { querystring } = (request.routeOptions.schema ?? {}) as { querystring?: unknown }
  return querystring instanceof z.ZodObject && 'asOf' in querystring.shape
}

/** The revision of a request that names both times of the record, so that its answer never changes; else null. */
export function pinnedRevision(request: FastifyRequest): number | null {
  const { asOf, revision } = request.query as { asOf?: string; revision?: number }
  return revision !== undefined && (asOf !== undefined || !takesDay(request)) ? revision : null
}

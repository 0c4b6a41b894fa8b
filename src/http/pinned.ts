import type { FastifyRequest } from 'fastify'

/** The revision of a request that names both times of the record, so that its answer never changes; else null. */
export function pinnedRevision(request: FastifyRequest): number | null {
  const { asOf, revision } = request.query as { asOf?: string; revision?: number }
  return revision !== undefined && asOf !== undefined ? revision : null
}

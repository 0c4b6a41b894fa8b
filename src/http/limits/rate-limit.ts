import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { counted } from '../../domain/wording.js'
import { ProblemError } from '../problems.js'

/** The `remoteAddress` of requests that the server injects into itself; no peer on a network has it. */
export const ownAddress = 'within'

/** Monitoring endpoints are never rate-limited. */
const unlimited = new Set(['/healthz', '/readyz', '/metrics'])

/** How many reads a client may make for each import. */
const readsPerImport = 10

/**
 * Limits the requests of each client per minute; imports to a tenth of that. Failed requests count, cache hits of the fast
 * path do not: they cost less than counting. No answer has RateLimit headers, since caches would serve them to others.
 * @param most  requests per minute; 0 for no limit
 */
export async function limitRate(app: FastifyInstance, most: number): Promise<void> {
  if (most === 0) return
  await app.register(rateLimit, { global: false })
  const minute = { timeWindow: 60_000, ipv6Subnet: 64 }
  const limiters = {
    reads: app.createRateLimit({ ...minute, max: most }),
    imports: app.createRateLimit({ ...minute, max: Math.ceil(most / readsPerImport) }),
  }
  app.addHook('onRequest', async (request, reply) => {
    if (isUnlimited(request)) return
    const found =
      await limiters[request.method === 'POST' && isImport(request) ? 'imports' : 'reads'](request)
    if (found.isAllowed || !found.isExceeded) return
    reply.header('retry-after', found.ttlInSeconds)
    const detail = `More than ${counted(found.max, 'such request')} came from one address in a minute. Try again in ${counted(found.ttlInSeconds, 'second')}`
    throw new ProblemError('too-many-requests', detail)
  })
}

const isUnlimited = ({ socket, routeOptions: { url = '' } }: FastifyRequest): boolean =>
  unlimited.has(url) || socket.remoteAddress === ownAddress

const isImport = ({ routeOptions }: FastifyRequest): boolean => routeOptions.url === '/v1/imports'

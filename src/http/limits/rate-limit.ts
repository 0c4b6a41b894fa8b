import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from '../problems.js'

/** The address of requests that the server makes of itself (app.inject): no peer on a network has it. */
export const ownAddress = 'within'

/** What monitors ask, who ask in vain where everybody else asks too much. */
const uncounted = new Set(['/healthz', '/readyz', '/metrics'])

/** One in so many requests may be an import. */
const readsAnImport = 10

/**
 * Lets each client ask so often a minute, and import a tenth as often; what fails counts as well. Whoever is answered ahead of
 * the framework is not counted: such an answer costs less than to come here. No answer says what is left: caches would
 * give it to others.
 * @param most  requests a minute; 0 for any number
 */
export async function limitRate(app: FastifyInstance, most: number): Promise<void> {
  if (most === 0) return
  await app.register(rateLimit, { global: false })
  const minute = { timeWindow: 60_000, ipv6Subnet: 64 }
  const limiters = {
    reads: app.createRateLimit({ ...minute, max: most }),
    imports: app.createRateLimit({ ...minute, max: Math.ceil(most / readsAnImport) }),
  }
  app.addHook('onRequest', async (request, reply) => {
    if (isUncounted(request)) return
    const found =
      await limiters[request.method === 'POST' && isImport(request) ? 'imports' : 'reads'](request)
    if (found.isAllowed || !found.isExceeded) return
    reply.header('retry-after', found.ttlInSeconds)
    const detail = `More than ${found.max} such requests came from one address in a minute. Try again in ${found.ttlInSeconds} seconds`
    throw new ProblemError('too-many-requests', detail)
  })
}

const isUncounted = ({ socket, routeOptions: { url = '' } }: FastifyRequest): boolean =>
  uncounted.has(url) || socket.remoteAddress === ownAddress

const isImport = ({ routeOptions }: FastifyRequest): boolean => routeOptions.url === '/v1/imports'

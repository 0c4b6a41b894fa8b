import { isIPv6 } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Address6 } from 'ip-address'
import { counted } from '../../domain/wording.js'
import { ProblemError } from '../problems.js'
import { type RequestCounter, requestCounter } from './request-counter.js'

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
 * @param count  counts a request: by default, in this process
 */
export function limitRate(
  app: FastifyInstance,
  most: number,
  count: RequestCounter = requestCounter(),
): void {
  if (most === 0) return
  const limits = { reads: most, imports: Math.ceil(most / readsPerImport) }
  app.addHook('onRequest', async (request, reply) => {
    if (isUnlimited(request)) return
    const kind = request.method === 'POST' && isImport(request) ? 'imports' : 'reads'
    const { requests, endsIn } = await count(kind, clientOf(request.ip))
    if (requests <= limits[kind]) return
    const seconds = Math.ceil(endsIn / 1000)
    reply.header('retry-after', seconds)
    const detail = `More than ${counted(limits[kind], 'such request')} came from one address in a minute. Try again in ${counted(seconds, 'second')}`
    throw new ProblemError('too-many-requests', detail)
  })
}

/** The client of an address. A client has a whole network of 64 bits of IPv6, and may have an IPv4 address in IPv6 form. */
export function clientOf(ip: string): string {
  if (!isIPv6(ip)) return ip
  const address = new Address6(ip)
  return address.isMapped4()
    ? address.to4().correctForm()
    : new Address6(`${ip}/64`).startAddress().correctForm()
}

const isUnlimited = ({ socket, routeOptions: { url = '' } }: FastifyRequest): boolean =>
  unlimited.has(url) || socket.remoteAddress === ownAddress

const isImport = ({ routeOptions }: FastifyRequest): boolean => routeOptions.url === '/v1/imports'

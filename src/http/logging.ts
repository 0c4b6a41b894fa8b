import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyServerOptions } from 'fastify'

type Logger = FastifyServerOptions['logger']

/**
 * Keeps out of the log who asked and what for: no address of a client, no query, no header. Where anything logs a
 * request or its headers all the same, what opens the door is struck out.
 */
export function discreet(logger: Logger): NonNullable<Logger> {
  if (logger === undefined || typeof logger === 'boolean') return logger ?? false
  const secret = ['authorization', 'cookie', '"proxy-authorization"', '"x-forwarded-for"', 'forwarded']
  const paths = secret.flatMap((name) =>
    ['', 'headers', 'req.headers', 'request.headers', 'raw.headers'].map((at) =>
      name.startsWith('"') ? `${at}[${name}]` : at === '' ? name : `${at}.${name}`,
    ),
  )
  return {
    ...logger,
    redact: paths,
    serializers: { req: ({ method }: { method: string }) => ({ method }) },
  }
}

/** The client’s own name of its request, where it is well-formed; else a new one. */
export function requestId({ headers }: IncomingMessage): string {
  const { 'x-request-id': given } = headers
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
}

/** One line for each request that reaches the framework: what is answered ahead of it is counted, not logged. */
export function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { url: route = 'none' } = request.routeOptions
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10
    request.log.info({ method: request.method, route, status: reply.statusCode, milliseconds }, 'answered')
    done()
  })
}

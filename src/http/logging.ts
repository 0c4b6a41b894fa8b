import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyServerOptions } from 'fastify'

type Logger = FastifyServerOptions['logger']

/**
 * Keeps clients and their queries out of the log: no address, no query, no header. If any code logs a request all the
 * same, credentials are redacted.
 */
export function redacted(logger: Logger): NonNullable<Logger> {
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

/** The client’s `X-Request-Id` if it is well-formed; else a new UUID. */
export function requestId({ headers }: IncomingMessage): string {
  const { 'x-request-id': given } = headers
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
}

/** Logs one line for each request that Fastify answers. Cache hits of the fast path are only counted. */
export function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { url: route = 'none' } = request.routeOptions
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10
    request.log.info({ method: request.method, route, status: reply.statusCode, milliseconds }, 'answered')
    done()
  })
}

import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import helmet, { type HelmetOptions } from 'helmet'

/** What an answer that is no page may load, or be framed by: nothing. Pages without script or style do with it, too. */
const nothing = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
}

/** What the pages of the documentation load: their own script and style, and the pictures within these. */
export const documentationPolicy = {
  ...nothing,
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
}

const options: HelmetOptions = {
  contentSecurityPolicy: { useDefaults: false, directives: nothing },
  // Any page may show an answer: the API is public, and CORS is open.
  crossOriginResourcePolicy: { policy: 'cross-origin' },
  strictTransportSecurity: { maxAge: 63_072_000, includeSubDomains: true },
  referrerPolicy: { policy: 'no-referrer' },
  xFrameOptions: { action: 'deny' },
  // They speak to browsers and plug-ins that are no more.
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
}

/**
 * Gives every answer the headers that Mozilla’s HTTP Observatory asks for. They are the same for whoever asks, since
 * answers are remembered with their headers. Without TLS, browsers ignore `Strict-Transport-Security`.
 * @see https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring
 */
export function securityHeaders(app: FastifyInstance): void {
  const headers = headersOf(options)
  app.addHook('onRequest', (_request, reply, next) => {
    reply.headers(headers)
    next()
  })
}

/** What helmet sets, asked once: it would work it out for each answer, and it is the same for all. */
function headersOf(asked: HelmetOptions): Record<string, string> {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  helmet(asked)(request, response, () => {})
  return Object.fromEntries(
    Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]),
  )
}

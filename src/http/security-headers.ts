import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import helmet, { type HelmetOptions } from 'helmet'

/** JSON, CSV and feeds may load nothing, and no site may frame them. */
const nothing = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
}

/** The reference page loads its own scripts and styles, pictures inside these, and the answers that a reader tries. */
export const documentationPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const options: HelmetOptions = {
  contentSecurityPolicy: { useDefaults: false, directives: nothing },
  // The API is public and CORS is open, so any site may embed an answer.
  crossOriginResourcePolicy: { policy: 'cross-origin' },
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'no-referrer' },
  xFrameOptions: { action: 'deny' },
  // Only browsers and plug-ins that no longer exist read these.
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
}

/**
 * Adds the headers that Mozilla’s HTTP Observatory checks to every answer. They must not depend on the client, because the
 * cache stores them.
 * @param hsts  the value of `Strict-Transport-Security`, which browsers ignore without TLS; null to send none
 * @see https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring
 */
export function securityHeaders(app: FastifyInstance, hsts: string | null): void {
  const headers = { ...headersOf(options), ...(hsts && { 'strict-transport-security': hsts }) }
  app.addHook('onRequest', (_request, reply, next) => {
    reply.headers(headers)
    next()
  })
}

/** The headers that helmet sets. They are constant, so it runs only once. */
function headersOf(options: HelmetOptions): Record<string, string> {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  helmet(options)(request, response, () => {})
  return Object.fromEntries(
    Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]),
  )
}

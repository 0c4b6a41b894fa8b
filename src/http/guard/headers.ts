import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

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

/**
 * Gives every answer the headers that Mozilla’s HTTP Observatory asks for. They are the same for whoever asks, since
 * answers are remembered with their headers. Without TLS, browsers ignore `Strict-Transport-Security`.
 * @see https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring
 */
export async function securityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
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
  })
}

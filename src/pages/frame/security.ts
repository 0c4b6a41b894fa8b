import { createHash } from 'node:crypto'
import plugin from 'fastify-plugin'
import { copyScript } from './copy-script.js'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether other sites may show the page in a frame. */
    isFramed?: boolean
    /** Whether the page runs the script that copies snippets. */
    isScripted?: boolean
  }
}

const digest = createHash('sha256').update(copyScript).digest('base64')

/**
 * The Content Security Policy of a page. It may load only our own style and pictures, run only the script with this digest,
 * and submit forms only to this site.
 */
export const policy = (isFramed: boolean, isScripted: boolean): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    isScripted ? `script-src 'sha256-${digest}'` : "script-src 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    // `*` would still refuse a sandboxed frame, such as an editor's preview, and a file on disk: these have no host.
    ...(isFramed ? [] : ["frame-ancestors 'none'"]),
  ].join('; ')

/** Sets the policy of every page in its scope, before any handler, so that cached replies have it too. */
export const pageSecurity = plugin(
  (app, _options, done) => {
    app.addHook('onRequest', (request, reply, next) => {
      const { isFramed = false, isScripted = false } = request.routeOptions.config
      reply.headers({
        'content-security-policy': policy(isFramed, isScripted),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
      })
      // A tab that a sandboxed frame opens is sandboxed too, and may then open no page with this header. Pages hold no secret.
      reply.removeHeader('cross-origin-opener-policy')
      // This older header cannot allow all sites.
      if (isFramed) reply.removeHeader('x-frame-options')
      next()
    })
    done()
  },
  { name: 'page-security' },
)

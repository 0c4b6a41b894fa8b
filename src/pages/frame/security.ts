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
 * A page fetches nothing but our own style and pictures, runs nothing but the one script that is named by its digest,
 * and sends its forms nowhere else (Content Security Policy 3).
 */
export const policy = (isFramed: boolean, isScripted: boolean): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    isScripted ? `script-src 'sha256-${digest}'` : "script-src 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${isFramed ? '*' : "'none'"}`,
  ].join('; ')

/** Sets the policy of every page registered beside it, before anything answers, so that cached answers have it too. */
export const pageSecurity = plugin(
  (app, _options, done) => {
    app.addHook('onRequest', (request, reply, next) => {
      const { isFramed = false, isScripted = false } = request.routeOptions.config
      reply.headers({
        'content-security-policy': policy(isFramed, isScripted),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
      })
      // Older than the policy, and without a word for “any”.
      if (isFramed) reply.removeHeader('x-frame-options')
      next()
    })
    done()
  },
  { name: 'page-security' },
)

import type { FastifyInstance, HTTPMethods } from 'fastify'
import { ProblemError } from './problems.js'

const methods: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE']

/**
 * Collects the paths of all routes; call it before they are registered.
 * @returns a function to call after that: it answers every other method with 405 and `Allow` (RFC 9110 § 15.5.6)
 */
export function otherMethodsRefused(app: FastifyInstance): () => void {
  const paths = new Set<string>()
  app.addHook('onRoute', ({ url }) => {
    paths.add(url)
  })
  return () => {
    app.register(async (scope) => {
      scope.addContentTypeParser('*', (_request, body, parsed) => {
        body.resume()
        parsed(null)
      })
      for (const url of [...paths]) refuse(scope, url)
    })
  }
}

function refuse(scope: FastifyInstance, url: string): void {
  const allowed = methods.filter((method) => scope.hasRoute({ method, url }))
  const allow = allowed.join(', ')
  scope.route({
    url,
    method: methods.filter((method) => !allowed.includes(method)),
    schema: { hide: true },
    handler: async (request, reply) => {
      reply.header('allow', allow)
      throw new ProblemError('method-not-allowed', `${request.method} is not allowed here; allowed: ${allow}`)
    },
  })
}

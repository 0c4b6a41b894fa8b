import type { FastifyInstance, HTTPMethods } from 'fastify'
import { ProblemError } from './problems.js'

const methods: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE']

/**
 * Collects every address that takes some method; called before the routes are registered.
 * @returns registers, once they all are, an answer 405 with `Allow` to every other method (RFC 9110 § 15.5.6)
 */
export function otherMethodsRefused(app: FastifyInstance): () => void {
  const addresses = new Set<string>()
  app.addHook('onRoute', ({ url }) => {
    addresses.add(url)
  })
  return () => {
    app.register(async (scope) => {
      scope.addContentTypeParser('*', (_request, body, parsed) => {
        body.resume()
        parsed(null)
      })
      for (const url of [...addresses]) refuse(scope, url)
    })
  }
}

function refuse(scope: FastifyInstance, url: string): void {
  const taken = methods.filter((method) => scope.hasRoute({ method, url }))
  const allow = taken.join(', ')
  scope.route({
    url,
    method: methods.filter((method) => !taken.includes(method)),
    schema: { hide: true },
    handler: async (request, reply) => {
      reply.header('allow', allow)
      throw new ProblemError('method-not-allowed', `${request.method} is not allowed here; allowed: ${allow}`)
    },
  })
}

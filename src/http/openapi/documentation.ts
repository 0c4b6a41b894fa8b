import type { FastifyInstance } from 'fastify'
import { type CachingOptions, caching } from '../caching/caching.js'
import type { Document } from './openapi.js'
import { toOpenApi30 } from './openapi-30.js'

/** Serves the OpenAPI document as JSON, as YAML and in OpenAPI 3.0, cached and compressed like the answers of the API. */
export async function documentation(
  app: FastifyInstance,
  { document, ...context }: CachingOptions & { document: Document },
): Promise<void> {
  await app.register(caching, context)
  const config = { ignoresAsOf: true, isOfBuild: true }
  app.get('/openapi.json', { config, schema: { hide: true } }, (_request, reply) =>
    reply.type('application/json').send(JSON.stringify(document)),
  )
  app.get('/openapi-3.0.json', { config, schema: { hide: true } }, (_request, reply) =>
    reply.type('application/json').send(JSON.stringify(toOpenApi30(document))),
  )
  app.get('/openapi.yaml', { config, schema: { hide: true } }, async (_request, reply) => {
    const { stringify } = await import('yaml')
    return reply.type('application/yaml').send(stringify(document))
  })
}

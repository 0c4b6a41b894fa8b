import fastify, { type FastifyInstance } from 'fastify'
import type { OpenAPIV3 } from 'openapi-types'
import { type CachingOptions, caching } from './caching/caching.js'
import type { Document } from './openapi.js'
import { documentationPolicy } from './security-headers.js'

/** Serves the OpenAPI document as JSON, as YAML and in Swagger UI. */
export async function documentation(
  app: FastifyInstance,
  { document, ...context }: CachingOptions & { document: Document },
): Promise<void> {
  await app.register(files, { document, ...context })
  // Its pages run scripts that ask a server.
  if (app.isStatic) return
  let pages: Promise<FastifyInstance> | undefined
  app.addHook('onClose', async () => (await pages)?.close())
  for (const url of ['/docs', '/docs/*'])
    app.get(url, { schema: { hide: true } }, async ({ url, headers }, reply) => {
      pages ??= pagesOf(document).catch((error) => {
        pages = undefined
        throw error
      })
      // @fastify/static answers failed ranges and conditions with errors, so it never sees these headers.
      const { range: _, 'if-match': __, 'if-unmodified-since': ___, ...forwarded } = headers
      const page = await (await pages).inject({ url, headers: forwarded })
      if (page.statusCode === 404) return reply.callNotFound()
      if (page.statusCode >= 400)
        throw Object.assign(new Error(page.payload), { statusCode: page.statusCode })
      const { connection: ____, date: _____, ...pageHeaders } = page.headers
      return reply.code(page.statusCode).headers(pageHeaders).send(page.rawPayload)
    })
}

/** The document itself, cached and compressed like the answers of the API. */
async function files(
  app: FastifyInstance,
  { document, ...context }: CachingOptions & { document: Document },
): Promise<void> {
  await app.register(caching, context)
  const config = { ignoresAsOf: true, isOfBuild: true }
  app.get('/openapi.json', { config, schema: { hide: true } }, (_request, reply) =>
    reply.type('application/json').send(JSON.stringify(document)),
  )
  app.get('/openapi.yaml', { config, schema: { hide: true } }, async (_request, reply) => {
    const { stringify } = await import('yaml')
    return reply.type('application/yaml').send(stringify(document))
  })
}

/**
 * Swagger UI in a Fastify of its own, started with the first request. A Fastify that is ready takes no further routes, and
 * loading Swagger UI at every start would take 110 ms of CPU time.
 */
async function pagesOf(document: Document): Promise<FastifyInstance> {
  const { default: swagger } = await import('@fastify/swagger')
  const { default: swaggerUi } = await import('@fastify/swagger-ui')
  const app = fastify()
  await app.register(swagger, { mode: 'static', specification: { document: document as OpenAPIV3.Document } })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: documentationPolicy,
  })
  await app.ready()
  return app
}

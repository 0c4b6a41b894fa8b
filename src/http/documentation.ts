import fastify, { type FastifyInstance } from 'fastify'
import type { OpenAPIV3 } from 'openapi-types'
import { type CachingOptions, caching } from './caching/caching.js'
import type { Document } from './openapi.js'
import { documentationPolicy } from './security-headers.js'

/** Serves a document as JSON, as YAML and as pages to browse. */
export async function documentation(
  app: FastifyInstance,
  { document, ...context }: CachingOptions & { document: Document },
): Promise<void> {
  await app.register(files, { document, ...context })
  let pages: Promise<FastifyInstance> | undefined
  app.addHook('onClose', async () => (await pages)?.close())
  for (const url of ['/docs', '/docs/*'])
    app.get(url, { schema: { hide: true } }, async ({ url, headers }, reply) => {
      pages ??= pagesOf(document).catch((error) => {
        pages = undefined
        throw error
      })
      const { range: _, 'if-match': __, 'if-unmodified-since': ___, ...understood } = headers
      const page = await (await pages).inject({ url, headers: understood })
      if (page.statusCode === 404) return reply.callNotFound()
      if (page.statusCode >= 400)
        throw Object.assign(new Error(page.payload), { statusCode: page.statusCode })
      const { connection: ____, date: _____, ...own } = page.headers
      return reply.code(page.statusCode).headers(own).send(page.rawPayload)
    })
}

/** The document itself, kept and compressed as the record's answers are. */
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

/** Pages to browse a document, made when somebody first asks: loading them takes about as long as loading much of the server. */
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

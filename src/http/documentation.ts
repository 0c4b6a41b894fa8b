import fastify, { type FastifyInstance } from 'fastify'
import type { OpenAPIV3 } from 'openapi-types'
import { documentationPolicy } from './guard/headers.js'
import type { Document } from './openapi.js'

/** Serves a document as JSON, as YAML and as pages to browse. */
export async function documentation(
  app: FastifyInstance,
  { document }: { document: Document },
): Promise<void> {
  const json = JSON.stringify(document)
  let yaml: string | undefined
  let pages: Promise<FastifyInstance> | undefined
  app.get('/openapi.json', { schema: { hide: true } }, (_request, reply) =>
    reply.type('application/json').send(json),
  )
  app.get('/openapi.yaml', { schema: { hide: true } }, async (_request, reply) => {
    yaml ??= (await import('yaml')).stringify(document)
    return reply.type('application/yaml').send(yaml)
  })
  app.addHook('onClose', async () => (await pages)?.close())
  for (const url of ['/docs', '/docs/*'])
    app.get(url, { schema: { hide: true } }, async ({ url, headers }, reply) => {
      pages ??= pagesOf(document).catch((error) => {
        pages = undefined
        throw error
      })
      const page = await (await pages).inject({ url, headers })
      if (page.statusCode === 404) return reply.callNotFound()
      if (page.statusCode >= 400)
        throw Object.assign(new Error(page.payload), { statusCode: page.statusCode })
      const { connection: _, date: __, ...own } = page.headers
      return reply.code(page.statusCode).headers(own).send(page.rawPayload)
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

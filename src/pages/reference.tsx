import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { FastifyInstance } from 'fastify'
import { type CachingOptions, caching } from '../http/caching/caching.js'
import type { Document } from '../http/openapi/openapi.js'
import { documentationPolicy } from '../http/security-headers.js'
import { toHtml } from './frame/document.js'
import { type Operation, ReferencePage } from './parts/reference.js'

const swagger = { style: '/docs/swagger-ui.css', script: '/docs/swagger-ui.js' }

/** Swagger UI’s own files, by address. They are read with the first request. */
const files = {
  [swagger.style]: ['swagger-ui.css', 'text/css; charset=utf-8'],
  [swagger.script]: ['swagger-ui-bundle.js', 'text/javascript; charset=utf-8'],
} as const

/** The reference page of the API, from its OpenAPI document, and the files that it loads. */
export async function referenceRoutes(
  app: FastifyInstance,
  { document, ...context }: CachingOptions & { document: Document },
): Promise<void> {
  app.addHook('onRequest', (_request, reply, next) => {
    reply.header('content-security-policy', documentationPolicy)
    next()
  })
  await app.register(caching, context)
  const config = { ignoresAsOf: true, isOfBuild: true }
  const groups = groupsOf(document)
  app.get('/docs', { config, schema: { hide: true } }, (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .send(toHtml(<ReferencePage info={document.info} groups={groups} swagger={swagger} />)),
  )
  for (const [address, [name, type]] of Object.entries(files))
    app.get(address, { config, schema: { hide: true } }, (_request, reply) =>
      reply.type(type).send(readFileSync(fileOf(name))),
    )
}

const fileOf = (name: string): string =>
  createRequire(import.meta.url).resolve(`@fastify/swagger-ui/static/${name}`)

/** The operations below each tag, in the order of the document. */
function groupsOf({ paths = {}, tags = [] }: Document) {
  const all = Object.entries(paths).flatMap(([path, operations]) =>
    (['get', 'post'] as const).flatMap((method) => {
      const operation = operations?.[method]
      if (operation === undefined) return []
      const { tags: [tag] = [], summary = '' } = operation
      return [{ tag, method: method.toUpperCase(), path, summary, example: exampleOf(operation) }]
    }),
  )
  return tags.map(({ name, description = '' }) => ({
    name,
    description,
    operations: all.filter(({ tag }) => tag === name) satisfies Operation[],
  }))
}

type OperationObject = NonNullable<NonNullable<NonNullable<Document['paths']>[string]>['get']>

/** The address that the summary of an example names: `GET /v1/states`. */
function exampleOf({ responses }: OperationObject): string | null {
  const answer = responses?.['200']
  const [content] = answer && 'content' in answer ? Object.values(answer.content ?? {}) : []
  const example = content?.examples?.example
  return example && 'summary' in example ? (example.summary?.replace('GET ', '') ?? null) : null
}

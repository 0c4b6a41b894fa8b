import type { OpenAPIV3_1 } from 'openapi-types'
import type { Document } from '../../http/openapi/openapi.js'

export const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && 'openapi' in value && 'paths' in value

interface Described {
  readonly publicUrl: string
  /** The paths of all files. */
  readonly paths: readonly string[]
}

/** The OpenAPI document of a static site: the operations that have files, without parameters, problems and webhooks. */
export function staticDocument(document: Document, { publicUrl, paths }: Described): Document {
  const described = structuredClone(document)
  delete described.webhooks
  const operations = Object.entries(described.paths ?? {}).flatMap(([path, item]) => {
    const own = path.startsWith('/v1') && !/\.\w+$/.test(path) ? `${path}.json` : path
    if (item?.get === undefined || !paths.some((one) => patternOf(own).test(one))) return []
    return [[own, { get: staticOperation(item.get) }] as const]
  })
  described.servers = [{ url: publicUrl, description: 'Static files' }]
  described.paths = Object.fromEntries(operations) as NonNullable<Document['paths']>
  const schemas = withoutPermalinks(described.components?.schemas ?? {})
  described.components = { schemas: schemasUsed(described.paths, schemas) }
  return described
}

/** `/v1/states/{state}.json` → `^/v1/states/[^/]+\.json$` */
const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`)

function staticOperation({ parameters, responses, ...operation }: OpenAPIV3_1.OperationObject) {
  const named = (parameters ?? []).filter((one) => 'in' in one && one.in === 'path')
  const { headers: _, ...answer } = (responses?.['200'] ?? {}) as OpenAPIV3_1.ResponseObject
  const content = Object.entries(answer.content ?? {}).map(([type, { schema }]) => [
    type,
    schema === undefined ? {} : { schema },
  ])
  return {
    ...operation,
    ...(named.length > 0 && { parameters: named }),
    responses: { 200: { ...answer, content: Object.fromEntries(content) } },
  }
}

type Schemas = NonNullable<OpenAPIV3_1.ComponentsObject['schemas']>

/** Of `Links` and its like: a file changes with the record. */
const withoutPermalinks = (schemas: Schemas): Schemas =>
  Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const { permalink, ...properties } = schema.properties ?? {}
      if (permalink === undefined) return [name, schema]
      const required = schema.required?.filter((one) => one !== 'permalink') ?? []
      return [name, { ...schema, properties, required }]
    }),
  )

/** The schemas that the paths refer to, themselves or by others. */
function schemasUsed(paths: object, schemas: Schemas): Schemas {
  const used = new Set<string>()
  const visit = (part: object): void => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([\w.-]+)"/g)) {
      const schema = schemas[name]
      if (schema === undefined || used.has(name)) continue
      used.add(name)
      visit(schema)
    }
  }
  visit(paths)
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)))
}

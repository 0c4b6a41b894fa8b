import type { FastifyInstance } from 'fastify'
import plugin from 'fastify-plugin'
import { fastifyZodOpenApiPlugin, fastifyZodOpenApiTransformers } from 'fastify-zod-openapi'
import type { OpenAPIV3_1 } from 'openapi-types'
import { type CreateDocumentOptions, createDocument, type ZodOpenApiPathsObject } from 'zod-openapi'
import { version } from '../version.js'

export type Document = OpenAPIV3_1.Document

declare module 'fastify' {
  interface FastifyInstance {
    /** The example address of each operation, by operationId. */
    exampleAddresses: Map<string, string>
  }
  interface FastifyContextConfig {
    /** An address whose answer is the example in the OpenAPI document. */
    example?: string
  }
}

const tags = [
  { name: 'entry', description: 'Where everything is' },
  { name: 'outstanding', description: 'What is still to be ratified, and what is left to do' },
  { name: 'states', description: 'States and other participants' },
  { name: 'groups', description: 'Groups of States, such as the African Union' },
  { name: 'instruments', description: 'The instruments, their final clauses and counts' },
  { name: 'statuses', description: 'Who is a party, who has signed, who has withdrawn' },
  {
    name: 'statements',
    description:
      'Reservations, declarations, objections and what else States said; to which territories they extend',
  },
  { name: 'actions', description: 'Signatures, ratifications, accessions and other treaty actions' },
  { name: 'feeds', description: 'What the record learned, for feed readers' },
  {
    name: 'resolutions',
    description:
      'The resolutions that urge Member States to consider ratifying or acceding to instruments, and how far they were followed',
  },
  { name: 'bulk', description: 'The whole record, to download' },
  { name: 'imports', description: 'Where the record came from' },
  { name: 'operations', description: 'For whoever runs the server' },
]

/** Describes every route registered after it. Used only to generate the document: servers read the generated file. */
export const openApi = plugin(
  async (app) => {
    const exampleAddresses = new Map<string, string>()
    app.decorate('exampleAddresses', exampleAddresses)
    app.addHook('onRoute', ({ config, schema }) => {
      const { operationId } = (schema ?? {}) as { operationId?: string }
      if (config?.example && operationId) exampleAddresses.set(operationId, config.example)
    })
    await app.register(fastifyZodOpenApiPlugin, { documentOpts: { override: tidySchemas } })
    const { default: swagger } = await import('@fastify/swagger')
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Treaty ratification status',
          version,
          summary: 'Who has, and who has not, ratified',
          description:
            'For every State: which instruments it has yet to ratify or accede to, and what is left to do. General Assembly resolution 63/194 urges Member States that have not yet done so to consider taking measures to ratify or accede to five of them. Every answer is dated, cites its source and needs no key. Each path below /v1 may end in .json. Compiled from public sources; the depositary’s own record prevails.',
          license: { name: 'MIT', identifier: 'MIT' },
          contact: { name: 'The maintainers of this server' },
        },
        servers: [{ url: '/', description: 'This server' }],
        security: [],
        components: {
          securitySchemes: {
            bearer: { type: 'http', scheme: 'bearer', description: 'A token of the server' },
          },
        },
        tags,
      },
      ...fastifyZodOpenApiTransformers,
    })
  },
  { name: 'openapi' },
)

/**
 * Removes from zod's schemas a pattern beside `format: date`, the bounds of a double, and `additionalProperties: false` in
 * answers, to which later versions may add fields.
 */
const tidySchemas: NonNullable<CreateDocumentOptions['override']> = ({ jsonSchema, io }) => {
  if (jsonSchema.format === 'date') delete jsonSchema.pattern
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (io === 'output') delete jsonSchema.additionalProperties
}

/**
 * The OpenAPI document of an app. Its examples are the app's own answers to the example addresses.
 * @param webhooks  what the server sends by itself
 */
export async function describeApp(app: FastifyInstance, webhooks: ZodOpenApiPathsObject): Promise<Document> {
  const document = withWebhooks(structuredClone(app.swagger()) as Document, webhooks)
  for (const [operationId, address] of app.exampleAddresses) {
    const reply = await app.inject(address)
    if (reply.statusCode !== 200)
      throw new Error(`The example of ${operationId}, ${address}, answers ${reply.body}`)
    const [mediaType = '', content] = answerOf(document, operationId)
    const value = mediaType.endsWith('json') ? reply.json() : reply.body
    if (content) content.examples = { example: { summary: `GET ${address}`, value } }
  }
  for (const [path, operations] of Object.entries(document.paths ?? {})) {
    const { responses } = operations?.get ?? {}
    if (responses?.['503'] && path.startsWith('/v1')) responses['304'] = { description: notModified }
    if (responses && /\{(state|instrument|resolution|group)\}/.test(path))
      responses['308'] = { description: elsewhere }
  }
  for (const parameter of parametersOf(document)) {
    if (parameter.schema && 'type' in parameter.schema && parameter.schema.type === 'array')
      Object.assign(parameter, { style: 'form', explode: true })
  }
  return document
}

/** Swagger knows no webhooks: they are described apart. What they share with answers is one component. */
function withWebhooks(document: Document, webhooks: ZodOpenApiPathsObject): Document {
  const { title } = document.info
  // The types of the two packages differ where no document of ours does.
  const described = createDocument(
    { openapi: '3.1.0', info: { title, version }, webhooks },
    { override: tidySchemas },
  ) as unknown as Document
  const ofAnswers = document.components?.schemas
  const schemas = { ...ofAnswers, ...described.components?.schemas, ...ofAnswers }
  return {
    ...document,
    components: { ...document.components, schemas },
    ...(described.webhooks && { webhooks: described.webhooks }),
  }
}

const notModified = 'The reader holds this answer already (If-None-Match, If-Modified-Since)'

const elsewhere = 'The code is another than the one of its permanent address, which “Location” has'

const operationsOf = ({ paths }: Document) => Object.values(paths ?? {}).flatMap((path) => path?.get ?? [])

const parametersOf = (document: Document): OpenAPIV3_1.ParameterObject[] =>
  operationsOf(document)
    .flatMap(({ parameters }) => parameters ?? [])
    .filter((parameter) => 'name' in parameter)

/** The media type of an operation's 200 answer, and its entry in the document. */
function answerOf(document: Document, operationId: string): [string, OpenAPIV3_1.MediaTypeObject] | [] {
  const answer = operationsOf(document).find((one) => one.operationId === operationId)?.responses?.['200']
  return answer && 'content' in answer ? (Object.entries(answer.content ?? {})[0] ?? []) : []
}

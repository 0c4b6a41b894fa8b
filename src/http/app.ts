import { createServer } from 'node:http'
import cors from '@fastify/cors'
import fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify'
import { fastifyZodOpenApiPlugin, validatorCompiler } from 'fastify-zod-openapi'
import Negotiator from 'negotiator'
import { type AnswerCache, answerCache } from './answer-cache.js'
import { caching } from './caching.js'
import { collectionsAsCsv } from './csv.js'
import { frontOf } from './front.js'
import { linkTo } from './link-to.js'
import { otherMethodsRefused } from './method-not-allowed.js'
import { type Document, documentation, openApi, tidySchemas } from './openapi.js'
import { sendProblemPage } from './page/problems.js'
import { pageRoutes } from './pages.js'
import { permanentAddress, withoutTrailingSlash } from './permanent-address.js'
import { ProblemError, sendError, sendProblem } from './problem.js'
import type { Context } from './reading.js'
import { actionRoutes } from './routes/actions.js'
import { catalogRoutes } from './routes/catalog.js'
import { changeRoutes } from './routes/changes.js'
import { datapackageRoutes } from './routes/datapackage.js'
import { entryRoutes } from './routes/entry.js'
import { feedRoutes } from './routes/feeds.js'
import { healthRoutes } from './routes/health.js'
import { importUploadRoutes } from './routes/import-uploads.js'
import { importRoutes } from './routes/imports.js'
import { instrumentRoutes } from './routes/instruments.js'
import { mcpRoutes } from './routes/mcp.js'
import { outstandingRoutes } from './routes/outstanding.js'
import { problemPageRoutes } from './routes/problem-pages.js'
import { resolutionRoutes } from './routes/resolutions.js'
import { stateRoutes } from './routes/states.js'
import { statusRoutes } from './routes/statuses.js'

export interface AppOptions extends Context {
  /** The origin under which clients reach the API, such as `https://api.example.org`; empty for relative links. */
  readonly publicUrl: string
  /** Names the code that answers, for validators. */
  readonly build: string
  /** The committed OpenAPI document to serve; null while it is being generated. */
  readonly document: Document | null
  readonly logger: FastifyServerOptions['logger']
  readonly trustProxy: FastifyServerOptions['trustProxy']
}

/** In milliseconds: who sends no request gives its place to others; an idle connection outlives those of usual proxies. */
const timeouts = { headersTimeout: 20_000, requestTimeout: 300_000, keepAliveTimeout: 72_000 }

/** The whole application, ready to listen or to be asked with `inject`. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const answers = answerCache()
  const isAnswered = frontOf(options, answers)
  const app = fastify({
    serverFactory: (handle) => {
      const server = createServer(timeouts, (request, response) => {
        // Once it is closing, the framework tells clients to go elsewhere.
        if (!server.listening || !isAnswered(request, response)) handle(request, response)
      })
      return server
    },
    logger: options.logger ?? false,
    trustProxy: options.trustProxy ?? false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: sendError,
  })
  app.setValidatorCompiler(validatorCompiler)
  // The compiler has seen that every answer is of its schema's type, and the tests hold each against the document: to parse it
  // again, or to compile a serialiser for each route at every start, costs more than the answer (bench/README.md).
  app.setSerializerCompiler(() => JSON.stringify)
  app.setErrorHandler(sendError)
  app.setNotFoundHandler(notFound)
  await app.register(linkTo, options)
  await app.register(cors, {
    methods: ['GET', 'HEAD'],
    exposedHeaders: ['ETag', 'Link', 'Retry-After', 'X-Total-Count'],
    maxAge: 86400,
    strictPreflight: false,
  })
  const refuseOtherMethods = otherMethodsRefused(app)
  await app.register(fastifyZodOpenApiPlugin, { documentOpts: { override: tidySchemas } })
  await app.register(openApi)
  app.addHook('onRequest', withoutTrailingSlash)
  await app.register(recordRoutes, { ...options, answers, prefix: '/v1' })
  await app.register(healthRoutes, options)
  await app.register(catalogRoutes, options)
  await app.register(mcpRoutes, options)
  await app.register(problemPageRoutes, options)
  await app.register(pageRoutes, { ...options, answers })
  if (options.document) await app.register(documentation, { document: options.document })
  refuseOtherMethods()
  await app.ready()
  return app
}

function notFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const detail = `There is nothing at ${request.url.split('?')[0]}; the entry point is /v1, the documentation /docs`
  const problem = new ProblemError('not-found', detail)
  return isPageWanted(request) ? sendProblemPage(problem, reply) : sendProblem(problem, request, reply)
}

/** Whether somebody looks, who would rather read a page than a problem: browsers name HTML first. */
const isPageWanted = (request: FastifyRequest): boolean =>
  !request.url.startsWith('/v1') &&
  new Negotiator(request).mediaType(['application/problem+json', 'application/json', 'text/html']) ===
    'text/html'

/** Everything that reads the record, with its permanent addresses and its validators. */
async function recordRoutes(
  app: FastifyInstance,
  context: AppOptions & { answers: AnswerCache },
): Promise<void> {
  await app.register(permanentAddress, context)
  await app.register(caching, context)
  await app.register(collectionsAsCsv)
  for (const routes of [
    entryRoutes,
    outstandingRoutes,
    stateRoutes,
    instrumentRoutes,
    statusRoutes,
    actionRoutes,
    changeRoutes,
    feedRoutes,
    datapackageRoutes,
    resolutionRoutes,
    importRoutes,
    importUploadRoutes,
  ])
    await app.register(routes, { ...context, prefix: '' })
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import cors from '@fastify/cors'
import fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
} from 'fastify'
import { validatorCompiler } from 'fastify-zod-openapi'
import Negotiator from 'negotiator'
import { actionRoutes } from './api/actions.js'
import { badgeAddressRoutes } from './api/badge-addresses.js'
import { catalogRoutes } from './api/catalog.js'
import { changeRoutes } from './api/changes.js'
import { datapackageRoutes } from './api/datapackage.js'
import { entryRoutes } from './api/entry.js'
import { feedRoutes } from './api/feeds/feeds.js'
import { healthRoutes } from './api/health.js'
import { importUploadRoutes } from './api/imports/import-uploads.js'
import { importRoutes } from './api/imports/imports.js'
import { instrumentRoutes } from './api/instruments.js'
import { mcpRoutes } from './api/mcp/mcp.js'
import { outstandingRoutes } from './api/outstanding.js'
import { resolutionRoutes } from './api/resolutions.js'
import type { Context } from './api/route.js'
import { securityContactRoutes } from './api/security-contact.js'
import { stateRoutes } from './api/states.js'
import { statusRoutes } from './api/statuses.js'
import { replyCache } from './http/caching/cache.js'
import { type CachingOptions, caching } from './http/caching/caching.js'
import { fastPath } from './http/caching/fast-path.js'
import { variantsFor } from './http/caching/variant-key.js'
import { documentation } from './http/documentation.js'
import { answerClientError } from './http/limits/client-errors.js'
import { lastRequests } from './http/limits/last-requests.js'
import { listening, longestParameter, mostConnections, mostOfBody } from './http/limits/limits.js'
import { limitRate } from './http/limits/rate-limit.js'
import { linkTo } from './http/links.js'
import { discreet, logAnswers, requestId } from './http/logging.js'
import { otherMethodsRefused } from './http/method-not-allowed.js'
import { type Counts, metrics, newAnswerCounts } from './http/metrics.js'
import { type Document, openApi } from './http/openapi.js'
import { permanentAddress, withoutTrailingSlash } from './http/permanent-address.js'
import { ProblemError, sendError, sendProblem } from './http/problems.js'
import { awayHeader, type ReplicaStatus } from './http/replica-status.js'
import { securityHeaders } from './http/security-headers.js'
import { pageRoutes } from './pages/pages.js'
import { sendProblemPage } from './pages/problems.js'

export interface AppOptions extends Context {
  /** The origin under which clients reach the API, such as `https://api.example.org`; empty for relative links. */
  readonly publicUrl: string
  /** Names the code that answers, for validators. */
  readonly build: string
  /** The committed OpenAPI document to serve; null while it is being generated. */
  readonly document: Document | null
  /** How this node stands with the primary that it follows; null where it follows none. */
  readonly replicaStatus: () => ReplicaStatus | null
  readonly logger: FastifyServerOptions['logger']
  readonly trustProxy: FastifyServerOptions['trustProxy']
  /** So many requests a minute from one client; 0 for any number. */
  readonly rateLimit: number
  /** What every process has counted, where several share the port. */
  readonly countsOfAll?: () => Promise<Counts[]>
  /** To whom a weakness is reported: a `mailto:` or `https:` address; null where nobody is named. */
  readonly securityContact: string | null
}

/** The whole application, ready to listen or to be asked with `inject`. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const cache = replyCache()
  const answerCounts = newAnswerCounts()
  const variants = variantsFor(options)
  const context = { ...options, cache, variants, answerCounts }
  const app = framework(options, fastPath(context))
  await app.register(linkTo, options)
  logAnswers(app)
  securityHeaders(app)
  await limitRate(app, options.rateLimit)
  await app.register(cors, {
    methods: ['GET', 'HEAD'],
    exposedHeaders: ['ETag', 'Link', 'Retry-After', 'X-Total-Count'],
    maxAge: 86400,
    strictPreflight: false,
  })
  const refuseOtherMethods = otherMethodsRefused(app)
  await app.register(metrics, { ...options, answerCounts })
  if (options.document === null) await app.register(openApi)
  app.addHook('onRequest', withoutTrailingSlash)
  app.addHook('onSend', (_request, reply, payload, next) => {
    const { awaySince } = options.replicaStatus() ?? {}
    if (awaySince) reply.header(awayHeader, awaySince)
    next(null, payload)
  })
  await app.register(recordRoutes, { ...context, prefix: '/v1' })
  await app.register(healthRoutes, options)
  await app.register(catalogRoutes, options)
  await app.register(securityContactRoutes, options)
  await app.register(mcpRoutes, options)
  await app.register(pageRoutes, context)
  if (options.document) await app.register(documentation, { ...context, document: options.document })
  refuseOtherMethods()
  await app.ready()
  return app
}

/** The framework with its limits and its ways of saying what is wrong, behind what answers ahead of it; no routes yet. */
function framework(
  options: AppOptions,
  answersFromCache: (request: IncomingMessage, response: ServerResponse) => boolean,
): FastifyInstance {
  let isClosing = false
  const app = fastify({
    serverFactory: (handle) => {
      const server = createServer(listening, (request, response) => {
        // Once it is closing, the framework tells clients that this was the last answer on their connection.
        if (isClosing || !answersFromCache(request, response)) handle(request, response)
      })
      server.maxConnections = mostConnections
      return server
    },
    logger: discreet(options.logger),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestId,
    trustProxy: options.trustProxy ?? false,
    bodyLimit: mostOfBody,
    routerOptions: { maxParamLength: longestParameter },
    // While it closes it still answers: what was sent before a client could know is not turned away.
    return503OnClosing: false,
    frameworkErrors: sendError,
    clientErrorHandler: answerClientError,
  })
  app.setValidatorCompiler(validatorCompiler)
  // The compiler has seen that every answer is of its schema's type, and the tests hold each against the document: to parse it
  // again, or to compile a serialiser for each route at every start, costs more than the answer (bench/README.md).
  app.setSerializerCompiler(() => JSON.stringify)
  app.setErrorHandler(sendError)
  app.setNotFoundHandler(notFound)
  app.addHook('preClose', async () => {
    isClosing = true
    await lastRequests(app.server)
  })
  return app
}

function notFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!request.server.supportedMethods.includes(request.method)) {
    const detail = `“${request.method}” is not a method that this server knows`
    return sendProblem(new ProblemError('method-not-implemented', detail), request, reply)
  }
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
async function recordRoutes(app: FastifyInstance, context: AppOptions & CachingOptions): Promise<void> {
  await app.register(permanentAddress, context)
  await app.register(caching, context)
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
    badgeAddressRoutes,
  ])
    await app.register(routes, { ...context, prefix: '' })
}

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
import type { Registry } from 'prom-client'
import { actionRoutes } from './api/actions.js'
import { badgeAddressRoutes } from './api/badge-addresses.js'
import { catalogRoutes } from './api/catalog.js'
import { changeRoutes } from './api/changes.js'
import { datapackageRoutes } from './api/datapackage.js'
import { entryRoutes } from './api/entry.js'
import { feedRoutes } from './api/feeds/feeds.js'
import { groupRoutes } from './api/groups.js'
import { healthRoutes } from './api/health.js'
import { importUploadRoutes } from './api/imports/import-uploads.js'
import { importRoutes } from './api/imports/imports.js'
import { instrumentRoutes } from './api/instruments.js'
import { mcpRoutes } from './api/mcp/mcp.js'
import { outstandingRoutes } from './api/outstanding.js'
import { resolutionRoutes } from './api/resolutions.js'
import type { Context } from './api/route.js'
import { securityContactRoutes } from './api/security-contact.js'
import { statementRoutes } from './api/statements.js'
import { stateRoutes } from './api/states.js'
import { statusRoutes } from './api/statuses.js'
import { territoryRoutes } from './api/territories.js'
import { replyCache } from './http/caching/cache.js'
import { type CachingOptions, caching } from './http/caching/caching.js'
import { fastPath } from './http/caching/fast-path.js'
import { variantsFor } from './http/caching/variant-key.js'
import { answerClientError } from './http/limits/client-errors.js'
import { lastRequests } from './http/limits/last-requests.js'
import { longestParameter, mostBodyBytes, mostConnections, serverOptions } from './http/limits/limits.js'
import { limitRate } from './http/limits/rate-limit.js'
import type { RequestCounter } from './http/limits/request-counter.js'
import { linkTo } from './http/links.js'
import { logAnswers, redacted, requestId } from './http/logging.js'
import { otherMethodsRefused } from './http/method-not-allowed.js'
import { type Counts, metrics, newAnswerCounts } from './http/metrics.js'
import { documentation } from './http/openapi/documentation.js'
import { type Document, openApi } from './http/openapi/openapi.js'
import { pathOf, permanentAddress } from './http/permanent-address.js'
import { ProblemError, sendError, sendProblem } from './http/problems.js'
import { awayHeader, type ReplicaStatus } from './http/replica-status.js'
import { securityHeaders } from './http/security-headers.js'
import { trailingSlash } from './http/trailing-slash.js'
import { passOverUnknown, withoutTracking } from './http/unknown-parameters.js'
import { pageRoutes } from './pages/pages.js'
import { sendProblemPage } from './pages/problems.js'
import { referenceRoutes } from './pages/reference.js'
import { staticPageRoutes } from './pages/static/static-pages.js'

export interface AppOptions extends Context {
  /** The origin under which clients reach the API, such as `https://api.example.org`; empty for relative links. */
  readonly publicUrl: string
  /** Whether the answers become files of a static host: pages then leave out what only a server can do. */
  readonly isStatic?: boolean
  /** Identifies the build, for validators. */
  readonly build: string
  /** The OpenAPI document to serve; null while it is being generated. */
  readonly document: Document | null
  /** The state of replication from the primary; null if this node is no replica. */
  readonly replicaStatus: () => ReplicaStatus | null
  readonly logger: FastifyServerOptions['logger']
  readonly trustProxy: FastifyServerOptions['trustProxy']
  /** The most requests per minute from one client; 0 for no limit. */
  readonly rateLimit: number
  /** Counts a request, if several processes share the port. */
  readonly countRequest?: RequestCounter
  /** The metrics of all processes, if several share the port. */
  readonly countsOfAll?: () => Promise<Counts[]>
  /** Registers what else this process counts. */
  readonly otherMetrics?: (register: Registry) => void
  /** The value of `Strict-Transport-Security`; null to send none. */
  readonly hsts: string | null
  /** The contact for security reports: a `mailto:` or `https:` address; null if none is configured. */
  readonly securityContact: string | null
}

/** Builds the whole application, ready for `listen` or `inject`. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const cache = replyCache()
  const answerCounts = newAnswerCounts()
  const variants = variantsFor(options)
  const context = { ...options, cache, variants, answerCounts }
  const app = framework(options, fastPath(context))
  await app.register(linkTo, options)
  await app.register(passOverUnknown)
  logAnswers(app)
  securityHeaders(app, options.hsts)
  limitRate(app, options.rateLimit, options.countRequest)
  await app.register(cors, {
    methods: ['GET', 'HEAD'],
    exposedHeaders: ['ETag', 'Link', 'Retry-After', 'X-Total-Count'],
    maxAge: 86400,
    strictPreflight: false,
  })
  const refuseOtherMethods = otherMethodsRefused(app)
  await app.register(metrics, { ...options, answerCounts })
  if (options.document === null) await app.register(openApi)
  await app.register(trailingSlash)
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
  if (options.document) {
    await app.register(documentation, { ...context, document: options.document })
    // Its scripts ask a server.
    if (!options.isStatic) await app.register(referenceRoutes, { ...context, document: options.document })
  }
  if (options.isStatic) await app.register(staticPageRoutes, context)
  refuseOtherMethods()
  await app.ready()
  return app
}

/** Fastify behind the fast path, with its limits and error handlers; no routes yet. */
function framework(
  options: AppOptions,
  answersFromCache: (request: IncomingMessage, response: ServerResponse) => boolean,
): FastifyInstance {
  let isClosing = false
  const app = fastify({
    serverFactory: (handle) => {
      const server = createServer(serverOptions, (request, response) => {
        request.url = withoutTracking(request.url ?? '')
        // While closing, only Fastify answers: it sends `Connection: close`.
        if (isClosing || !answersFromCache(request, response)) handle(request, response)
      })
      server.maxConnections = mostConnections
      return server
    },
    logger: redacted(options.logger),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestId,
    // Requests of `inject` do not come through the server.
    rewriteUrl: ({ url = '' }) => withoutTracking(url),
    trustProxy: options.trustProxy ?? false,
    bodyLimit: mostBodyBytes,
    routerOptions: { maxParamLength: longestParameter },
    // Requests that were sent before a client could know are still answered while closing.
    return503OnClosing: false,
    frameworkErrors: sendError,
    clientErrorHandler: answerClientError,
  })
  app.setValidatorCompiler(validatorCompiler)
  // TypeScript checks that answers match their schemas, and the tests compare them with the document. Parsing each answer, or
  // compiling a serialiser for each route at every start, costs more than the answer itself (bench/README.md).
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
  const detail = `There is nothing at ${pathOf(request)}; the entry point is /v1, the documentation /docs`
  const problem = new ProblemError('not-found', detail)
  return prefersHtml(request) ? sendProblemPage(problem, reply) : sendProblem(problem, request, reply)
}

/** Whether the client is a browser, which prefers HTML to a problem. */
const prefersHtml = (request: FastifyRequest): boolean =>
  !request.url.startsWith('/v1') &&
  new Negotiator(request).mediaType(['application/problem+json', 'application/json', 'text/html']) ===
    'text/html'

/** The API below /v1, with permanent addresses and caching. */
async function recordRoutes(app: FastifyInstance, context: AppOptions & CachingOptions): Promise<void> {
  await app.register(permanentAddress, context)
  await app.register(caching, context)
  for (const routes of [
    entryRoutes,
    outstandingRoutes,
    stateRoutes,
    groupRoutes,
    instrumentRoutes,
    statusRoutes,
    statementRoutes,
    territoryRoutes,
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

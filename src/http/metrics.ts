import type { FastifyInstance } from 'fastify'
import plugin from 'fastify-plugin'
import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Store } from '../db/store.js'

/** How many answers came from where. Plain numbers: the fast path answers in less time than a label takes. */
export interface AnswerCounts {
  cache: number
  record: number
}

export const newAnswerCounts = (): AnswerCounts => ({ cache: 0, record: 0 })

/** What one process has counted, as it is told to another. */
export type Counts = object[]

declare module 'fastify' {
  interface FastifyInstance {
    /** Counts what came of a table that was sent. */
    countImport: (outcome: string) => void
    /** What this process has counted. */
    counts: () => Promise<Counts>
  }
}

interface MetricsOptions {
  readonly store: Store
  readonly answerCounts: AnswerCounts
  /** What every process has counted, where several share the port. */
  readonly countsOfAll?: () => Promise<Counts[]>
}

/** In seconds. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60]

/** Counts what the server does, and says it at /metrics in the words of Prometheus; nothing of who asked. */
export const metrics = plugin<MetricsOptions>(
  async (app, options) => {
    const register = new Registry()
    countRequests(app, register)
    countAnswers(register, options)
    const imports = new Counter({
      name: 'ratification_imports_total',
      help: 'Tables sent over HTTP, by what came of them',
      labelNames: ['outcome'],
      registers: [register],
    })
    app.decorate('countImport', (outcome: string) => imports.inc({ outcome }))
    let isWatched = false
    // To watch the process costs something: from the first time that somebody asks.
    const watched = () => {
      if (!isWatched) collectDefaultMetrics({ register })
      isWatched = true
      return register
    }
    app.decorate('counts', () => watched().getMetricsAsJSON())
    app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
      reply.header('cache-control', 'no-store').type(register.contentType)
      if (options.countsOfAll === undefined) return watched().metrics()
      return AggregatorRegistry.aggregate(await options.countsOfAll()).metrics()
    })
  },
  { name: 'metrics' },
)

function countRequests(app: FastifyInstance, register: Registry): void {
  const requests = new Counter({
    name: 'ratification_requests_total',
    help: 'Requests that were not answered ahead of the framework, by route and status',
    labelNames: ['method', 'route', 'status'],
    registers: [register],
  })
  const durations = new Histogram({
    name: 'ratification_request_duration_seconds',
    help: 'How long they took',
    labelNames: ['route'],
    buckets,
    registers: [register],
  })
  app.addHook('onResponse', (request, reply, done) => {
    const { url: route = 'none' } = request.routeOptions
    const method = app.supportedMethods.includes(request.method) ? request.method : 'other'
    requests.inc({ method, route, status: reply.statusCode })
    durations.observe({ route }, reply.elapsedTime / 1000)
    done()
  })
}

function countAnswers(register: Registry, { store, answerCounts }: MetricsOptions): void {
  const answers = new Counter({
    name: 'ratification_answers_total',
    help: 'Reads: answered from the cache, or by asking the record',
    labelNames: ['from'],
    registers: [register],
    collect() {
      answers.reset()
      for (const [from, count] of Object.entries(answerCounts)) answers.inc({ from }, count)
    },
  })
  const revision = new Gauge({
    name: 'ratification_record_revision',
    help: 'The number of the newest import; 0 while the record is empty',
    aggregator: 'max',
    registers: [register],
    collect() {
      // While the record cannot be read, the rest is what somebody wants to know.
      try {
        revision.set(store.imports.newest()?.number ?? 0)
      } catch {
        revision.remove()
      }
    },
  })
}

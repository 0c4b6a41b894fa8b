import type { FastifyInstance } from 'fastify'
import plugin from 'fastify-plugin'
import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Store } from '../db/store.js'

/** Answers by origin. Plain numbers, because a label would cost more than a cache hit of the fast path. */
export interface AnswerCounts {
  cache: number
  record: number
}

export const newAnswerCounts = (): AnswerCounts => ({ cache: 0, record: 0 })

/** The metrics of one process, in the form that processes send each other. */
export type Counts = object[]

declare module 'fastify' {
  interface FastifyInstance {
    /** Counts the outcome of an upload. */
    countImport: (outcome: string) => void
    /** The metrics of this process. */
    counts: () => Promise<Counts>
  }
}

interface MetricsOptions {
  readonly store: Store
  readonly answerCounts: AnswerCounts
  /** The metrics of all processes, if several share the port. */
  readonly countsOfAll?: () => Promise<Counts[]>
  /** Registers what else this process counts. */
  readonly otherMetrics?: (register: Registry) => void
}

/** In seconds. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60]

/** Serves Prometheus metrics at /metrics. They hold nothing about clients. */
export const metrics = plugin<MetricsOptions>(
  async (app, options) => {
    const register = new Registry()
    countRequests(app, register)
    countAnswers(register, options)
    countLooks(register, options)
    options.otherMetrics?.(register)
    const imports = new Counter({
      name: 'ratification_imports_total',
      help: 'Tables sent over HTTP, by what came of them',
      labelNames: ['outcome'],
      registers: [register],
    })
    app.decorate('countImport', (outcome: string) => imports.inc({ outcome }))
    let isWatched = false
    // Default metrics cost CPU time, so collect them only once /metrics has been read.
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
      // If the record cannot be read, still serve the other metrics.
      try {
        revision.set(store.imports.newest()?.number ?? 0)
      } catch {
        revision.remove()
      }
    },
  })
}

/** Looks at the depositary's pages are kept in the record, so that every process says the same of them. */
function countLooks(register: Registry, { store }: MetricsOptions): void {
  const ofRecord = { aggregator: 'max' as const, registers: [register] }
  const byInstrument = { ...ofRecord, labelNames: ['instrument'] }
  const lookedAt = new Gauge({
    name: 'ratification_looked_at_seconds',
    help: 'When the depositary’s page of an instrument was last read, in seconds since 1970',
    ...byInstrument,
    collect: () => {
      lookedAt.reset()
      for (const [instrument, last] of lastLooks(store))
        if (last.lookedAt !== null) lookedAt.set({ instrument }, Date.parse(last.lookedAt) / 1000)
    },
  })
  const failures = new Gauge({
    name: 'ratification_failed_looks',
    help: 'How many looks at the page of an instrument have failed since it was last read',
    ...byInstrument,
    collect: () => {
      failures.reset()
      for (const [instrument, last] of lastLooks(store)) failures.set({ instrument }, last.failures)
    },
  })
  const all = new Gauge({
    name: 'ratification_looks',
    help: 'All looks at the depositary’s pages, by what came of them',
    ...ofRecord,
    labelNames: ['outcome'],
    collect: () => {
      all.reset()
      for (const { outcome, count } of orNothing(store.looks.counts)) all.set({ outcome }, count)
    },
  })
}

const lastLooks = ({ looks }: Store) => orNothing(() => [...looks.last()])

/** If the record cannot be read, the other metrics are still served. */
function orNothing<T>(read: () => T[]): T[] {
  try {
    return read()
  } catch {
    return []
  }
}

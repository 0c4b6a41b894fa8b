import { z } from 'zod'
import { looksSummary } from '../answers/looks.js'
import { ok } from '../http/envelope.js'
import { ProblemError, problems } from '../http/problems.js'
import { ReplicaStatus } from '../http/replica-status.js'
import type { Context, Routes } from './route.js'

const Health = z.object({ status: z.literal('ok') }).meta({ id: 'Health', description: 'The server runs' })
const Readiness = z
  .object({
    status: z.literal('ready'),
    revision: z.int().min(1),
    lookedAt: z.iso.datetime().nullable().meta({
      description: 'When the depositary’s page of any instrument was last read; null where none ever was',
    }),
    failedLooks: z
      .int()
      .min(0)
      .meta({ description: 'The number of instruments whose page could not be read at the newest look' }),
    readOnly: z.boolean().meta({
      description: 'Whether the record is on a read-only disk, so that nothing can be imported',
    }),
    primary: ReplicaStatus.nullable().meta({ description: 'Null where this node holds the record itself' }),
  })
  .meta({ id: 'Readiness', description: 'The server can answer' })

interface HealthContext extends Context {
  /** The state of replication from the primary; null if this node is no replica. */
  readonly replicaStatus: () => ReplicaStatus | null
}

export const healthRoutes: Routes<HealthContext> = async (app, { store, importer, replicaStatus }) => {
  app.get(
    '/healthz',
    {
      config: { example: '/healthz' },
      schema: {
        operationId: 'getHealth',
        summary: 'Whether the server runs',
        description: 'Says nothing of the record.',
        tags: ['operations'],
        querystring: z.strictObject({}),
        response: { 200: ok(Health, 'It runs'), ...problems(400, 500) },
      },
    },
    () => ({ status: 'ok' as const }),
  )

  app.get(
    '/readyz',
    {
      config: { example: '/readyz' },
      schema: {
        operationId: 'getReadiness',
        summary: 'Whether the server can answer',
        description: 'The database can be read, is migrated and seeded.',
        tags: ['operations'],
        querystring: z.strictObject({}),
        response: { 200: ok(Readiness, 'It can'), ...problems(400, 500, 503) },
      },
    },
    () => {
      const reason = store.unreadable()
      if (reason !== null) throw new ProblemError('record-unavailable', `The record ${reason}.`)
      const newest = store.version()
      if (newest === undefined)
        throw new ProblemError('record-unavailable', 'The record has not been seeded yet.')
      const { lookedAt, failing } = looksSummary({ store })
      return {
        status: 'ready' as const,
        revision: newest.revision,
        readOnly: importer === null && store.isReadOnly,
        lookedAt,
        failedLooks: failing,
        primary: replicaStatus(),
      }
    },
  )
}

import { z } from 'zod'

/** The state of replication from the primary. */
export const ReplicaStatus = z
  .object({
    syncedAt: z.iso.datetime().nullable().meta({
      description: 'When the primary last answered; null where it has not yet since this node started',
    }),
    awaySince: z.iso
      .datetime()
      .nullable()
      .meta({ description: 'Since when the primary has not answered; null while it does' }),
  })
  .meta({ id: 'Followed', description: 'How a node stands with the server whose record it follows' })
export type ReplicaStatus = z.infer<typeof ReplicaStatus>

/** Warns that the primary does not answer, so that this answer may be stale. Every answer has it then. */
export const awayHeader = 'primary-away-since'

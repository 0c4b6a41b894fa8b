import { z } from 'zod'

/** How a node stands with the server that it follows. */
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

/** Says with every answer of a node that its primary is away, so that the answer may be older than it looks. */
export const awayHeader = 'primary-away-since'

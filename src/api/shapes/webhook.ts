import { z } from 'zod'
import { actionChangeTypes, statementChangeTypes } from '../../domain/change-type.js'
import { RecordedChange } from './import.js'
import { RecordedStatementChange } from './statement-change.js'

const timestamp = z.string().meta({
  format: 'date-time',
  description: 'When the record was changed: the instant of the import (RFC 3339, UTC)',
})
const title = z.string().meta({ description: 'What changed, as a sentence without its full stop' })
const address = z.string().meta({ format: 'uri-reference' })

const WebhookLinks = z.object({ page: address, api: address }).meta({
  id: 'WebhookLinks',
  description: 'Where it is shown now: a page, and the State’s statuses or statements in this API',
})

const ActionEvent = z
  .object({
    type: z.enum(actionChangeTypes).meta({ description: 'What the import did to a treaty action' }),
    timestamp,
    data: z
      .object({ title, change: RecordedChange, links: WebhookLinks })
      .meta({ id: 'ActionEventData', description: 'A change of a treaty action' }),
  })
  .meta({ id: 'ActionEvent', description: 'A treaty action was added, corrected or removed' })

const StatementEvent = z
  .object({
    type: z.enum(statementChangeTypes).meta({
      description:
        'What happened to the statement, if the import added that; otherwise what the import did to an earlier event of it',
    }),
    timestamp,
    data: z
      .object({ title, change: RecordedStatementChange, links: WebhookLinks })
      .meta({ id: 'StatementEventData', description: 'A change of a statement' }),
  })
  .meta({
    id: 'StatementChangedEvent',
    description: 'A reservation, declaration, objection or other statement changed',
  })

const TestEvent = z
  .object({
    type: z.literal('subscription.test'),
    timestamp,
    data: z
      .object({ subscription: z.string().meta({ description: 'The id of the subscription' }) })
      .meta({ id: 'TestEventData', description: 'Whom the test is of' }),
  })
  .meta({ id: 'TestEvent', description: 'What “ratification subscription test” sends: nothing changed' })

/** The body of every delivery. */
export const WebhookEvent = z.discriminatedUnion('type', [ActionEvent, StatementEvent, TestEvent]).meta({
  id: 'WebhookEvent',
  description: 'One change of the record, or a test. More types may be added',
})
export type WebhookEvent = z.infer<typeof WebhookEvent>

import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { WebhookEvent } from '../shapes/webhook.js'

/** What subscribers receive, for the OpenAPI document. */
export const webhookOperations: ZodOpenApiPathsObject = {
  change: {
    post: {
      operationId: 'changeWebhook',
      summary: 'A change of the record, sent to a subscriber',
      description:
        'Sent at least once, in order for each subscriber, and signed after Standard Webhooks. Subscriptions are the operator’s: “ratification subscription add”. An event and its “webhook-id” stay the same at every attempt.',
      tags: ['feeds'],
      security: [],
      requestParams: {
        header: z.object({
          'webhook-id': z.string().meta({ description: 'Names the message; the same at every attempt' }),
          'webhook-timestamp': z
            .string()
            .meta({ description: 'When this attempt was made, in seconds since 1970' }),
          'webhook-signature': z
            .string()
            .meta({ description: 'v1, a comma and the base64 of the HMAC-SHA256 of “id.timestamp.body”' }),
        }),
      },
      requestBody: { required: true, content: { 'application/json': { schema: WebhookEvent } } },
      responses: {
        '2XX': { description: 'Received: the next change may follow' },
        '410': { description: 'Gone: the subscription is paused at once' },
        default: { description: 'Not received: it is sent again, for up to three days' },
      },
    },
  },
}

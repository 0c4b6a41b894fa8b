import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi'
import type { RecordSource } from '../answers/reading.js'

/** Routes that are registered together, and what they need. */
export type Routes<C extends RecordSource = RecordSource> = FastifyPluginAsyncZodOpenApi<C>

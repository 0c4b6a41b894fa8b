import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi'
import type { RecordSource } from '../answers/reading.js'

/** A plugin of routes, and the context that they need. */
export type Routes<C extends RecordSource = RecordSource> = FastifyPluginAsyncZodOpenApi<C>

import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi'
import type { Context } from '../answers/reading.js'

/** The routes of one noun. */
export type Routes<C extends Context = Context> = FastifyPluginAsyncZodOpenApi<C>

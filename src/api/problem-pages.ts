import { z } from 'zod'
import { required } from '../domain/errors.js'
import { problemTypes } from '../http/problem-types.js'
import type { Routes } from './route.js'

const pages = new Map(Object.entries(problemTypes))

/** A page for each kind of problem: what its `type` leads to (RFC 9457 § 3.1.1). */
export const problemPageRoutes: Routes = async (app) => {
  app.get(
    '/problems/:type',
    { schema: { hide: true, params: z.object({ type: z.string() }) } },
    (request, reply) => {
      const { status, title, meaning } = required(pages.get(request.params.type), 'That kind of problem')
      return reply
        .type('text/html; charset=utf-8')
        .send(
          `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
            `<title>${title}</title><h1>${title}</h1><p>HTTP status ${status}.</p><p>${meaning}</p></html>`,
        )
    },
  )
}

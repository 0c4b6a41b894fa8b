import { z } from 'zod'
import { required } from '../domain/errors.js'
import { problemTypes } from '../http/problem-types.js'
import type { Routes } from '../http/routes.js'
import { toHtml } from './frame/document.js'
import { policy } from './frame/security.js'
import { ProblemPage } from './parts/problem.js'

const types = new Map(Object.entries(problemTypes))

/** A page for each problem type, at the address in its `type` (RFC 9457 § 3.1.1). */
export const problemTypeRoutes: Routes = async (app) => {
  app.get(
    '/problems/:type',
    { schema: { hide: true, params: z.object({ type: z.string() }) } },
    (request, reply) => {
      const { status, title, meaning } = required(types.get(request.params.type), 'That kind of problem')
      return reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', policy(false, false))
        .send(toHtml(<ProblemPage eyebrow={`HTTP status ${status}`} title={title} detail={meaning} />))
    },
  )
}

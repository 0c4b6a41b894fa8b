import type { onRequestHookHandler } from 'fastify'
import { ProblemError } from '../../http/problems.js'
import type { Context } from '../route.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** The name of the client's token; empty on routes that need none. */
    importedBy: string
  }
}

export const notSwitchedOn =
  'This server takes no imports over HTTP: IMPORT_TOKEN is not set, and “ratification token create” made no token'

const readOnly = 'This server takes no imports: its record is read-only'

/** Accepts only requests with a bearer token (RFC 6750), before the body is read. */
export const bearerOnly =
  ({ importer, store }: Context): onRequestHookHandler =>
  (request, reply, done) => {
    if (importer === null || !importer.admission.isOpen())
      throw new ProblemError('forbidden', importer === null && store.isReadOnly ? readOnly : notSwitchedOn)
    const [, token] = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '') ?? []
    const name = token === undefined ? null : importer.admission.nameOf(token)
    if (name !== null) {
      request.importedBy = name
      return done()
    }
    const challenge = 'Bearer realm="imports"'
    reply.header('www-authenticate', token === undefined ? challenge : `${challenge}, error="invalid_token"`)
    const detail =
      token === undefined
        ? 'An import needs “Authorization: Bearer …” with a token of this server'
        : 'The token is none of this server, or was revoked'
    throw new ProblemError('unauthorized', detail)
  }

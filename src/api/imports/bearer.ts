import type { onRequestHookHandler } from 'fastify'
import { ProblemError } from '../../http/problems.js'
import type { Importer } from '../../import/importer.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** The name of the token that was shown; empty where none had to be. */
    importedBy: string
  }
}

export const notSwitchedOn =
  'This server takes no imports over HTTP: IMPORT_TOKEN is not set, and “ratification token create” made no token'

/**
 * Lets only those in who show a token (RFC 6750), before anything of the body is read.
 * @param importer  null where nobody may come in
 */
export const bearerOnly =
  (importer: Importer | null): onRequestHookHandler =>
  (request, reply, done) => {
    if (importer === null || !importer.admission.isOpen()) throw new ProblemError('forbidden', notSwitchedOn)
    const [, shown] = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '') ?? []
    const name = shown === undefined ? null : importer.admission.nameOf(shown)
    if (name !== null) {
      request.importedBy = name
      return done()
    }
    const challenge = 'Bearer realm="imports"'
    reply.header('www-authenticate', shown === undefined ? challenge : `${challenge}, error="invalid_token"`)
    const detail =
      shown === undefined
        ? 'An import needs “Authorization: Bearer …” with a token of this server'
        : 'The token is none of this server, or was revoked'
    throw new ProblemError('unauthorized', detail)
  }

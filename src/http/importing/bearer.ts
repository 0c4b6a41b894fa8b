import { createHash, timingSafeEqual } from 'node:crypto'
import type { onRequestHookHandler } from 'fastify'
import { ProblemError } from '../problem.js'

export const notSwitchedOn = 'This server takes no imports over HTTP: IMPORT_TOKEN is not set'

/**
 * Lets only those in who show the token (RFC 6750), before anything of the body is read. The digests are compared, in
 * a time that says nothing of where they differ.
 * @param token  null where nobody may come in
 */
export const bearerOnly =
  (token: string | null): onRequestHookHandler =>
  (request, reply, done) => {
    if (token === null) throw new ProblemError('forbidden', notSwitchedOn)
    const [, shown] = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '') ?? []
    if (shown !== undefined && timingSafeEqual(digest(shown), digest(token))) return done()
    const challenge = 'Bearer realm="imports"'
    reply.header('www-authenticate', shown === undefined ? challenge : `${challenge}, error="invalid_token"`)
    const detail =
      shown === undefined
        ? 'An import needs “Authorization: Bearer …” with the token of this server'
        : 'The token is not that of this server'
    throw new ProblemError('unauthorized', detail)
  }

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { toHtml } from '../../pages/base/document.js'
import { ProblemPage } from '../../pages/views/problem.js'
import { loggedProblem, type ProblemError } from '../problem.js'
import { problemTypes } from '../problem-types.js'
import { assets } from './assets.js'
import { policy } from './security.js'

/** Answers an error of a page as a page. */
export function sendErrorPage(
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  return sendProblemPage(loggedProblem(error, request), reply)
}

export function sendProblemPage({ type, message }: ProblemError, reply: FastifyReply): FastifyReply {
  const { status, title } = problemTypes[type]
  const page = <ProblemPage status={status} title={title} detail={message} style={assets.style.path} />
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .headers({ 'cache-control': 'no-store', 'content-security-policy': policy(false, false) })
    .send(toHtml(page))
}

import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { languageAndPath } from '../http/page-places.js'
import { pathOf } from '../http/permanent-address.js'
import { problemTypes } from '../http/problem-types.js'
import { loggedProblem, type ProblemError } from '../http/problems.js'
import { type Messages, messagesIn } from '../messages/messages.js'
import { toHtml } from './frame/document.js'
import { policy } from './frame/security.js'
import { ProblemPage } from './parts/problem.js'

/** Answers an error of a page with a page. */
export function sendErrorPage(
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { isFramed = false } = request.routeOptions.config
  return sendProblemPage(loggedProblem(error, request), reply, isFramed)
}

/**
 * Answers a problem with a page. It is never cached, because the next request may succeed.
 * @param isFramed  whether other sites may show it in a frame, as they show the card that failed
 */
export function sendProblemPage(
  { type, message }: ProblemError,
  reply: FastifyReply,
  isFramed = false,
): FastifyReply {
  const { status } = problemTypes[type]
  const messages = messagesIn(languageAndPath(pathOf(reply.request)).lang)
  const page = <ProblemPage eyebrow={String(status)} title={titleOf(messages, type)} detail={message} />
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .headers({ 'cache-control': 'no-store', 'content-security-policy': policy(isFramed, false) })
    .send(toHtml(page, messages))
}

/** What went wrong, in the language of the page. */
const titleOf = ({ say }: Messages, type: keyof typeof problemTypes): string => say(`problem-${type}`)

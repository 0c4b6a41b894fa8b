import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { languageAndPath } from '../../http/page-places.js'
import { InstrumentParams, StateParams } from '../../http/parameters.js'
import { pathOf } from '../../http/permanent-address.js'
import { problemTypes } from '../../http/problem-types.js'
import { loggedProblem } from '../../http/problems.js'
import type { Routes } from '../../http/routes.js'
import { messagesIn } from '../../messages/messages.js'
import { openPage } from '../frame/open-page.js'
import { pageQuery } from '../frame/query.js'
import { sharedInstrument, sharedState } from './share-content.js'

const querystring = z.object(pageQuery)
const type = 'image/svg+xml; charset=utf-8'

/** Loaded with the first badge, because its table of letter widths is large. */
const badgeMaker = () => import('../pictures/badge.js')

export const badgeRoutes: Routes = async (app, context) => {
  app.setErrorHandler(sendErrorBadge)

  app.get(
    '/badges/states/:state.svg',
    { schema: { hide: true, params: StateParams, querystring } },
    async (request, reply) => {
      const page = openPage(request, context, request.query)
      const shared = sharedState(page, request.params.state)
      reply.type(type)
      return (await badgeMaker()).badge(page.messages, shared.badge)
    },
  )

  app.get(
    '/badges/instruments/:instrument.svg',
    { schema: { hide: true, params: InstrumentParams, querystring } },
    async (request, reply) => {
      const page = openPage(request, context, request.query)
      const shared = sharedInstrument(page, request.params.instrument)
      reply.type(type)
      return (await badgeMaker()).badge(page.messages, shared.badge)
    },
  )
}

/** What a label keeps of a code from an address: a letter that XML does not allow would spoil the picture. */
const notInLabel = /[^\p{Letter}\p{Number} ./_-]+/gu

/**
 * Answers an error with a badge that says so: a page in its place would show as a broken picture. Browsers draw the picture
 * of a 404, and programs still see that it is one.
 */
async function sendErrorBadge(
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  const problem = loggedProblem(error, request).type
  const messages = messagesIn(languageAndPath(pathOf(request)).lang)
  const { say } = messages
  const { state, instrument } = request.params as { state?: string; instrument?: string }
  const label = (state ?? instrument ?? '').replace(notInLabel, ' ').trim().slice(0, 40)
  reply.code(problemTypes[problem].status).type(type).header('cache-control', 'no-store')
  return (await badgeMaker()).badge(messages, {
    label: label || say('site-name'),
    message: say(`problem-${problem}`),
    tone: 'unknown',
  })
}

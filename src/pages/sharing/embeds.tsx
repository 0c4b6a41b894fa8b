import { z } from 'zod'
import { pageIn } from '../../http/page-places.js'
import { InstrumentParams, StateParams } from '../../http/parameters.js'
import type { Routes } from '../../http/routes.js'
import { toHtml } from '../frame/document.js'
import { type OpenedPage, openPage } from '../frame/open-page.js'
import { pageQuery } from '../frame/query.js'
import { type CardContent, EmbedPage } from '../parts/card.js'
import { sharedInstrument, sharedState } from './share-content.js'

const config = { isFramed: true, namesHost: true }
const querystring = z.object(pageQuery)

/** Cards for other sites to embed. */
export const embedRoutes: Routes = async (app, context) => {
  app.get(
    '/embed/states/:state',
    { config, schema: { hide: true, params: StateParams, querystring } },
    (request, reply) => {
      const page = openPage(request, context, request.query)
      const content = sharedState(page, request.params.state)
      reply.type('text/html; charset=utf-8')
      return toHtml(<EmbedPage content={content} canonical={canonicalOf(page, content)} />, page.messages)
    },
  )

  app.get(
    '/embed/instruments/:instrument',
    { config, schema: { hide: true, params: InstrumentParams, querystring } },
    (request, reply) => {
      const page = openPage(request, context, request.query)
      const content = sharedInstrument(page, request.params.instrument)
      reply.type('text/html; charset=utf-8')
      return toHtml(<EmbedPage content={content} canonical={canonicalOf(page, content)} />, page.messages)
    },
  )
}

/** The address of the page that a card is a summary of. */
const canonicalOf = ({ pageContext, messages }: OpenedPage, { page }: CardContent): string =>
  pageContext.absolute(pageIn(messages.lang, page))

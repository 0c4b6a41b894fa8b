import { z } from 'zod'
import { InstrumentParams, StateParams } from '../../http/parameters.js'
import type { Routes } from '../../http/routes.js'
import { openPage } from '../frame/open-page.js'
import { pageQuery } from '../frame/query.js'
import { sharedInstrument, sharedState } from './share-content.js'

const querystring = z.strictObject(pageQuery)
const type = 'image/svg+xml; charset=utf-8'

/** Loaded with the first badge, because its table of letter widths is large. */
const badgeMaker = () => import('../pictures/badge.js')

export const badgeRoutes: Routes = async (app, context) => {
  app.get(
    '/badges/states/:state.svg',
    { schema: { hide: true, params: StateParams, querystring } },
    async (request, reply) => {
      const { label, message, tone } = sharedState(
        openPage(request, context, request.query),
        request.params.state,
      ).badge
      reply.type(type)
      return (await badgeMaker()).badge(label, message, tone)
    },
  )

  app.get(
    '/badges/instruments/:instrument.svg',
    { schema: { hide: true, params: InstrumentParams, querystring } },
    async (request, reply) => {
      const page = openPage(request, context, request.query)
      const { label, message, tone } = sharedInstrument(page, request.params.instrument).badge
      reply.type(type)
      return (await badgeMaker()).badge(label, message, tone)
    },
  )
}

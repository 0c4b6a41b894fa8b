import { z } from 'zod'
import { sharedInstrument, sharedState } from '../../page/cards.js'
import { openPage } from '../../page/edition.js'
import { edition } from '../../page/query.js'
import { InstrumentParams, StateParams } from '../../parameters.js'
import type { Routes } from '../routes.js'

const querystring = z.strictObject(edition)
const type = 'image/svg+xml; charset=utf-8'

/** Loaded by the first who asks: it measures letters by a table of some size. */
const badgeMaker = () => import('../../../pages/pictures/badge.js')

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

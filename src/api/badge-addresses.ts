import { z } from 'zod'
import { searchOf } from '../http/permanent-address.js'
import type { Routes } from './route.js'

/**
 * Redirects `/v1/badges/USA.svg` and `/v1/badges/cedaw.svg` to the badge of the State or instrument. An unknown code leads,
 * for now, to the badge that says so.
 */
export const badgeAddressRoutes: Routes = async (app, { store }) => {
  app.get(
    '/badges/:code.svg',
    { schema: { hide: true, params: z.object({ code: z.string() }) } },
    (request, reply) => {
      const { code } = request.params
      const state = store.participants.codeOf(code)
      const instrument = store.instruments.codeOf(code)
      const path = state
        ? `states/${state}`
        : instrument
          ? `instruments/${instrument}`
          : `states/${encodeURIComponent(code)}`
      const status = state || instrument ? 308 : 307
      return reply.redirect(app.linkTo(`/badges/${path}.svg${searchOf(request)}`), status)
    },
  )
}

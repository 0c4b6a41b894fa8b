import { z } from 'zod'
import { required } from '../domain/errors.js'
import { searchOf } from '../http/permanent-address.js'
import type { Routes } from './route.js'

/** Redirects `/v1/badges/USA.svg` and `/v1/badges/cedaw.svg` to the badge of the State or instrument. */
export const badgeAddressRoutes: Routes = async (app, { store }) => {
  app.get(
    '/badges/:code.svg',
    { schema: { hide: true, params: z.object({ code: z.string() }) } },
    (request, reply) => {
      const { code } = request.params
      const state = store.participants.codeOf(code)
      const instrument = store.instruments.codeOf(code)
      const path = state
        ? `/badges/states/${state}.svg`
        : instrument && `/badges/instruments/${instrument}.svg`
      const found = required(path, `The State or instrument “${code}”`)
      return reply.redirect(app.linkTo(found + searchOf(request)), 308)
    },
  )
}

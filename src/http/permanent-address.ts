import type { FastifyPluginCallback, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import type { Store } from '../db/store.js'

/** Look up the canonical code for each path parameter that is a code. */
const resolvers = {
  state: (store: Store, code: string) => store.participants.codeOf(code),
  instrument: (store: Store, code: string) => store.instruments.codeOf(code),
  resolution: (store: Store, code: string) => store.resolutions.codeOf(code),
  group: (store: Store, code: string) => store.groups.named(code)?.code,
} as const

/**
 * Redirects (308) other codes of a State, instrument, resolution or group to its permanent address, and keeps the query. An
 * unknown code is left to the route, which answers 404.
 */
const permanentAddressPlugin: FastifyPluginCallback<{ store: Store }> = (app, { store }, done) => {
  app.addHook('preValidation', (request, reply, next) => {
    const given = request.params as Record<string, string>
    const permanent = { ...given }
    for (const [name, codeOf] of Object.entries(resolvers)) {
      const code = given[name]
      if (code !== undefined) permanent[name] = codeOf(store, code) ?? code
    }
    if (Object.keys(given).every((name) => given[name] === permanent[name])) return next()
    const path = (request.routeOptions.url ?? '').replace(/:(\w+)/g, (_, name) =>
      encodeURIComponent(permanent[name] ?? ''),
    )
    reply.redirect(request.server.linkTo(path + searchOf(request)), 308)
  })
  done()
}

export const permanentAddress = plugin(permanentAddressPlugin, { name: 'permanent-address' })

/** The path of a request as sent. */
export const pathOf = (request: Pick<FastifyRequest, 'url'>): string =>
  request.url.slice(0, request.url.length - searchOf(request).length)

/** The query of a request as sent, with its `?`; empty if there is none. */
export function searchOf({ url }: Pick<FastifyRequest, 'url'>): string {
  const query = url.indexOf('?')
  return query === -1 ? '' : url.slice(query)
}

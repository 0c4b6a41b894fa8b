import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import type { Store } from '../db/store.js'

/** The parameters of a path that name something by a code, and who knows the one code it is addressed by. */
const resolvers = {
  state: (store: Store, code: string) => store.participants.codeOf(code),
  instrument: (store: Store, code: string) => store.instruments.codeOf(code),
  resolution: (store: Store, code: string) => store.resolutions.codeOf(code),
} as const

/**
 * Redirects (308) any other code of a State, instrument or resolution to its one permanent address, with the query
 * kept. A code that nobody knows goes on, and is not found by its route.
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

/** The query of a request as it was sent, with its `?`; empty where it has none. */
export function searchOf({ url }: Pick<FastifyRequest, 'url'>): string {
  const query = url.indexOf('?')
  return query === -1 ? '' : url.slice(query)
}

/** No address of the record ends in a slash, and no page but the first: one that does leads (308) to the same without. */
export function withoutTrailingSlash(request: FastifyRequest, reply: FastifyReply, next: () => void): void {
  const bare = request.url.replace(
    /^(\/(?:v1|outstanding|states|instruments|search|share)\b(?:[^?]*[^?/])?)\/+(?=\?|$)/,
    '$1',
  )
  if (bare === request.url) next()
  else reply.redirect(request.server.linkTo(bare), 308)
}

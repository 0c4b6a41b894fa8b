import type { FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import { pathOf, searchOf } from './permanent-address.js'

/**
 * Redirects (308) a path with trailing slashes to the route without them: `/v1/states/` to `/v1/states`. A wildcard route
 * answers such paths itself. Register it before the routes, because it collects their paths as they are added.
 */
export const trailingSlash = plugin(
  (app, _options, done) => {
    const patterns = new Map<string, RegExp>()
    app.addHook('onRoute', ({ url }) => {
      patterns.set(url, patternOf(url))
    })
    app.addHook('onRequest', (request, reply, next) => {
      const [path, search] = [pathOf(request), searchOf(request)]
      if (path === '/' || !path.endsWith('/') || isWildcard(request)) return next()
      const bare = withoutSlashes(path)
      if ([...patterns.values()].some((pattern) => pattern.test(bare)))
        return reply.redirect(app.linkTo(bare + search), 308)
      // The router takes `/instruments/` for `/instruments/:instrument` with an empty code.
      if (request.is404) next()
      else reply.callNotFound()
    })
    done()
  },
  { name: 'trailing-slash' },
)

/** `/states/:state` → `^/states/[^/]+$` */
const patternOf = (route: string): RegExp =>
  new RegExp(`^${route.replaceAll('.', '\\.').replaceAll('*', '\\*').replace(/:\w+/g, '[^/]+')}$`)

const isWildcard = ({ routeOptions: { url = '' } }: FastifyRequest): boolean => url.endsWith('*')

/** A loop, because `/\/+$/` takes quadratic time on a path of many slashes. */
function withoutSlashes(path: string): string {
  let end = path.length
  while (path[end - 1] === '/') end--
  return path.slice(0, end)
}

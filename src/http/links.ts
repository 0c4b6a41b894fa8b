import type { FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'

declare module 'fastify' {
  interface FastifyInstance {
    /** The address of a path of this API: absolute where the public origin is known, else relative to the answer's. */
    linkTo: (path: string) => string
  }
}

/** The whole address of a path, also where the server was not told its own origin: for what leaves its answer's context. */
export function absolute({ protocol, host, server }: FastifyRequest, path: string): string {
  // A proxy may pass on any X-Forwarded-Proto.
  const scheme = protocol === 'https' ? 'https' : 'http'
  const origin = `${scheme}://${host}`
  // A client may send any Host; what is none names no address.
  return new URL(server.linkTo(path), URL.canParse(origin) ? origin : `${scheme}://localhost`).href
}

/** How the paths of this API are addressed from a public origin; from their own answers where it is empty. */
export const linkFrom =
  (publicUrl: string) =>
  (path: string): string =>
    publicUrl + path

/** Lets every route name the addresses of the API. */
export const linkTo = plugin<{ publicUrl: string }>(
  (app, { publicUrl }, done) => {
    app.decorate('linkTo', linkFrom(publicUrl))
    done()
  },
  { name: 'link-to' },
)

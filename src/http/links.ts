import type { FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'

declare module 'fastify' {
  interface FastifyInstance {
    /** The address of a path of this API: absolute if PUBLIC_URL is set, else relative. */
    linkTo: (path: string) => string
    /** Whether the answers become files of a static host, which knows no query: `ratification publish`. */
    isStatic: boolean
  }
}

/** The absolute address of a path, also without PUBLIC_URL: for feeds and pages, whose links are used elsewhere. */
export function absolute({ protocol, host, server }: FastifyRequest, path: string): string {
  // X-Forwarded-Proto may hold anything.
  const scheme = protocol === 'https' ? 'https' : 'http'
  const origin = `${scheme}://${host}`
  // So may Host: fall back where it is no host.
  return new URL(server.linkTo(path), URL.canParse(origin) ? origin : `${scheme}://localhost`).href
}

/** Prefixes paths with the public origin; leaves them relative if it is empty. */
export const linkFrom =
  (publicUrl: string) =>
  (path: string): string =>
    publicUrl + path

/** Decorates the app with `linkTo` and `isStatic`. */
export const linkTo = plugin<{ publicUrl: string; isStatic?: boolean }>(
  (app, { publicUrl, isStatic = false }, done) => {
    app.decorate('linkTo', linkFrom(publicUrl))
    app.decorate('isStatic', isStatic)
    done()
  },
  { name: 'link-to' },
)

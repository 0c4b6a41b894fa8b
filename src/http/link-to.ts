import plugin from 'fastify-plugin'

declare module 'fastify' {
  interface FastifyInstance {
    /** The address of a path of this API: absolute where the public origin is known, else relative to the answer's. */
    linkTo: (path: string) => string
  }
}

/** Lets every route name the addresses of the API. */
export const linkTo = plugin<{ publicUrl: string }>(
  (app, { publicUrl }, done) => {
    app.decorate('linkTo', (path: string) => publicUrl + path)
    done()
  },
  { name: 'link-to' },
)

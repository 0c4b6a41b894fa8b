import { type CachingOptions, caching } from '../http/caching/caching.js'
import type { Routes } from '../http/routes.js'
import { assets, faviconPath, touchIconPath } from './frame/assets.js'
import { favicon, touchIcon } from './pictures/favicon.js'

/** The style sheet and the icons. */
export const assetRoutes: Routes<CachingOptions> = async (app, context) => {
  await app.register(caching, context)
  // Their names contain a digest, so clients may cache them for ever.
  const config = { isOfBuild: true, isImmutable: true }
  for (const { path, type, body } of Object.values(assets))
    app.get(path, { config, schema: { hide: true } }, (_request, reply) => reply.type(type).send(body))

  const picture = { config: { isOfBuild: true, isPacked: true }, schema: { hide: true } }
  app.get(faviconPath, picture, async (_request, reply) => {
    reply.type('image/vnd.microsoft.icon')
    return favicon()
  })
  app.get(touchIconPath, picture, async (_request, reply) => {
    reply.type('image/png')
    return touchIcon()
  })
}

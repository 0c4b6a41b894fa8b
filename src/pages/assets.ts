import { type CachingOptions, caching } from '../http/caching/caching.js'
import type { Routes } from '../http/routes.js'
import { assets } from './frame/assets.js'

/** The style sheet and the icon. Their names contain a digest, so clients may cache them for ever. */
export const assetRoutes: Routes<CachingOptions> = async (app, context) => {
  await app.register(caching, context)
  const config = { isOfBuild: true, isImmutable: true }
  for (const { path, type, body } of Object.values(assets))
    app.get(path, { config, schema: { hide: true } }, (_request, reply) => reply.type(type).send(body))
}

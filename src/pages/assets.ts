import type { Routes } from '../http/routes.js'
import { assets } from './frame/assets.js'

/** The style sheet and the icon. Their names contain a digest, so clients may cache them for ever. */
export const assetRoutes: Routes = async (app) => {
  for (const { path, type, body } of Object.values(assets))
    app.get(path, { schema: { hide: true } }, (_request, reply) =>
      reply
        .type(type)
        .headers({
          'cache-control': 'public, max-age=31536000, immutable',
          'x-content-type-options': 'nosniff',
        })
        .send(body),
    )
}

import type { FastifyInstance } from 'fastify'
import type { AnswerCache } from './answer-cache.js'
import { caching } from './caching.js'
import type { Tally } from './guard/metrics.js'
import { sendErrorPage } from './page/problems.js'
import { pageSecurity } from './page/security.js'
import { permanentAddress } from './permanent-address.js'
import type { Context } from './reading.js'
import { assetRoutes } from './routes/pages/assets.js'
import { badgeRoutes } from './routes/pages/badges.js'
import { embedRoutes } from './routes/pages/embeds.js'
import { homePageRoutes } from './routes/pages/home.js'
import { instrumentPageRoutes } from './routes/pages/instruments.js'
import { outstandingPageRoutes } from './routes/pages/outstanding.js'
import { searchPageRoutes } from './routes/pages/search.js'
import { sharePageRoutes } from './routes/pages/share.js'
import { sharePictureRoutes } from './routes/pages/share-pictures.js'
import { statePageRoutes } from './routes/pages/states.js'

interface PageContext extends Context {
  readonly answers: AnswerCache
  readonly build: string
  readonly tally: Tally
}

/** What people look at, with the permanent addresses and the validators of the API. */
export async function pageRoutes(app: FastifyInstance, context: PageContext): Promise<void> {
  await app.register(assetRoutes, context)
  await app.register(async (scope) => {
    scope.setErrorHandler(sendErrorPage)
    await scope.register(pageSecurity)
    await scope.register(permanentAddress, context)
    await scope.register(caching, context)
    for (const routes of [
      homePageRoutes,
      statePageRoutes,
      instrumentPageRoutes,
      outstandingPageRoutes,
      searchPageRoutes,
      sharePageRoutes,
      embedRoutes,
      badgeRoutes,
      sharePictureRoutes,
    ])
      await scope.register(routes, context)
  })
}

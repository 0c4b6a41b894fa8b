import type { FastifyInstance } from 'fastify'
import { languages } from '../domain/vocabulary.js'
import { type CachingOptions, caching } from '../http/caching/caching.js'
import { pageIn } from '../http/page-places.js'
import { permanentAddress } from '../http/permanent-address.js'
import { assetRoutes } from './assets.js'
import { briefRoutes } from './brief/brief.js'
import { crawlerRoutes } from './crawlers/crawlers.js'
import { languageRedirects } from './frame/languages/language-redirects.js'
import { pageSecurity } from './frame/security.js'
import { groupPageRoutes } from './groups/group.js'
import { groupsPageRoutes } from './groups/groups.js'
import { homePageRoutes } from './home.js'
import { instrumentPageRoutes } from './instrument.js'
import { changesPageRoutes } from './lists/changes.js'
import { instrumentsPageRoutes } from './lists/instruments.js'
import { statesPageRoutes } from './lists/states.js'
import { outstandingPageRoutes } from './outstanding.js'
import { problemTypeRoutes } from './problem-types.js'
import { sendErrorPage } from './problems.js'
import { searchPageRoutes } from './search.js'
import { badgeRoutes } from './sharing/badges.js'
import { embedRoutes } from './sharing/embeds.js'
import { oembedRoutes } from './sharing/oembed.js'
import { sharePageRoutes } from './sharing/share.js'
import { sharePictureRoutes } from './sharing/share-pictures.js'
import { statePageRoutes } from './state.js'
import { statementsPageRoutes } from './statements.js'

/** What has an address in each language: `/states/HTI`, `/fr/states/HTI`. */
const inEachLanguage = [
  homePageRoutes,
  statePageRoutes,
  groupsPageRoutes,
  groupPageRoutes,
  briefRoutes,
  instrumentPageRoutes,
  statementsPageRoutes,
  outstandingPageRoutes,
  searchPageRoutes,
  statesPageRoutes,
  instrumentsPageRoutes,
  changesPageRoutes,
  sharePageRoutes,
  embedRoutes,
  badgeRoutes,
  sharePictureRoutes,
]

/** All pages, with permanent addresses and caching as in the API. */
export async function pageRoutes(app: FastifyInstance, context: CachingOptions): Promise<void> {
  await app.register(assetRoutes, context)
  await app.register(problemTypeRoutes, context)
  await app.register(oembedRoutes, context)
  await app.register(async (scope) => {
    scope.setErrorHandler(sendErrorPage)
    await scope.register(pageSecurity)
    await scope.register(permanentAddress, context)
    await scope.register(caching, context)
    await scope.register(languageRedirects)
    await scope.register(crawlerRoutes, context)
    for (const lang of languages)
      for (const routes of inEachLanguage)
        await scope.register(routes, { ...context, prefix: pageIn(lang, '') })
  })
}

import { z } from 'zod'
import { openReading } from '../../answers/reading.js'
import { absolute } from '../../http/links.js'
import type { Routes } from '../../http/routes.js'
import { pageAddresses } from './page-addresses.js'
import { toSitemap } from './sitemap.js'

/**
 * Every day, revision and order of a page has an address. Search engines need one of each, and would otherwise walk through
 * the days of seventy years. They take `*` as RFC 9309 § 2.2.3 has it.
 */
const notListed = ['asOf', 'revision', 'sort']

/** What search engines ask for. */
export const crawlerRoutes: Routes = async (app, context) => {
  const schema = { hide: true, querystring: z.object({}) }

  app.get('/robots.txt', { config: { namesHost: true, isOfBuild: true }, schema }, (request, reply) => {
    reply.type('text/plain; charset=utf-8')
    return [
      'User-agent: *',
      ...notListed.map((name) => `Disallow: /*?*${name}=`),
      `Sitemap: ${absolute(request, '/sitemap.xml')}`,
      '',
    ].join('\n')
  })

  app.get('/sitemap.xml', { config: { namesHost: true }, schema }, (request, reply) => {
    reply.type('application/xml; charset=utf-8')
    // A server describes the API in English alone; files say in each language what there is.
    const docs = { path: '/docs', changedAt: null, isEnglishAlone: !app.isStatic }
    const pages = [...pageAddresses(openReading(context, {})), docs]
    return toSitemap(pages, (path) => absolute(request, path))
  })
}

import { escaped } from '../frame/escaped.js'
import type { PageAddress } from './page-addresses.js'

/** A list of pages for search engines, in the format of sitemaps.org. @param absolute  makes a path absolute */
export const toSitemap = (pages: readonly PageAddress[], absolute: (path: string) => string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...pages.map(({ path, changedAt }) => {
      const changed = changedAt === null ? '' : `<lastmod>${changedAt}</lastmod>`
      return `<url><loc>${escaped(absolute(path))}</loc>${changed}</url>`
    }),
    '</urlset>',
    '',
  ].join('\n')

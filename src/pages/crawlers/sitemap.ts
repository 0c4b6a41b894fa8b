import { type Language, languages } from '../../domain/vocabulary.js'
import { alternatesOf, pageIn } from '../../http/page-places.js'
import { escaped } from '../frame/escaped.js'
import type { PageAddress } from './page-addresses.js'

/**
 * A list of pages for search engines, in the format of sitemaps.org: each page in each language, and with each the addresses of
 * the others.
 * @param absolute  makes a path absolute
 */
export const toSitemap = (pages: readonly PageAddress[], absolute: (path: string) => string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...pages.flatMap(({ path, changedAt, isEnglishAlone = false }) => {
      const at = (lang: Language) => escaped(absolute(pageIn(lang, path)))
      const changed = changedAt === null ? '' : `<lastmod>${changedAt}</lastmod>`
      if (isEnglishAlone) return `<url><loc>${at('en')}</loc>${changed}</url>`
      const alternates = alternatesOf(path).map(
        ([hreflang, own]) =>
          `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${escaped(absolute(own))}"/>`,
      )
      return languages.map((lang) => `<url><loc>${at(lang)}</loc>${changed}${alternates.join('')}</url>`)
    }),
    '</urlset>',
    '',
  ].join('\n')

import type { Day, Language } from '../../domain/vocabulary.js'
import { languageAndPath } from '../../http/page-places.js'

/** The reading of the record that a site shows. */
export interface Published {
  readonly asOf: Day
  readonly revision: number
  /** The languages of its pages. */
  readonly languages: readonly Language[]
}

/** An address of the app that becomes a file. */
export interface SiteAddress {
  /** What the app is asked for. */
  readonly ask: string
  /** The path on the static host: with an ending, or with `/` for the `index.html` of a folder. */
  readonly path: string
}

/**
 * The file for an address of the app. A static host knows no query, so an address with filters leads to the whole list.
 *
 *     /fr/states/HTI                              → /fr/states/HTI/
 *     /v1/states/HTI/outstanding?asOf=2026-11-20  → /v1/states/HTI/outstanding.json, where that is the published day
 *     /v1/states?lang=fr                          → /v1/states.json, for the files of the API have English names alone
 *     /fr/share?of=states/HTI                     → /fr/share/states/HTI/
 *
 * @returns null for another day or revision, for a language that is not published, for a later page of a list, and for what
 *   is no path
 */
export function siteAddress(href: string, published: Published): SiteAddress | null {
  if (!/^\/(?![/\\])/.test(href) || !URL.canParse(href, anywhere)) return null
  const { pathname, searchParams } = new URL(href, anywhere)
  if (isOfAnother(searchParams, published)) return null
  if (/^\/v1(\/|$)/.test(pathname)) {
    const file = isNamed(pathname) ? pathname : `${pathname}.json`
    return { ask: file, path: file }
  }
  const { lang } = languageAndPath(pathname)
  if (!published.languages.includes(lang) || (searchParams.get('lang') ?? lang) !== lang) return null
  const subject = /^(\/[a-z]{2})?\/share$/.test(pathname) ? searchParams.get('of') : null
  if (subject !== null) return { ask: `${pathname}?of=${subject}`, path: `${pathname}/${subject}/` }
  if (isNamed(pathname)) return { ask: pathname, path: pathname }
  const page = pathname.replace(/\/$/, '')
  return { ask: page || '/', path: `${page}/` }
}

const isNamed = (pathname: string): boolean => /\.[a-z0-9]+$/.test(pathname)

const anywhere = 'http://any'

const isOfAnother = (query: URLSearchParams, { asOf, revision }: Published): boolean =>
  (query.get('asOf') ?? asOf) !== asOf ||
  (query.get('revision') ?? String(revision)) !== String(revision) ||
  query.has('cursor')

/** The file of a path, relative to the folder of the site. */
export const fileOf = (path: string): string =>
  decodeURIComponent(path.endsWith('/') ? `${path}index.html` : path).slice(1)

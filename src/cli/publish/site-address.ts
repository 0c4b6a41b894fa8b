import type { Day } from '../../domain/vocabulary.js'

/** The reading of the record that a site shows. */
export interface Published {
  readonly asOf: Day
  readonly revision: number
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
 *     /states/HTI                                 → /states/HTI/
 *     /v1/states/HTI/outstanding?asOf=2026-11-20  → /v1/states/HTI/outstanding.json, where that is the published day
 *     /share?of=states/HTI                        → /share/states/HTI/
 *
 * @returns null for another day, revision or language, for a later page of a list, and for what is no path
 */
export function siteAddress(href: string, published: Published): SiteAddress | null {
  if (!/^\/(?![/\\])/.test(href) || !URL.canParse(href, anywhere)) return null
  const { pathname, searchParams } = new URL(href, anywhere)
  if (isOfAnother(searchParams, published)) return null
  const subject = pathname === '/share' ? searchParams.get('of') : null
  if (subject !== null) return { ask: `/share?of=${subject}`, path: `/share/${subject}/` }
  if (/\.[a-z0-9]+$/.test(pathname)) return { ask: pathname, path: pathname }
  if (/^\/v1(\/|$)/.test(pathname)) return { ask: `${pathname}.json`, path: `${pathname}.json` }
  const page = pathname.replace(/\/$/, '')
  return { ask: page || '/', path: `${page}/` }
}

const anywhere = 'http://any'

const isOfAnother = (query: URLSearchParams, { asOf, revision }: Published): boolean =>
  (query.get('asOf') ?? asOf) !== asOf ||
  (query.get('revision') ?? String(revision)) !== String(revision) ||
  (query.get('lang') ?? 'en') !== 'en' ||
  query.has('cursor')

/** The file of a path, relative to the folder of the site. */
export const fileOf = (path: string): string =>
  decodeURIComponent(path.endsWith('/') ? `${path}index.html` : path).slice(1)

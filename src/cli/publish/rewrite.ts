import { parse, stringify } from 'yaml'
import { type PageHeaders, type Resolve, rewritePage } from './rewrite-page.js'
import { isDocument, staticDocument } from './static-document.js'

/** An answer of the app that becomes a file. */
export interface Answer extends PageHeaders {
  /** Its media type, without parameters. */
  readonly type: string
  readonly body: Buffer
}

export interface Site {
  /** Without a slash at the end. */
  readonly publicUrl: string
  /** Gives an address of the app its path on the static host; null if there is no file for it. */
  readonly pathOf: Resolve
  /** The paths of all files; empty while they are being collected. */
  readonly paths: readonly string[]
}

/** The bytes of a file: the answer with the links of the static host. */
export function rewrite({ type, body, ...headers }: Answer, path: string, site: Site): Buffer {
  if (type.startsWith('image/') && type !== 'image/svg+xml') return body
  const text = body.toString()
  if (type === 'text/html') return Buffer.from(rewriteHtml(text, headers, path, site))
  if (path === '/sitemap.xml') return Buffer.from(absoluteLinks(sitemap(text, site), site))
  return Buffer.from(absoluteLinks(type.endsWith('json') ? json(text, site) : yaml(type, text, site), site))
}

function rewriteHtml(html: string, headers: PageHeaders, path: string, site: Site): string {
  const { publicUrl, pathOf } = site
  const prefix = new URL(publicUrl).pathname.replace(/\/$/, '')
  const linked = rewritePage(html, headers, (href) => {
    const isAbsolute = href.startsWith(`${publicUrl}/`)
    if (!isAbsolute && !/^\/(?!\/)/.test(href)) return href
    const [address = '', fragment] = (isAbsolute ? href.slice(publicUrl.length) : href).split('#')
    const found = pathOf(address)
    // A filter of the page itself would show the same page.
    if (found === null || (found === path && address.includes('?') && !isAbsolute)) return null
    return `${isAbsolute ? publicUrl : prefix}${found}${fragment === undefined ? '' : `#${fragment}`}`
  })
  return absoluteLinks(linked, site)
}

/** A list of the pages that are published. */
const sitemap = (text: string, { publicUrl, pathOf }: Site): string => {
  const isDead = (address: string): boolean => pathOf(address.slice(publicUrl.length)) === null
  return text
    .replace(/<xhtml:link [^>]*href="([^"]*)"\/>/g, (link, address: string) => (isDead(address) ? '' : link))
    .replace(/<url><loc>([^<]*)<\/loc>.*<\/url>\n/g, (url, address: string) => (isDead(address) ? '' : url))
}

/** Rewrites absolute links to the site, wherever they stand in a text. */
function absoluteLinks(text: string, { publicUrl, pathOf }: Site): string {
  return text.replace(linksBelow(publicUrl), (link, whole: string) => {
    const found = pathOf(whole.slice(publicUrl.length).replaceAll('&amp;', '&'))
    return found === null ? link : link.replace(whole, publicUrl + found)
  })
}

/** A link ends before the full stop of a sentence. */
const linksBelow = (publicUrl: string): RegExp =>
  new RegExp(
    String.raw`(${publicUrl.replace(/[.*+?^$()[\]{}|\\]/g, String.raw`\$&`)}/(?:[\w.~%/:@+-]*[\w~%/])?(?:\?[\w=%&;,.+/~-]*[\w=%])?)`,
    'g',
  )

/** An answer without its permanent address, for a file changes with the record; an OpenAPI document of the files alone. */
function json(text: string, site: Site): string {
  const value: unknown = JSON.parse(text)
  if (isDocument(value)) return JSON.stringify(staticDocument(value, site))
  if (!hasLinks(value)) return text
  const { permalink: _, ...links } = value.links
  return JSON.stringify({ ...value, links })
}

function yaml(type: string, text: string, site: Site): string {
  const value: unknown = type.endsWith('yaml') ? parse(text) : null
  return isDocument(value) ? stringify(staticDocument(value, site), { aliasDuplicateObjects: false }) : text
}

const hasLinks = (value: unknown): value is { links: { permalink?: unknown } } =>
  typeof value === 'object' && value !== null && 'links' in value && typeof value.links === 'object'

import { createHash } from 'node:crypto'
import { icon } from '../pictures/icon.js'
import { referenceStyle, styleSheet } from '../style-sheet.js'
import { referenceScript } from './reference-script.js'

const named = (name: string, ending: string, type: string, body: string) => ({
  path: `/assets/${name}-${createHash('sha256').update(body).digest('base64url').slice(0, 12)}.${ending}`,
  type,
  body,
})

/** Where browsers look for an icon that no page names: those that draw no SVG, and all beside JSON. */
export const faviconPath = '/favicon.ico'
/** Where iOS looks for the picture of a bookmark, unless a page names another. */
export const touchIconPath = '/apple-touch-icon.png'

/** The files that pages load. Their paths contain a digest, so they may be cached for ever. */
export const assets = {
  style: named('style', 'css', 'text/css; charset=utf-8', styleSheet),
  reference: named('reference', 'css', 'text/css; charset=utf-8', referenceStyle),
  referenceScript: named('reference', 'js', 'text/javascript; charset=utf-8', referenceScript),
  icon: named('icon', 'svg', 'image/svg+xml', icon),
}

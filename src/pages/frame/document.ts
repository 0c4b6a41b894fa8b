import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** A page as HTML. Whatever stands in it as text is escaped. */
export const toHtml = (page: VNode): string => `<!doctype html>${renderToString(page)}`

/** A picture as SVG that stands by itself. */
export const toSvg = (picture: VNode): string => renderToString(picture)

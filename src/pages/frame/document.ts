import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** Renders a page as HTML, and escapes its text. */
export const toHtml = (page: VNode): string => `<!doctype html>${renderToString(page)}`

/** Renders a picture as an SVG document. */
export const toSvg = (picture: VNode): string => renderToString(picture)

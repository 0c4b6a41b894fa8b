import { createRequire } from 'node:module'
import type { VNode } from 'preact'
import type { Messages } from '../../messages/messages.js'
import { toSvg } from '../frame/document.js'

/** The serifs have no Arabic letters, which titles have in the bold font without. */
const fonts = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf', 'DejaVuSerif-Bold.ttf']

/** Renders a preview picture as PNG, in the words of a language. */
export const toPng = (picture: VNode, messages: Messages): Promise<Buffer> =>
  pngOf(toSvg(picture, messages), 1200)

/** Renders an SVG document as PNG, with fonts that we ship: the server may have none. */
export async function pngOf(svg: string, width: number): Promise<Buffer> {
  // Loaded with the first picture: it is a native library of some megabytes.
  const { Resvg } = await import('@resvg/resvg-js')
  const { resolve } = createRequire(import.meta.url)
  const font = {
    loadSystemFonts: false,
    fontFiles: fonts.map((name) => resolve(`dejavu-fonts-ttf/ttf/${name}`)),
    defaultFontFamily: 'DejaVu Sans',
  }
  return new Resvg(svg, { font, fitTo: { mode: 'width', value: width } }).render().asPng()
}

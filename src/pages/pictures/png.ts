import { createRequire } from 'node:module'
import type { VNode } from 'preact'
import { toSvg } from '../frame/document.js'

const fonts = ['DejaVuSans.ttf', 'DejaVuSerif-Bold.ttf']

/** Renders a preview picture as PNG. */
export const toPng = (picture: VNode): Promise<Buffer> => pngOf(toSvg(picture), 1200)

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

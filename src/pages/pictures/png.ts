import { createRequire } from 'node:module'
import type { VNode } from 'preact'
import { toSvg } from '../frame/document.js'

const fonts = ['DejaVuSans.ttf', 'DejaVuSerif-Bold.ttf']

/** Renders a picture as PNG, with fonts that we ship: the server may have none. */
export async function toPng(picture: VNode): Promise<Buffer> {
  // Loaded with the first picture: it is a native library of some megabytes.
  const { Resvg } = await import('@resvg/resvg-js')
  const { resolve } = createRequire(import.meta.url)
  const font = {
    loadSystemFonts: false,
    fontFiles: fonts.map((name) => resolve(`dejavu-fonts-ttf/ttf/${name}`)),
    defaultFontFamily: 'DejaVu Sans',
  }
  return new Resvg(toSvg(picture), { font, fitTo: { mode: 'width', value: 1200 } }).render().asPng()
}

import { pageLink } from './address.js'
import type { PageContext } from './page-context.js'

/** Where other sites learn how to embed the card of a page (oEmbed 1.0 § 4). */
export function oembedLinks({ address, absolute }: PageContext): { type: string; href: string }[] {
  const url = absolute(pageLink(address, address.path))
  return (['json', 'xml'] as const).map((format) => ({
    type: format === 'json' ? 'application/json+oembed' : 'text/xml+oembed',
    href: absolute(`/oembed?${new URLSearchParams({ url, format })}`),
  }))
}

import { pageLink } from '../address.js'
import type { PageContext } from '../page-context.js'

/** Where other sites learn how to embed the card of a page (oEmbed 1.0 § 4). It answers in XML as well. */
export function oembedLink({ address, absolute }: PageContext): string {
  const url = absolute(pageLink(address, address.path))
  return absolute(`/oembed?${new URLSearchParams({ url, format: 'json' })}`)
}

import type { JsonFeed } from '../shapes/feed.js'

export const atom = 'application/atom+xml'

/**
 * The same feed as Atom (RFC 4287).
 * @param id       the same for every page of a query
 * @param updated  the instant of the newest entry; without entries, of the newest import
 */
export async function toAtom(feed: JsonFeed, id: string, updated: string): Promise<string> {
  // Loaded with the first feed: it would add a tenth to every start.
  const { generateAtomFeed } = await import('feedsmith')
  const xml = generateAtomFeed({
    ...(feed.language !== 'en' && { xml: { lang: feed.language } }),
    id,
    title: { value: feed.title },
    subtitle: { value: feed.description },
    updated,
    links: [
      { rel: 'self', type: atom, href: feed.feed_url },
      { rel: 'alternate', type: 'text/html', href: feed.home_page_url },
      ...(feed.next_url === undefined ? [] : [{ rel: 'next', type: atom, href: feed.next_url }]),
    ],
    authors: feed.authors,
    entries: feed.items.map(({ id, url, title, content_text, date_published, tags }) => ({
      id,
      title: { value: title },
      updated: date_published,
      published: date_published,
      links: [{ rel: 'alternate', type: 'text/html', href: url }],
      categories: tags.map((term) => ({ term })),
      content: { type: 'text', value: content_text },
    })),
  })
  return xml.replace(notInXml, '\uFFFD')
}

/** Characters that XML does not allow (XML 1.0 § 2.2). */
const notInXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

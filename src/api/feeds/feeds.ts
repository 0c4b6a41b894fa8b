import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { changesNewestFirst } from '../../answers/changes.js'
import { Day } from '../../domain/vocabulary.js'
import { absolute } from '../../http/links.js'
import { nextPage } from '../../http/lists/paging.js'
import { moment, paging, wholeNumber } from '../../http/parameters.js'
import { problems } from '../../http/problems.js'
import { actionFilters } from '../actions.js'
import { type Context, openPageReading, type Routes } from '../route.js'
import { JsonFeed } from '../shapes/feed.js'
import { feedItems, nameFor } from './feed-items.js'

const FeedQuery = z.strictObject({
  since: Day.optional().meta({ description: 'Only actions that count from this day or a later one.' }),
  until: Day.optional().meta({ description: 'Only actions that count from this day or an earlier one.' }),
  ...actionFilters,
  ...moment,
  ...paging,
  limit: wholeNumber('the number of entries, from 1 to 250', 1, 250)
    .default(50)
    .meta({ description: 'How many entries the feed holds at the most.' }),
})
type FeedQuery = z.infer<typeof FeedQuery>

const [atom, json] = ['application/atom+xml', 'application/feed+json']

const description =
  'Newest first, by the import that the record has it from. A correction and a removal are entries of their own. Every entry keeps its id.'

export const feedRoutes: Routes = async (app, context) => {
  app.get(
    '/feeds/actions.json',
    {
      config: { example: '/v1/feeds/actions.json?state=VUT&limit=2', namesHost: true },
      schema: {
        operationId: 'getActionsJsonFeed',
        summary: 'What the record learned, as a JSON Feed',
        description,
        tags: ['feeds'],
        querystring: FeedQuery,
        response: {
          200: { description: 'A JSON Feed 1.1', content: { [json]: { schema: JsonFeed } } },
          ...problems(400, 404, 429, 500, 503),
        },
      },
    },
    (request, reply) => {
      reply.type(json)
      return feedOf(request, request.query, context).feed
    },
  )

  app.get(
    '/feeds/actions.atom',
    {
      config: { example: '/v1/feeds/actions.atom?state=VUT&limit=2', namesHost: true },
      schema: {
        operationId: 'getActionsAtomFeed',
        summary: 'What the record learned, as an Atom feed',
        description,
        tags: ['feeds'],
        querystring: FeedQuery,
        response: {
          200: { description: 'An Atom feed (RFC 4287)', content: { [atom]: { schema: z.string() } } },
          ...problems(400, 404, 429, 500, 503),
        },
      },
    },
    async (request, reply) => {
      reply.type(`${atom}; charset=utf-8`)
      return toAtom(feedOf(request, request.query, context))
    },
  )
}

interface Feed {
  readonly feed: JsonFeed
  /** The same for every page of a query. */
  readonly id: string
  /** The instant of the newest entry; without entries, of the newest import. */
  readonly updated: string
}

function feedOf(request: FastifyRequest, query: FeedQuery, context: Context): Feed {
  const at = (path: string) => absolute(request, path)
  const reading = openPageReading(context, query)
  const { offset } = reading
  const { news, isMore, importedAt } = changesNewestFirst(reading, query, { offset, limit: query.limit })
  const items = feedItems(reading, news, importedAt, at)
  const next = () => at(nextPage(request, { ...reading, offset: offset + items.length }))
  return {
    id: nameFor(titleOf(query), query.since ?? null, query.until ?? null),
    updated: items[0]?.date_published ?? importedAt(reading.revision),
    feed: {
      version: 'https://jsonfeed.org/version/1.1',
      title: titleOf(query),
      home_page_url: at('/'),
      feed_url: at(request.url),
      ...(isMore ? { next_url: next() } : {}),
      description:
        'Treaty actions, and corrections of them, in the order in which the record learned of them',
      language: 'en',
      authors: [{ name: 'Treaty ratification status' }],
      items,
    },
  }
}

/** “Treaty actions: VUT, cedaw” for a feed of one State and one instrument. */
function titleOf({ state, instrument, action, group, region, kind }: FeedQuery): string {
  const states = state?.map((code) => code.toUpperCase())
  const filters = [states, instrument, action, group, region, kind].flatMap((words) => words ?? [])
  return filters.length === 0 ? 'Treaty actions' : `Treaty actions: ${filters.join(', ')}`
}

async function toAtom({ feed, id: feedId, updated }: Feed): Promise<string> {
  // Loaded with the first feed: it would add a tenth to every start.
  const { generateAtomFeed } = await import('feedsmith')
  const xml = generateAtomFeed({
    id: feedId,
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
      links: [{ rel: 'alternate', type: 'application/json', href: url }],
      categories: tags.map((term) => ({ term })),
      content: { type: 'text', value: content_text },
    })),
  })
  return xml.replace(notInXml, '\uFFFD')
}

/** Characters that XML does not allow (XML 1.0 § 2.2). */
const notInXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

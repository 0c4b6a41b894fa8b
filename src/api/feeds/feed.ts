import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { v5 as nameBased } from 'uuid'
import { z } from 'zod'
import type { Part } from '../../answers/actions.js'
import type { Reading } from '../../answers/reading.js'
import { Day } from '../../domain/vocabulary.js'
import { absolute } from '../../http/links.js'
import { nextPage } from '../../http/lists/paging.js'
import { pageIn } from '../../http/page-places.js'
import { ofReading, paging, wholeNumber } from '../../http/parameters.js'
import { problems } from '../../http/problems.js'
import type { MessageKey } from '../../messages/catalogues.js'
import { type Messages, messagesIn } from '../../messages/messages.js'
import { type Context, openPageReading } from '../route.js'
import type { FeedItem, JsonFeed } from '../shapes/feed.js'
import { atom, toAtom } from './atom.js'

const json = 'application/feed+json'

/** The namespace of entry ids (RFC 9562 § 5.5). Changing it would show every entry as new. */
const namespace = '0f6cbd19-4f7a-4f0e-9d0a-6c1f2f4f1d67'

/** A UUID that is always the same for the same parts. */
export const nameFor = (...parts: unknown[]): string =>
  `urn:uuid:${nameBased(JSON.stringify(parts), namespace)}`

/** The entries of one page of a feed. */
export interface Entries {
  readonly items: FeedItem[]
  readonly isMore: boolean
  /** The instant of an import (RFC 3339, UTC). */
  readonly importedAt: (revision: number) => string
}

interface Feed<Filters extends z.ZodRawShape> {
  /** Its address without the ending for the format. */
  readonly path: string
  /** The operationId of each format. */
  readonly ids: { readonly json: string; readonly atom: string }
  readonly summary: string
  readonly title: MessageKey
  readonly is: MessageKey
  /** What it takes beside days, times and pages. */
  readonly filters: Filters
  readonly schema: z.ZodType
  /** A query that the examples in the OpenAPI document ask with. */
  readonly example: string
  /** @param at  makes a path of this API absolute */
  readonly entries: (
    reading: Reading,
    filter: z.output<z.ZodObject<Filters & typeof days>>,
    part: Part,
    at: (path: string) => string,
  ) => Entries
}

const days = {
  since: Day.optional().meta({ description: 'Only what counts from this day or a later one.' }),
  until: Day.optional().meta({ description: 'Only what counts from this day or an earlier one.' }),
}

const pages = {
  ...ofReading,
  ...paging,
  lang: ofReading.lang.meta({
    description:
      'The language of titles and sentences, and of names in “_change”: English where the record holds none. Summaries of statements and sources are English. Links lead to pages in the language. An entry has the same id in each.',
    examples: ['fr'],
  }),
  limit: wholeNumber('the number of entries, from 1 to 250', 1, 250)
    .default(50)
    .meta({ description: 'How many entries the feed holds at the most.' }),
}
type Pages = z.output<z.ZodObject<typeof days & typeof pages>>

const description =
  'Newest first, by the import that the record has it from. A correction and a removal are entries of their own. Every entry keeps its id.'

/** Registers a feed, as JSON Feed and as Atom. */
export function feed<Filters extends z.ZodRawShape>(
  app: FastifyInstance,
  context: Context,
  feed: Feed<Filters>,
): void {
  const querystring = z.object({ ...days, ...feed.filters, ...pages })
  const format = (id: string, name: string, mediaType: string, says: string, schema: z.ZodType) => ({
    operationId: id,
    summary: `${feed.summary}, as ${name}`,
    description,
    tags: ['feeds'],
    querystring,
    response: {
      200: { description: says, content: { [mediaType]: { schema } } },
      ...problems(400, 404, 429, 500, 503),
    },
  })
  const configOf = (ending: string) => ({
    example: `/v1${feed.path}.${ending}?${feed.example}`,
    namesHost: true,
  })
  const asJson = format(feed.ids.json, 'a JSON Feed', json, 'A JSON Feed 1.1', feed.schema)
  app.get(`${feed.path}.json`, { config: configOf('json'), schema: asJson }, (request, reply) => {
    reply.type(json)
    return feedOf(request, context, feed).shown
  })
  const asAtom = format(feed.ids.atom, 'an Atom feed', atom, 'An Atom feed (RFC 4287)', z.string())
  const answerAtom = (request: FastifyRequest, reply: FastifyReply) => {
    reply.type(`${atom}; charset=utf-8`)
    const { shown, id, updated } = feedOf(request, context, feed)
    return toAtom(shown, id, updated)
  }
  app.get(`${feed.path}.atom`, { config: configOf('atom'), schema: asAtom }, answerAtom)
}

function feedOf<Filters extends z.ZodRawShape>(
  request: FastifyRequest,
  context: Context,
  { entries, filters, title, is }: Feed<Filters>,
): { shown: JsonFeed; id: string; updated: string } {
  const query = request.query as Pages & z.output<z.ZodObject<Filters & typeof days>>
  const at = (path: string) => absolute(request, path)
  const reading = openPageReading(context, query)
  const { offset } = reading
  const { items, isMore, importedAt } = entries(reading, query, { offset, limit: query.limit }, at)
  const messages = messagesIn(query.lang)
  const { say } = messages
  const name = titleOf(messages, say(title), filters, query)
  const next = () => at(nextPage(request, { ...reading, offset: offset + items.length }))
  return {
    id: nameFor(name, query.since ?? null, query.until ?? null),
    updated: items[0]?.date_published ?? importedAt(reading.revision),
    shown: {
      version: 'https://jsonfeed.org/version/1.1',
      title: name,
      home_page_url: at(`${pageIn(query.lang, '/changes')}${chosenOf(query)}`),
      feed_url: at(request.url),
      ...(isMore && !request.server.isStatic ? { next_url: next() } : {}),
      description: say(is),
      language: query.lang,
      authors: [{ name: say('site-name') }],
      items,
    },
  }
}

/** The same choice of States and instruments, on the page of changes. */
function chosenOf(query: object): string {
  const { state = [], instrument = [] } = query as { state?: string[]; instrument?: string[] }
  const chosen = Object.entries({ state: state.map((code) => code.toUpperCase()), instrument })
    .filter(([, codes]) => codes.length > 0)
    .map(([name, codes]) => `${name}=${encodeURIComponent(codes.join(','))}`)
  return chosen.length === 0 ? '' : `?${chosen.join('&')}`
}

/** “Treaty actions: VUT, cedaw” for a feed of one State and one instrument. */
function titleOf({ say, list }: Messages, title: string, filters: z.ZodRawShape, query: object): string {
  const values = Object.keys(filters).flatMap((name) => {
    const given = (query as Record<string, readonly string[] | undefined>)[name] ?? []
    return name === 'state' ? given.map((code) => code.toUpperCase()) : given
  })
  return values.length === 0 ? title : say('label-value', { label: title, value: list(values) })
}

import { z } from 'zod'
import { RecordedChange } from './import.js'

const instant = z.string().meta({ format: 'date-time', description: 'RFC 3339, UTC' })
const address = z.string().meta({ format: 'uri' })

const FeedAuthor = z
  .object({ name: z.string() })
  .meta({ id: 'FeedAuthor', description: 'Who makes the feed' })

export const FeedItem = z
  .object({
    id: z.string().meta({ description: 'Names this entry for good', examples: ['urn:uuid:…'] }),
    url: address.meta({ description: 'The status that it concerns' }),
    title: z.string(),
    content_text: z.string(),
    date_published: instant,
    tags: z.array(z.string()).meta({
      description: 'added, corrected or removed; the kind of action; the codes of instrument and State',
    }),
    _change: RecordedChange,
  })
  .meta({ id: 'FeedItem', description: 'A change of the record, as an item of a JSON Feed' })
export type FeedItem = z.infer<typeof FeedItem>

/** https://www.jsonfeed.org/version/1.1/ */
export const JsonFeed = z
  .object({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: z.string(),
    home_page_url: address,
    feed_url: address,
    next_url: address.optional(),
    description: z.string(),
    language: z.literal('en'),
    authors: z.array(FeedAuthor),
    items: z.array(FeedItem),
  })
  .meta({ id: 'JsonFeed', description: 'What the record learned, newest first, as a JSON Feed 1.1' })
export type JsonFeed = z.infer<typeof JsonFeed>
